import { anchor, type SceneHeading, type ScriptScene, slug, type TimeOfDay, uniqueKeys, type z } from '../../film'
import { OUTDOOR_WORDS } from './heading-words'
import type { Block, DraftElement } from './read-blocks'
import { type HeadingParts, locationKeyOf } from './read-heading'
import type { Report } from './report'

/** A scene under construction. */
export type DraftScene = z.infer<typeof ScriptScene>

/** Where a scene plays when the script does not say. */
const STAGE = 'THE STAGE'

interface OpenScene {
  parts: HeadingParts
  line: number
  elements: DraftElement[]
}

/** Groups blocks into scenes, gives every heading its place, time and key. Answers what stands before the first. */
export function buildScenes(blocks: readonly Block[], hasTitlePage: boolean, lineCount: number, report: Report) {
  const { prelude, open } = group(blocks, hasTitlePage, report)
  const unique = uniqueKeys()
  const scenes: DraftScene[] = []
  for (const [i, scene] of open.entries()) {
    const endLine = Math.max((open[i + 1]?.line ?? lineCount + 1) - 1, scene.line)
    const heading = complete(scene, scenes)
    if (heading.location === '')
      report('warning', 'script.heading-without-place', scene.line, 1, 'A heading names no place.', {
        value: scene.parts.text,
        remedy: 'Write it as INT. KITCHEN - NIGHT.',
      })
    scenes.push({ key: unique(keyOf(scene, heading)), heading, elements: scene.elements, characters: [], line: scene.line, endLine })
  }
  return { prelude, scenes }
}

function group(blocks: readonly Block[], hasTitlePage: boolean, report: Report): { prelude: DraftElement[]; open: OpenScene[] } {
  const prelude: DraftElement[] = []
  const open: OpenScene[] = []
  const hasHeading = blocks.some((b) => b.kind === 'heading')
  for (const block of blocks) {
    if (block.kind === 'heading') {
      open.push({ parts: block.heading, line: block.line, elements: [] })
      continue
    }
    const { element } = block
    const story = element.kind === 'dialogue' || (element.kind === 'action' && !element.centred)
    if (open.length === 0 && story && (hasHeading || isScript(blocks, hasTitlePage))) {
      open.push({ parts: impliedHeading(blocks), line: element.line, elements: [] })
      report(
        'warning',
        'script.no-heading',
        element.line,
        1,
        hasHeading ? 'The script begins before its first scene heading.' : 'The script has no scene heading.',
        {
          remedy: 'Write one above it, for example INT. KITCHEN - NIGHT. Until then the scene plays in a place made up for it.',
        },
      )
    }
    const into = open.at(-1)?.elements ?? prelude
    into.push(element)
  }
  return { prelude, open }
}

/** Whether a text without headings is a script at all: somebody speaks, or it is laid out as one. */
function isScript(blocks: readonly Block[], hasTitlePage: boolean): boolean {
  return (
    hasTitlePage ||
    blocks.some(
      (b) =>
        b.kind === 'element' &&
        (b.element.kind === 'dialogue' ||
          b.element.kind === 'transition' ||
          b.element.kind === 'page-break' ||
          (b.element.kind === 'action' && (b.element.centred || /\p{Lu}{3} \(\d{1,3}s?[,) ]/u.test(b.element.text)))),
    )
  )
}

/** The place and time of a scene without heading: those of the first heading, or a stage, outside if the words say so. */
function impliedHeading(blocks: readonly Block[]): HeadingParts {
  const first = blocks.find((b) => b.kind === 'heading')
  if (first?.kind === 'heading') return { ...first.heading, text: '', number: undefined }
  const words = new Set<string>()
  for (const b of blocks)
    if (b.kind === 'element' && b.element.kind === 'action') for (const w of b.element.text.toLowerCase().split(/[^\p{L}]+/u)) words.add(w)
  const outside = [...OUTDOOR_WORDS].filter((w) => words.has(w)).length > 1
  const night = words.has('night') || words.has('moon') || words.has('midnight')
  return {
    text: '',
    setting: outside ? 'EXT' : 'INT',
    location: STAGE,
    timeOfDay: night ? 'NIGHT' : 'DAY',
    timeText: '',
    number: undefined,
    inheritsPlace: false,
  }
}

function complete(scene: OpenScene, before: readonly DraftScene[]): DraftScene['heading'] {
  const { parts, line } = scene
  const last = before.at(-1)?.heading
  const from = parts.inheritsPlace ? (placeNamed(parts.location, before) ?? last) : undefined
  const setting: SceneHeading['setting'] = parts.setting ?? from?.setting ?? guessSetting(parts.location)
  const location = from?.location ?? (parts.location.replace(MONTAGE_WORDS, '') || parts.location)
  const time: TimeOfDay = parts.timeOfDay ?? last?.timeOfDay ?? 'DAY'
  return {
    text: parts.text,
    setting,
    location,
    locationKey: locationKeyOf(setting, location),
    timeOfDay: time,
    timeText: parts.timeText,
    timeInherited: parts.timeOfDay === undefined && last !== undefined,
    ...(parts.number !== undefined ? { number: parts.number } : {}),
    line,
    endLine: line,
  }
}

/** A forced heading says neither INT nor EXT: its own words decide, so that no other scene can change its key. */
const guessSetting = (location: string): 'INT' | 'EXT' =>
  location
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((w) => OUTDOOR_WORDS.has(w))
    ? 'EXT'
    : 'INT'

const MONTAGE_WORDS =
  /^(?:(?:BEGIN |START |QUICK )?(?:INTERCUT(?:TING)?|INTER-CUT|MONTAGE|SERIES OF SHOTS)(?: WITH| BETWEEN)?|:)[\s:.–—-]*/i

/** The latest scene, the one right before first, whose place an INTERCUT or MONTAGE heading names. */
function placeNamed(location: string, before: readonly DraftScene[]): SceneHeading | undefined {
  const named = location
    .replace(MONTAGE_WORDS, '')
    .split(/\s*(?:\/|,|&|\bAND\b|\bWITH\b|\s-{1,2}\s|–|—)\s*/)
    .map((p) => p.replace(/^THE\s+/, '').trim())
    .filter((p) => p.length > 2)
  for (let i = before.length - 1; i >= Math.max(0, before.length - 30); i--) {
    const { heading } = before[i] as DraftScene
    const place = heading.location.toUpperCase()
    if (named.some((n) => place === n || place.endsWith(` ${n}`) || place.startsWith(`${n} `))) return heading
  }
  return undefined
}

/**
 * The key of a scene: place, time as written, and an anchor in its first words. A time taken from the scene
 * before is not part of it, or a scene inserted in front would rename this one.
 */
function keyOf(scene: OpenScene, heading: SceneHeading): string {
  const { parts } = scene
  const first = scene.elements.find((e) => e.kind === 'action' || e.kind === 'dialogue' || e.kind === 'lyric')
  const words = first === undefined ? parts.text : first.kind === 'dialogue' ? `${first.cue} ${first.parts[0]?.text ?? ''}` : first.text
  const place = parts.inheritsPlace ? slug(parts.text) : heading.locationKey
  const time = parts.timeOfDay?.toLowerCase() ?? (parts.timeText ? slug(parts.timeText) : '')
  return `${place}${time ? `-${time}` : ''}~${anchor(words)}`
}
