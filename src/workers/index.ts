export * from './clients'
export { DETAIL_SIZE } from './detail-size'
export * from './engine-api'
export { startEnginePage } from './engine-page'
