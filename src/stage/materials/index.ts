export * from './bake-detail'
export * from './surface-material'
