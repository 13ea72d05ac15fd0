import type { ShotSize } from '../../film'
import { master, place, shot } from './cover-place'
import type { Choice, Coverage } from './coverage'
import type { Unit } from './group-beats'

const TENSE = /[!]|\b(?:shout|scream|yell|whisper|cry|crying|sob|angr|furious|terrif|beg)/i

/** Lines: two-shots, shoulders and singles that tighten as the scene goes on, faces that listen. */
export function coverLines(unit: Unit, c: Coverage, r: number, r2: number): Choice {
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
