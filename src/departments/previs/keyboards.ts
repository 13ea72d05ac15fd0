import type { Placement, Vec3 } from '../../film'
import type { Doing } from './handle-thing'
import { report } from './report-finding'
import type { StageActor } from './stage-actor'

/** Where the keys of an upright piano are: above its floor, and before its middle; metres, as it is built. */
const KEYS = { y: 0.75, z: 0.15 } as const
const LONGEST_S = 14

/** Plays the piano of the set: on its stool, hands on the keys. Left out where there is none. */
export function playsAt(d: Doing, a: StageActor, t: number, seconds: number): void {
  const { stage } = d
  const { places, traffic } = stage
  const piano = places.set.placements.find((p) => p.prop === 'piano')
  const seat = piano && places.mark('seat', a.place.spot, traffic.taken(a), (m) => m.of === piano.key)
  if (!piano || (!seat && a.place.of !== piano.key)) {
    report(stage, d.beat, 'no-thing', a, `finds no piano here to ${d.deed.word}`)
    return
  }
  if (seat && a.place.of !== piano.key) {
    if (traffic.send(a, t, seat, 'walk') === undefined) {
      report(stage, d.beat, 'out-of-reach', a, 'cannot get to the piano')
      return
    }
    report(stage, d.beat, 'walked-there', a, 'sits down at the piano first')
  }
  const at = keysOf(piano)
  const start = Math.max(t, a.busyUntil) + (a.place.stance === 'sit' ? 0.3 : 0)
  a.gaze.push({ kind: 'point', t0: start, at })
  a.acts.push({ verb: 'play-keys', t0: start, t1: start + Math.min(LONGEST_S, Math.max(4, seconds * 1.6)), hand: 'both', at, energy: 0.6 })
}

function keysOf({ position: [x, y, z], yaw }: Placement): Vec3 {
  return [x + Math.sin(yaw) * KEYS.z, y + KEYS.y, z + Math.cos(yaw) * KEYS.z]
}
