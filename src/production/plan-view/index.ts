export { PLAN_LAYERS, type PlanHandle, type PlanLabel, type PlanLayer, type PlanLine, type PlanPoint } from './plan-line'
export { planSvg } from './plan-svg'
export { type PlanView, planView } from './plan-view'
