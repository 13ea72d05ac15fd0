export { type IdPixels, idNear, outlineOf } from './outline'
export * from './sightline'
