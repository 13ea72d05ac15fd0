import type { CameraMove, Shot, ShotSize } from '../../film'
import { master, place, shot } from './cover-place'
import type { Choice, Coverage } from './coverage'
import type { DeedKind } from './deed-table'
import type { Unit } from './group-beats'

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
  'raise',
  'close',
  'clasp',
  'shoot',
  'seal',
  'tear',
  'kindle',
  'check-watch',
  'play',
  'strum',
  'count',
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
  'look-around',
  'look-down',
  'kiss',
  'think',
  'cough',
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
  'die',
  'dodge',
  'bow',
  'clap',
  'salute',
  'stairs',
  'float',
  'dress',
  'undress',
  'headwear',
  'gloves',
])
const FAST: ReadonlySet<DeedKind> = new Set(['run', 'punch', 'jump', 'kick', 'throw', 'fall', 'slap', 'dodge', 'shoot'])

/** What one does to another and must be seen to land. */
const BLOWS: ReadonlySet<DeedKind> = new Set(['slap', 'punch'])

/** What two do as one. */
const TENDER: ReadonlySet<DeedKind> = new Set(['hug', 'kiss', 'dance'])

/** Deeds that are not seen without whoever they are done to. */
const TO_SOMEBODY: ReadonlySet<DeedKind> = new Set(['hug', 'kiss', 'clasp', 'give', 'touch', 'pull', 'kneel', 'whisper'])

/** Whether words after a verb name a thing. */
const names = (rest: readonly string[], thing: string): boolean =>
  thing.split(/\s+/).every((w) => rest.includes(w) || rest.includes(`${w}s`) || rest.includes(`${w}es`))

/** Action: as much of the body as the deed needs, moving with whoever moves. */
export function coverAction(unit: Unit, c: Coverage, r: number, r2: number): Choice {
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
  const travel = deeds.find(
    (d) => d.who.includes(main) && ['walk', 'run', 'sneak', 'limp', 'enter', 'exit', 'climb', 'stairs', 'swim'].includes(d.kind),
  )
  const fast = kinds.some((k) => FAST.has(k))
  // Whoever is in the water is filmed from near it: from the land they are a head.
  const wet = deeds.find((d) => d.who.includes(main) && (d.kind === 'swim' || d.kind === 'float'))
  if (wet && !c.isGroup(main)) return { ...solo('FS', 'pan', `${name} ${wet.word} ${at}`), body: true }
  if (c.first && !travel)
    return subjects.length >= c.here.length || c.here.length > 1
      ? master(c, `where we are, and ${name} ${at}`)
      : solo('WS', c.interior ? 'push-in' : 'static', `opens the scene on ${name} and the place ${at}`)
  // A blow is seen from the side, whoever else looks on: no back stands before it.
  const blow = deeds.find((d) => d.who.includes(main) && BLOWS.has(d.kind) && d.to.some((k) => c.here.includes(k)))
  if (blow && !c.isGroup(main)) {
    const both = [main, blow.to.find((k) => c.here.includes(k))!]
    return shot('MLS', 'two-shot', 'static', both, {
      framing: `two-shot: ${both.map(c.name).join(' and ')}: the blow, from the side ${at}`,
      size: 'both in one frame, the arm between them',
    })
  }
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
  const thing = c.things.find((name) => deeds.some((d) => d.who.includes(main) && HANDS.has(d.kind) && names(d.rest, name)))
  if (doer && thing !== undefined && r < 0.34 && !c.first)
    return shot(
      'CU',
      'insert',
      'static',
      [main],
      { framing: `insert: ${name} and the ${thing} ${at}`, size: 'close: the hands tell it' },
      { object: thing },
    )
  const done = deeds.find((d) => d.who.includes(main) && TO_SOMEBODY.has(d.kind) && d.to.some((k) => c.here.includes(k)))
  if (done) {
    const both = [main, done.to.find((k) => c.here.includes(k))!]
    const tender = TENDER.has(done.kind)
    return shot(done.kind === 'kiss' || r < 0.4 ? 'MS' : 'MLS', 'two-shot', tender ? 'orbit' : 'static', both, {
      framing: `two-shot: ${both.map(c.name).join(' and ')}: it takes both ${at}`,
      size: 'both in one frame, and what goes between them',
      ...(tender ? { move: 'the camera goes round the two of them' } : {}),
    })
  }
  const close = subjects.length > 1 && kinds.some((k) => TENDER.has(k))
  if (who.length > 1 || close)
    return shot('MLS', 'two-shot', close ? 'orbit' : 'static', subjects.slice(0, 2), {
      framing: `two-shot: ${subjects.slice(0, 2).map(c.name).join(' and ')} ${close ? 'are one' : 'act together'} ${at}`,
      size: 'both in one frame',
      ...(close ? { move: 'the camera goes round the two of them' } : {}),
    })
  if (kinds.some((k) => BODIES.has(k)))
    return {
      ...solo(r < 0.6 ? 'MLS' : 'FS', 'static', `${name}: the body tells it ${at}`, kinds.includes('lie') ? 'high' : 'eye'),
      body: true,
    }
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
