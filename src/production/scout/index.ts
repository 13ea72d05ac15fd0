export { kindCandidates } from './place-candidates'
export { type FoundPlaces, type ScoutBook, type ScoutedPlace, scoutBook } from './scout-book'
export { openPermits, reasons, scoutPaper, worthListing } from './scout-paper'
export { clockText, sunChart, sunHours, sunWay } from './sun-chart'
