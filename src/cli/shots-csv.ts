import { csvOf } from '../encode'
import { type RenderPlan, timecode } from '../film'

const COLUMNS = [
  'shot',
  'scene',
  'size',
  'framing',
  'move',
  'lens mm',
  'who',
  'start',
  'frames',
  'seconds',
  'line',
  'words',
  'why',
] as const

/** The shot list as a table. */
export function shotsCsv(plan: RenderPlan): string {
  const rows = plan.shots.map((s) => [
    s.address,
    s.sceneTitle,
    s.size,
    s.framing,
    s.move,
    s.lensMm,
    s.subjects.join(', '),
    timecode(s.startFrame, plan.fps),
    s.frames,
    ((s.frames * plan.fps.den) / plan.fps.num).toFixed(2),
    s.line,
    s.captions.map((c) => `${c.speaker}: ${c.text}`).join(' / '),
    s.why.join('; '),
  ])
  return csvOf([COLUMNS, ...rows])
}
