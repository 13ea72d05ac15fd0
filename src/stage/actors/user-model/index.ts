export { type ModelGeometry, modelGeometry } from './model-geometry'
export { createModelObject } from './model-object'
