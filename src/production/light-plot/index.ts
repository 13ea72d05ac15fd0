export { type LightPlotWish, lightPlot, type PlottedLight, type PlottedScene, plottedLights } from './light-plot'
export { type PlotPlace, plotPlaces } from './plot-places'
