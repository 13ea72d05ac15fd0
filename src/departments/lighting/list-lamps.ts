import { add, clamp, type LightPlan, normalize, type SetSpec, scale, sub, type Vec3 } from '../../film'
import { isWindowRole } from './bounce-volume'
import { lightColour } from './fixtures/gels'
import { middleOf } from './fixtures/list-fixtures'
import { lampName, SUN_LAMP } from './lamps-by-hand'

/** A lamp of a plan, as a hand finds it: what it is called, and what can be set of it. */
export interface LampFacts {
  /** What edits call it. */
  readonly name: string
  /** In words: `back light`, `table lamp`. */
  readonly title: string
  readonly on: boolean
  /** Where it stands; none for the sun. */
  readonly position?: Vec3
  /** What it looks at; none for what shines all round. */
  readonly target?: Vec3
  /** Whether a hand may carry it: what is a thing's, or a window's, stays. */
  readonly isFree: boolean
  readonly kelvin: number
  /** All of its beam, degrees, and how soft its edge is; none for what shines all round. */
  readonly beamDeg?: number
  readonly soft?: number
  /** What it throws into its beam, in the plan's own lumens: times `realLux` they are those of the camera's stop. */
  readonly lumens?: number
}

/** Lumens in a cone of so many candela. @param half its angle to either side, radians; π for all round. */
const lumensIn = (candela: number, half: number): number => candela * 2 * Math.PI * (1 - Math.cos(half))

const WORDS: Readonly<Record<string, string>> = { rim: 'back light', fill: 'fill', wash: 'ground light' }
const titleOf = (role: string): string =>
  WORDS[role] ??
  (role.startsWith('rig:')
    ? `key (${role.slice(4)})`
    : role
        .replace(/^key:/, '')
        .replace(/^light-/, '')
        .replaceAll('-', ' '))

/** The lamps of a plan: those in its slots, what else could burn in the set, and the sun where there is one. */
export function listLamps(light: LightPlan, set: SetSpec): LampFacts[] {
  const balance = light.balance ?? 5200
  const out = new Map<string, LampFacts>()
  const put = (lamp: LampFacts) => out.has(lamp.name) || out.set(lamp.name, lamp)
  const isPractical = (name: string) => set.practicals.some((p) => p.key === name)
  for (const { role, position, target, colour, candela, angle, penumbra } of light.spots) {
    if (role === 'unused') continue
    const name = lampName(role, set)
    put({
      name,
      title: titleOf(role),
      on: candela > 0,
      position,
      target,
      isFree: !isPractical(name) && !isWindowRole(role),
      kelvin: lightColour(colour, balance).kelvin,
      beamDeg: Math.round((angle * 360) / Math.PI),
      soft: penumbra,
      lumens: lumensIn(candela, angle),
    })
  }
  for (const { role, position, colour, candela } of light.points) {
    if (role === 'unused') continue
    const name = lampName(role, set)
    const kelvin = lightColour(colour, balance).kelvin
    put({ name, title: titleOf(role), on: candela > 0, position, isFree: !isPractical(name), kelvin, lumens: lumensIn(candela, Math.PI) })
  }
  for (const p of set.practicals) {
    const glow = light.glow[p.key]
    const kelvin = glow ? lightColour(glow.colour, balance).kelvin : (p.kelvin ?? balance)
    put({ name: p.key, title: titleOf(p.key), on: (glow?.strength ?? 0) > 0, position: p.position, isFree: false, kelvin })
  }
  if (light.sun.lux > 0)
    put({ name: SUN_LAMP, title: 'sun or moon', on: true, isFree: false, kelvin: lightColour(light.sun.colour, balance).kelvin })
  return [...out.values()]
}

/** Metres above the floor, from the people, and from walls that a new lamp's stand has. */
const NEW_LAMP = { high: 2.2, off: 1.8, fromWall: 0.4 } as const

/** Where a lamp more may stand, and look: a quarter round the people from the camera. */
export function newLampAt(
  light: LightPlan,
  { interior, widthM, depthM, heightM }: SetSpec,
  camera: Vec3,
): { position: Vec3; target: Vec3 } {
  const target = middleOf(light)
  const way = normalize(sub([camera[0], 0, camera[2]], [target[0], 0, target[2]]))
  const [s, c] = [Math.sin(0.8), Math.cos(0.8)]
  const side: Vec3 = [way[0] * c + way[2] * s, 0, way[2] * c - way[0] * s]
  const [x, , z] = add(target, scale(side, NEW_LAMP.off))
  const [w, d] = [widthM / 2 - NEW_LAMP.fromWall, depthM / 2 - NEW_LAMP.fromWall]
  const y = interior ? Math.min(NEW_LAMP.high, heightM - 0.2) : NEW_LAMP.high
  const hundredth = (v: number) => Math.round(v * 100) / 100
  const inside = (v: number, half: number) => hundredth(interior ? clamp(v, -half, half) : v)
  return {
    position: [inside(x, w), hundredth(y), inside(z, d)],
    target: [hundredth(target[0]), hundredth(target[1]), hundredth(target[2])],
  }
}
