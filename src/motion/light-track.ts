import { hash32, type LightPlan, mix32, noise1, type ShotPlan, smoothstep, type Travel } from '../film'
import { lampOffM, shadeOfPassing } from './ride'

type Flicker = LightPlan['spots'][number]['flicker']

/** A repeatable number in [0, 1) for a slot of time. */
const dice = (key: string, slot: number): number => mix32(hash32(key) + Math.imul(slot, 0x9e3779b1)) / 4294967296

/** Multiplier of a light at a time; mean about 1 except for lightning, which is dark between flashes. */
export function flickerAt(kind: Flicker, key: string, t: number): number {
  switch (kind) {
    case 'fluorescent': {
      // Mostly steady with a faint hum; now and then the tube stutters for a third of a second.
      const slot = Math.floor(t / 0.35)
      if (dice(`${key}/bout`, Math.floor(slot / 4)) > 0.28) return 1 - 0.015 * (noise1(`${key}/hum`, t * 9) + 1)
      return dice(key, Math.floor(t * 20)) < 0.3 ? 0.25 : 0.95
    }
    case 'fire':
      return 1 + 0.16 * noise1(`${key}/slow`, t * 2.1) + 0.12 * noise1(`${key}/lick`, t * 6.3) + 0.06 * noise1(`${key}/fast`, t * 13)
    case 'screen': {
      // Cuts in what is on: a new level every second or three, slow changes between.
      const cut = Math.floor(t * 0.7 + noise1(`${key}/cut`, Math.floor(t * 0.7)) * 0.4)
      return 0.75 + 0.5 * dice(key, cut) + 0.08 * noise1(`${key}/play`, t * 3)
    }
    case 'pulse':
      return 0.6 + 0.4 * Math.cos(2 * Math.PI * (t * 0.8 + dice(key, 0)))
    case 'lightning': {
      let level = 0
      const slot = Math.floor(t / 2.4)
      for (const s of [slot - 1, slot]) {
        if (dice(`${key}/strike`, s) > 0.55) continue
        const start = s * 2.4 + dice(`${key}/when`, s) * 1.8
        for (const [late, strong] of [
          [0, 1],
          [0.09, 0.5],
          [0.17, 0.85],
        ] as const) {
          const d = t - start - late
          if (d >= 0) level = Math.max(level, strong * Math.exp(-d / 0.07))
        }
      }
      return level < 0.01 ? 0 : level
    }
    default:
      return 1
  }
}

/** What is driven, and how far it has come, metres. */
interface Drive {
  readonly travel: Travel
  readonly travelledM: number
}

/** Lights of a frame: multipliers in the plan's order. */
export function lightsAt(light: LightPlan, shotKey: string, t: number, lamps: NonNullable<ShotPlan['lamps']> = {}, drive?: Drive) {
  const keyed = Object.entries(lamps)
  const burns = (role: string) => keyed.find(([key]) => role === key || role.endsWith(`:${key}`))?.[1]
  const at = (role: string, kind: Flicker) => flickerAt(kind, `${shotKey}/${role}`, t) * lampAt(burns(role), t)
  return {
    sun: drive ? shadeOfPassing(drive.travel, light.sun.direction, drive.travelledM) : 1,
    spots: light.spots.map((l) => at(l.role, l.flicker)),
    points: light.points.map((l) => at(l.role, l.flicker)),
    glow: Object.fromEntries(
      Object.entries(light.glow).map(([k, g]) => [k, flickerAt(g.flicker, `${shotKey}/${glowRole(light, k)}`, t) * lampAt(lamps[k], t)]),
    ),
    ambient: 1,
    ...(drive?.travel.lamps ? { passingM: lampOffM(drive.travel.lamps, drive.travelledM) } : {}),
  }
}

/** A practical's glow flickers with the light that stands for it, where they share a name. */
const glowRole = (light: LightPlan, key: string): string =>
  [...light.points, ...light.spots].find((l) => l.role === key || l.role.endsWith(`:${key}`))?.role ?? key

/** Level of the picture in a frame: 1, or less in a fade from or to black. */
export function levelAt(shot: Pick<ShotPlan, 'fadeIn' | 'fadeOut' | 'frames'>, frame: number): number {
  const up = shot.fadeIn > 0 ? smoothstep(0, shot.fadeIn, frame) : 1
  const down = shot.fadeOut > 0 ? 1 - smoothstep(shot.frames - 1 - shot.fadeOut, shot.frames - 1, frame) : 1
  return Math.min(up, down)
}

/** How much a lamp that is lit or put out burns at a time; one that nobody touches burns. */
const lampAt = (keys: readonly { readonly t: number; readonly on: number }[] | undefined, t: number): number =>
  keys
    ? doorAt(
        keys.map((k) => ({ t: k.t, open: k.on })),
        t,
      )
    : 1

/** How far a door is open at a time: eased between its keys. */
export function doorAt(keys: readonly { readonly t: number; readonly open: number }[], t: number): number {
  const first = keys[0]
  if (!first) return 0
  let value = first.open
  for (let i = 1; i < keys.length; i++) {
    const a = keys[i - 1]!
    const b = keys[i]!
    if (t >= b.t) value = b.open
    else if (t > a.t) return a.open + (b.open - a.open) * smoothstep(a.t, b.t, t)
    else break
  }
  return value
}
