export { type LightPlotWish, lightPlot, type PlottedLight, type PlottedScene, plottedLights, USUAL_ISO } from './light-plot'
export { type PlotPlace, plotPlaces } from './plot-places'
