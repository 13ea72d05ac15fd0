export * from './bounce-light'
export * from './eye-light'
export * from './light-rig'
export { STANDING_LAYER } from './standing-shadow'
