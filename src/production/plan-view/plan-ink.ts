import type { PlanLayer } from './plan-line'

/** How a line of the plan is drawn. Colours `#rrggbb`, widths and dashes in metres. */
export interface PlanInk {
  readonly fill?: string
  /** Of the fill, 0 to 1; opaque when absent. */
  readonly opacity?: number
  readonly stroke?: string
  readonly width?: number
  readonly dash?: readonly number[]
}

/** How layers look in print: on white, as plans are drawn. */
export const PLAN_INK: Readonly<Record<PlanLayer, PlanInk>> = {
  floor: { fill: '#fbfaf7' },
  thing: { fill: '#ece8df', stroke: '#8d8778', width: 0.02 },
  overhead: { stroke: '#b9b3a5', width: 0.015, dash: [0.08, 0.06] },
  wall: { fill: '#3a3833' },
  window: { stroke: '#3a6ea5', width: 0.025 },
  door: { stroke: '#3a3833', width: 0.02 },
  arch: { stroke: '#8d8778', width: 0.02, dash: [0.1, 0.08] },
  mark: { stroke: '#c9c3b4', width: 0.015 },
  beam: { fill: '#f7c948', opacity: 0.16 },
  throw: { stroke: '#d9a521', width: 0.015, dash: [0.12, 0.08] },
  lamp: { fill: '#f7c948', stroke: '#a87b00', width: 0.02 },
  sun: { stroke: '#e08a00', width: 0.06 },
  field: { fill: '#2a6fdb', opacity: 0.12, stroke: '#2a6fdb', width: 0.015 },
  way: { stroke: '#b3392f', width: 0.035, dash: [0.14, 0.09] },
  track: { stroke: '#2a6fdb', width: 0.03 },
  person: { fill: '#b3392f', stroke: '#5d1a14', width: 0.02 },
  camera: { fill: '#2a6fdb', stroke: '#143a78', width: 0.02 },
  aim: { stroke: '#2a6fdb', width: 0.03 },
}
