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

/** Rows as a table (RFC 4180: comma, quotes, CRLF), with a byte order mark for spreadsheets that guess. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((r) => r.map(cell).join(',')).join('\r\n')}\r\n`

/** One cell. Words from a script that a spreadsheet would run as a formula get an apostrophe in front. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
