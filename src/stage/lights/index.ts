export * from './bounce-light'
export * from './light-rig'
