export type { CodecAnswers, ValidationContext } from './inspection'
export type { Rule } from './rule'
export { RULES } from './rules'
export { gatherFindings, validateProduction } from './validate-production'
