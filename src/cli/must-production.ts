import { HOSTILE } from './must-production-hostile'
import { KILLED } from './must-production-kill'
import { IN_PAGE } from './must-production-page'
import { RUNS } from './must-production-runs'
import type { MustRow } from './must-table'

/** What issue "the production" must hold. */
export const PRODUCTION: readonly MustRow[] = [...KILLED, ...IN_PAGE, ...RUNS, ...HOSTILE]
