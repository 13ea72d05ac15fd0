import type { Beat, Diagnostic } from '../../film'
import type { Stage } from './stage'
import type { StageActor } from './stage-actor'

/** What can be wrong with an action when it is planned, and what the writer can do about it. */
const REMEDIES = {
  'no-seat': 'let the description name a chair, or let them stand',
  'no-bed': 'let the description name a bed or a sofa',
  'no-door': 'let the scene play where there is a door, or cut the knock',
  'no-partner': 'name whom it is done to, and let them be here',
  'out-of-reach': 'clear the way, or bring the two together in an earlier line',
  'hands-full': 'let something be put down before',
  'held-by-another': 'let it be handed over or put down first',
  'rose-first': 'write that they stand up, if it matters when',
  'walked-there': 'write that they go there, if it matters when',
  'taken-out': 'name the thing in the scene, if it matters which',
  'off-stage': 'let them come in before',
  'no-thing': 'name the thing in an earlier line, or in the heading’s place',
  'no-water': 'let the scene play by the sea or under water',
  mannerism: 'let the description give them what it takes, or name another mannerism',
} as const
export type FindingRule = keyof typeof REMEDIES

/** Rules that only say how the plan was mended; the others say what could not be planned. */
const MENDED: ReadonlySet<FindingRule> = new Set(['hands-full', 'rose-first', 'walked-there', 'taken-out', 'no-bed', 'no-seat'])

/** Notes that an action line could not be done as written: mended, or left out. Once a rule, line and person. */
export function report(stage: Stage, beat: Pick<Beat, 'line' | 'text'>, rule: FindingRule, a: StageActor, what: string): void {
  const finding: Diagnostic = {
    severity: MENDED.has(rule) ? 'info' : 'warning',
    rule: `performance.${rule}`,
    message: `${a.spec.name} ${what}`,
    remedy: REMEDIES[rule],
    line: beat.line,
    column: 1,
    value: `${a.spec.name}: ${beat.text}`.slice(0, 120),
  }
  if (!stage.findings.some((f) => f.line === finding.line && f.rule === finding.rule && f.message === finding.message))
    stage.findings.push(finding)
}
