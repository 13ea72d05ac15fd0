export type { FramePasses, IdLayer } from './frame-passes'
export { PassDrawing } from './pass-drawing'
export { passView } from './pass-view'
