import { APP } from './app-verb'
import type { Verb } from './command'
import { PLAN_VERBS } from './plan-verbs'
import { RUN } from './run-verb'
import { SHEET, STILL } from './still-verbs'
import { STYLE_IMAGE } from './style-verb'

/** Every verb, in the order the help shows them. */
export const VERBS: readonly Verb[] = [RUN, STILL, SHEET, STYLE_IMAGE, ...PLAN_VERBS, APP]
