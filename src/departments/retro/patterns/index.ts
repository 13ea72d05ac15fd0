export { blueNoiseRanks } from './blue-noise'
export { type Pattern, patternOf, thresholdsOf } from './pattern'
