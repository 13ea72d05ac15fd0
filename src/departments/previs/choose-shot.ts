import { type CameraMove, type Framing, random, type Shot, type ShotSize } from '../../film'
import type { Unit } from './group-beats'
import type { DeedKind } from './lexicon'
import type { ActionReading } from './read-action'

/** A shot before it has a key, an address and its times. */
export interface Choice {
  readonly size: ShotSize
  readonly framing: Framing
  readonly angle: Shot['angle']
  readonly move: CameraMove
  readonly subjects: readonly string[]
  readonly over?: string
  readonly object?: string
  /** Plain words for the framing, size and move. */
  readonly because: { readonly framing: string; readonly size: string; readonly move?: string; readonly angle?: string }
}

/** What is known when a unit's shot is chosen. All of it is counted in script elements, so that a longer line changes none. */
export interface Coverage {
  /** Names by key, for reasons. */
  name(key: string): string
  /** `she speaks`, `he speaks`, `they speak`. */
  they(key: string): string
  readonly interior: boolean
  /** People seen so far and still here, in order of appearance. */
  readonly here: readonly string[]
  /** Groups by key (they are framed as such). */
  isGroup(key: string): boolean
  readonly first: boolean
  readonly last: boolean
  /** Index among the scene's dialogue elements, and their number. */
  readonly speech: number
  readonly speeches: number
  /** Speaker of the neighbouring line: who this one is said to. */
  readonly partner: string | undefined
  /** People of this scene are in different places. */
  readonly intercut: boolean
  readonly montage: boolean
  /** Things in this beat that can be held or looked at. */
  readonly things: readonly string[]
  readonly insert: string | undefined
  /** Shots since the place was last seen whole. */
  readonly sinceWide: number
  readonly reading: ActionReading | undefined
}

const SIZES: readonly ShotSize[] = ['EWS', 'WS', 'FS', 'MLS', 'MS', 'MCU', 'CU', 'ECU']
/** How many steps of size lie between two shots. */
export const sizeSteps = (a: ShotSize, b: ShotSize): number => Math.abs(SIZES.indexOf(a) - SIZES.indexOf(b))

const HANDS: ReadonlySet<DeedKind> = new Set([
  'take',
  'drop',
  'give',
  'pour',
  'write',
  'type',
  'drink',
  'eat',
  'open',
  'knock',
  'work',
  'wipe',
  'read',
  'phone',
  'smoke',
  'aim',
  'push',
  'pull',
  'carry',
  'point',
  'raise',
])
const FACES: ReadonlySet<DeedKind> = new Set([
  'look',
  'smile',
  'cry',
  'laugh',
  'frown',
  'startle',
  'nod',
  'shake',
  'listen',
  'turn',
  'sleep',
  'wake',
  'shout',
])
const BODIES: ReadonlySet<DeedKind> = new Set([
  'rise',
  'sit',
  'fall',
  'kneel',
  'crouch',
  'jump',
  'dance',
  'lie',
  'lean',
  'stand',
  'appear',
  'hug',
  'throw',
  'kick',
  'wave',
  'shrug',
])
const FAST: ReadonlySet<DeedKind> = new Set(['run', 'punch', 'jump', 'kick', 'throw', 'fall'])
const TENSE = /[!]|\b(?:shout|scream|yell|whisper|cry|crying|sob|angr|furious|terrif|beg)/i

/** The shot for a unit of beats: coverage as a film crew would plan it. */
export function chooseShot(unit: Unit, c: Coverage): Choice {
  const lead = unit.beats[0]!.beat
  const seed = random(lead.key)
  if (c.insert !== undefined)
    return shot(
      'CU',
      'insert',
      'static',
      [],
      { framing: `insert: the script asks to see the ${c.insert}`, size: 'close, so that the thing fills the frame' },
      { object: c.insert },
    )
  const line = unit.beats.find((b) => b.beat.kind === 'line')
  if (line && lead.kind !== 'action') return forLines(unit, c, seed.next(), seed.next())
  if (lead.kind === 'pause' && !line) return place(c, seed.next(), c.first)
  return forAction(unit, c, seed.next(), seed.next())
}

function shot(
  size: ShotSize,
  framing: Framing,
  move: CameraMove,
  subjects: readonly string[],
  because: Choice['because'],
  more: { over?: string; object?: string; angle?: Shot['angle'] } = {},
): Choice {
  return {
    size,
    framing,
    move,
    angle: more.angle ?? 'eye',
    subjects,
    because,
    ...(more.over ? { over: more.over } : {}),
    ...(more.object ? { object: more.object } : {}),
  }
}

/** The place itself: where we are, or what is in it. */
function place(c: Coverage, r: number, opening: boolean): Choice {
  const people = c.montage ? [] : c.here
  if (opening && people.length > 0) return master(c, 'opens the scene: who is here, and where')
  if (opening || c.sinceWide > 0 || !c.things.length) {
    const size: ShotSize = c.interior ? 'WS' : opening || r < 0.5 ? 'EWS' : 'WS'
    const move: CameraMove = opening ? (c.interior ? 'push-in' : 'crane') : r < 0.4 ? 'pan' : r < 0.75 ? 'push-in' : 'static'
    return shot(
      size,
      'establishing',
      move,
      [],
      {
        framing: opening ? 'establishing shot: shows where we are' : 'the place alone: nobody acts in this line',
        size: 'wide, so that the place can be read',
        move: 'a slow move keeps an empty frame alive',
      },
      { angle: !c.interior && opening ? 'high' : 'eye' },
    )
  }
  const object = c.things[0]!
  return shot(
    'CU',
    'insert',
    'push-in',
    [],
    {
      framing: `insert: the line is about the ${object}`,
      size: 'close, so that the thing fills the frame',
      move: 'a slow push draws the eye',
    },
    { object },
  )
}

function master(c: Coverage, why: string): Choice {
  const subjects = c.here.slice(0, 6)
  const crowd = subjects.length > 2 || subjects.some((k) => c.isGroup(k))
  return shot('WS', 'master', c.first ? 'push-in' : 'static', subjects, {
    framing: `master: ${why}`,
    size: crowd ? 'wide enough for everybody' : 'wide enough for the place and the people in it',
    ...(c.first ? { move: 'a slow push leads into the scene' } : {}),
  })
}

function forLines(unit: Unit, c: Coverage, r: number, r2: number): Choice {
  const spoken = unit.beats.filter((b) => b.beat.kind === 'line')
  const speakers = [...new Set(spoken.map((b) => b.beat.character!))]
  const lead = spoken[0]!
  const who = speakers[0]!
  const name = c.name(who)
  const at = `(line ${lead.beat.line})`
  const listener = c.partner !== undefined && c.partner !== who && c.here.includes(c.partner) ? c.partner : undefined
  const q = c.speeches > 1 ? c.speech / (c.speeches - 1) : 0.4
  const tense = spoken.some((b) => TENSE.test(b.beat.text) || TENSE.test(b.beat.manner ?? ''))

  if (lead.beat.offScreen) {
    const hearer = c.here.find((k) => k !== who) ?? c.here[0]
    if (hearer === undefined) return place(c, r, c.first)
    return shot(r < 0.5 ? 'MCU' : 'MS', 'reaction', 'push-in', [hearer], {
      framing: `${c.name(hearer)} listens: ${name} is heard, not seen ${at}`,
      size: 'close enough to read the face',
      move: 'a slow push while we listen',
    })
  }
  if (unit.beats.some((b) => b.dual)) {
    const both = speakers.filter((k) => c.here.includes(k))
    return shot('MS', both.length > 1 ? 'two-shot' : 'single', 'static', both.length ? both : [who], {
      framing: `both speak at once ${at}`,
      size: 'wide enough for the two of them',
    })
  }
  if (c.first) return master(c, `opens on ${name}'s line ${at}`)
  if (speakers.length > 1 && !c.intercut) {
    const wide = c.here.length > 2 && r < 0.35
    if (wide) return master(c, `quick exchange ${at}`)
    return shot(q > 0.5 ? 'MS' : 'MLS', speakers.length > 2 ? 'group' : 'two-shot', 'static', speakers.slice(0, 4), {
      framing: `two-shot: ${speakers.map(c.name).join(' and ')} trade short lines ${at}`,
      size: 'both in one frame, no cutting on every word',
    })
  }
  if (lead.part % 2 === 1 && listener && lead.parts > 1 && unit.frames > 30)
    return shot(q > 0.6 ? 'CU' : 'MCU', 'reaction', 'static', [listener], {
      framing: `reaction: ${c.name(listener)} listens to ${name}'s long line ${at}`,
      size: 'close enough to read the face',
    })
  if (c.speech > 0 && c.speech % 8 === 5 && c.speech < c.speeches - 1 && !c.intercut && c.here.length > 1)
    return c.here.length > 2 || r < 0.5
      ? master(c, `shows the room again in a long scene ${at}`)
      : shot('MLS', 'two-shot', 'static', [who, ...(listener ? [listener] : [])], {
          framing: `two-shot: shows both again in a long scene ${at}`,
          size: 'wider, to breathe before going close again',
        })
  if (c.speech === 0 && listener && !c.intercut && c.sinceWide > 0)
    return shot('MLS', 'two-shot', 'static', [who, listener], {
      framing: `two-shot: the talk begins, ${name} to ${c.name(listener)} ${at}`,
      size: 'both from the knees up, so that we see how they stand to one another',
    })
  const final = c.speech === c.speeches - 1 && c.last
  if (listener && !c.intercut && q < 0.62 && r < (q < 0.3 ? 0.6 : 0.35))
    return shot(
      q < 0.35 ? 'MS' : 'MCU',
      'over-shoulder',
      'static',
      [who, listener],
      {
        framing: `over ${c.name(listener)}'s shoulder on ${name}: ${c.they(who)} ${at}`,
        size: 'the listener in the edge of the frame ties the two together',
      },
      { over: listener },
    )
  const size: ShotSize = q < 0.22 ? 'MS' : q < 0.5 ? (tense ? 'CU' : 'MCU') : tense || q > 0.78 || final ? 'CU' : r2 < 0.5 ? 'MCU' : 'CU'
  const slow = final || (q > 0.6 && r2 > 0.75)
  return shot(
    size,
    'single',
    slow ? 'push-in' : 'static',
    [who, ...(listener ? [listener] : [])],
    {
      framing: `single on ${name}: ${c.they(who)} ${at}`,
      size: tense
        ? 'close: the line is said with force'
        : q < 0.22
          ? 'from the waist: the talk has only begun'
          : 'closer as the scene tightens',
      ...(slow ? { move: 'a slow push: the line weighs' } : {}),
    },
    tense && /!/.test(lead.beat.text) && r2 > 0.6 ? { angle: 'low' } : {},
  )
}

function forAction(unit: Unit, c: Coverage, r: number, r2: number): Choice {
  const reading = c.reading
  const at = `(line ${unit.beats[0]!.beat.line})`
  const deeds = reading?.deeds ?? []
  const doer = deeds.find((d) => d.who.some((k) => c.here.includes(k)))
  const people = (reading?.people ?? []).filter((k) => c.here.includes(k))
  const who = doer?.who.filter((k) => c.here.includes(k)) ?? []
  const subjects = [...new Set([...who, ...people])]
  if (!subjects.length) return place(c, r, c.first)
  const main = subjects[0]!
  const name = c.name(main)
  const kinds = deeds.filter((d) => d.who.includes(main) || d === doer).map((d) => d.kind)
  const travel = deeds.find((d) => d.who.includes(main) && ['walk', 'run', 'sneak', 'limp', 'enter', 'exit', 'climb'].includes(d.kind))
  const fast = kinds.some((k) => FAST.has(k))
  if (c.first && !travel)
    return subjects.length >= c.here.length || c.here.length > 1
      ? master(c, `where we are, and ${name} ${at}`)
      : solo('WS', c.interior ? 'push-in' : 'static', `opens the scene on ${name} and the place ${at}`)
  if (subjects.length > 2 || c.isGroup(main))
    return shot(r < 0.5 ? 'WS' : 'FS', 'group', fast ? 'handheld' : 'static', subjects.slice(0, 6), {
      framing: `group: ${subjects.map(c.name).join(', ')} ${at}`,
      size: 'wide enough for everybody in the line',
    })
  if (travel) {
    const running = travel.kind === 'run'
    const move: CameraMove = running ? (r < 0.55 ? 'track' : 'handheld') : c.first || r < 0.4 ? 'pan' : 'track'
    const size: ShotSize = c.first ? 'WS' : running ? (r2 < 0.5 ? 'FS' : 'MLS') : r2 < 0.35 ? 'WS' : r2 < 0.75 ? 'FS' : 'MLS'
    return shot(size, 'moving', move, [main], {
      framing: `moving shot: ${name} ${travel.word} ${at}`,
      size: 'the whole body, because the action is in the legs',
      move:
        move === 'pan' ? 'the camera turns with the walk' : move === 'track' ? 'the camera travels along' : 'hand-held: the pace is hot',
    })
  }
  if (fast)
    return shot(
      r < 0.5 ? 'FS' : 'MLS',
      who.length > 1 || subjects.length > 1 ? 'two-shot' : 'moving',
      'handheld',
      subjects.slice(0, 2),
      { framing: `action: ${name} ${at}`, size: 'the whole body, because the action is in it', move: 'hand-held: the pace is hot' },
      r2 < 0.4 ? { angle: 'low' } : {},
    )
  if (doer && c.things.length && kinds.some((k) => HANDS.has(k)) && r < 0.34 && !c.first)
    return shot(
      'CU',
      'insert',
      'static',
      [main],
      { framing: `insert: ${name} and the ${c.things[0]} ${at}`, size: 'close: the hands tell it' },
      { object: c.things[0]! },
    )
  if (who.length > 1)
    return shot('MLS', 'two-shot', 'static', who.slice(0, 2), {
      framing: `two-shot: ${who.slice(0, 2).map(c.name).join(' and ')} act together ${at}`,
      size: 'both in one frame',
    })
  if (kinds.some((k) => BODIES.has(k)))
    return solo(r < 0.6 ? 'MLS' : 'FS', 'static', `${name}: the body tells it ${at}`, kinds.includes('lie') ? 'high' : 'eye')
  if (kinds.some((k) => HANDS.has(k))) return solo(r2 < 0.6 ? 'MS' : 'MLS', 'static', `${name} at work: hands and face in one frame ${at}`)
  if (kinds.some((k) => FACES.has(k))) {
    const late = c.speeches > 0 && c.speech > c.speeches * 0.6
    return solo(
      late || kinds.includes('cry') ? 'CU' : r < 0.5 ? 'MCU' : 'MS',
      r2 < 0.4 ? 'push-in' : 'static',
      `${name}: the face tells it ${at}`,
    )
  }
  return subjects.length > 1 && !c.intercut
    ? shot('MLS', 'two-shot', 'static', subjects.slice(0, 2), {
        framing: `two-shot: ${subjects.slice(0, 2).map(c.name).join(' and ')} ${at}`,
        size: 'both in one frame',
      })
    : solo(r < 0.5 ? 'MLS' : 'MS', 'static', `${name} ${at}`)

  function solo(size: ShotSize, move: CameraMove, framing: string, angle: Shot['angle'] = 'eye'): Choice {
    return shot(
      size,
      size === 'WS' ? 'master' : 'single',
      move,
      [main],
      {
        framing,
        size: size === 'CU' || size === 'MCU' ? 'close enough to read the face' : 'enough of the body to see what is done',
        ...(move === 'static' ? {} : { move: 'a slow push draws us in' }),
      },
      { angle },
    )
  }
}
