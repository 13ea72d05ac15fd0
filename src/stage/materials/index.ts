export * from './bake-detail'
export * from './scene-look'
export * from './surface-material'
