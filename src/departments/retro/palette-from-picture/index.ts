export { codeOfOklab, HISTOGRAM_BINS, histogramPoints, sortedPalette } from './colour-histogram'
export { medianCut } from './median-cut'
