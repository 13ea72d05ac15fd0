export * from './clients'
export * from './engine-api'
export { startEnginePage } from './engine-page'
