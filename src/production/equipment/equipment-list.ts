import { type CameraSupport, lensNamed, supportFor, TRACK_PIECE_M } from '../../departments/camera'
import { type Fixture, MAINS } from '../../departments/lighting'
import type { PlannedShot, RenderPlan, ShotSlice } from '../../film'
import { type LightPlotWish, type PlottedLight, plotPlaces, plottedLights } from '../light-plot'

export const EQUIPMENT_KINDS = ['camera', 'lens', 'support', 'grip', 'lighting', 'gel', 'power'] as const
export type EquipmentKind = (typeof EQUIPMENT_KINDS)[number]

/** So many of a thing, and what for. */
export interface EquipmentItem {
  readonly kind: EquipmentKind
  readonly name: string
  readonly count: number
  /** Addresses of shots, or `scene 3`: where it is used. */
  readonly use: readonly string[]
}

/** What one shot takes. */
export interface ShotEquipment {
  readonly address: string
  readonly size: string
  readonly move: string
  readonly lens: string
  readonly stop: string
  readonly support: CameraSupport
}

/** A day in one place by day, or by night. */
export interface ShootingDay {
  readonly number: number
  readonly place: string
  readonly isNight: boolean
  /** Numbers of its scenes. */
  readonly scenes: readonly string[]
  readonly shots: readonly ShotEquipment[]
  readonly items: readonly EquipmentItem[]
}

/** The film's equipment: by day and shot, and the most of each thing that any day takes. */
export interface EquipmentList {
  readonly days: readonly ShootingDay[]
  readonly items: readonly EquipmentItem[]
}

/** A dolly and its crew are quicker than a page, but no day takes more shots than this. */
const SHOTS_A_DAY = 30

/**
 * What a film takes to shoot. While nothing else is scheduled, a place by day is a day and by night another; long ones go on.
 * @param slice what a shot depends on, by its key.
 */
export function equipmentList(plan: RenderPlan, slice: (shotKey: string) => ShotSlice, wish: LightPlotWish = {}): EquipmentList {
  const lights = plottedLights(
    plotPlaces(plan).map((p) => ({ ...p, slice: slice(p.shotKey) })),
    wish,
  )
  const groups = new Map<string, { readonly place: string; readonly isNight: boolean; readonly scenes: number[] }>()
  plan.scenes.forEach(({ key, title, set }, i) => {
    const isNight = /\b(?:NIGHT|EVENING|DUSK|DAWN)\b/i.test(title)
    const first = plan.shots.find((s) => s.sceneKey === key)
    if (!first) return
    const name = `${first.set ?? set} ${isNight}`
    const group = groups.get(name) ?? { place: placeIn(title), isNight, scenes: [] }
    group.scenes.push(i)
    groups.set(name, group)
  })
  const days: ShootingDay[] = []
  for (const { place, isNight, scenes } of groups.values()) {
    const all = scenes.flatMap((i) =>
      plan.shots.filter((s) => s.sceneKey === plan.scenes[i]?.key).map((shot) => ({ shot, scene: String(i + 1) })),
    )
    for (let from = 0; from < all.length; from += SHOTS_A_DAY) {
      const part = all.slice(from, from + SHOTS_A_DAY)
      const numbers = [...new Set(part.map((p) => p.scene))]
      const shots = part.map(({ shot }) => shotEquipment(shot, slice(shot.key)))
      const lit = lights.filter((l) => numbers.includes(l.scene.number.split('.')[0] as string))
      days.push({ number: days.length + 1, place, isNight, scenes: numbers, shots, items: itemsOf(shots, lit, wish) })
    }
  }
  return { days, items: most(days) }
}

/** The place of a heading, without its hour. */
const placeIn = (title: string): string =>
  title.replace(/\s+[-–—]+\s+(?:DAY|NIGHT|DAWN|DUSK|EVENING|MORNING|CONTINUOUS|LATER|MOMENTS LATER|SAME)\b.*$/i, '')

function shotEquipment(shot: PlannedShot, { shot: { camera, frames, fps } }: ShotSlice): ShotEquipment {
  return {
    address: shot.address,
    size: shot.size,
    move: shot.move,
    lens: lensFor(camera),
    stop: `T${camera.fStop}`,
    support: supportFor(camera, shot.move, (frames * fps.den) / fps.num),
  }
}

/** A prime of its set, or the zoom that goes from the shortest to the longest of its focal lengths. */
function lensFor({ keys, lensMm, lenses }: ShotSlice['shot']['camera']): string {
  const all = keys.map((k) => k.lensMm ?? lensMm)
  const name = lensNamed(Math.min(...all), Math.max(...all))
  return lenses && lenses !== 'modern' ? `${lenses.replace('-', ' ')} ${name}` : name
}

/** Counts things of the same name. */
class Bill {
  private readonly items = new Map<string, { kind: EquipmentKind; name: string; count: number; use: string[] }>()

  /** So many are there at once: the most counts. */
  need(kind: EquipmentKind, name: string, count: number, use: readonly string[]): void {
    const item = this.items.get(`${kind} ${name}`) ?? { kind, name, count: 0, use: [] }
    item.count = Math.max(item.count, count)
    for (const u of use) if (!item.use.includes(u)) item.use.push(u)
    this.items.set(`${kind} ${name}`, item)
  }

  list(): EquipmentItem[] {
    return [...this.items.values()].sort(
      (a, b) => EQUIPMENT_KINDS.indexOf(a.kind) - EQUIPMENT_KINDS.indexOf(b.kind) || a.name.localeCompare(b.name, 'en', { numeric: true }),
    )
  }
}

/** Heads up to so many watts stand on a C-stand; heavier ones on combo stands. */
const C_STAND_WATTS = 300

function itemsOf(shots: readonly ShotEquipment[], lights: readonly PlottedLight[], wish: LightPlotWish): EquipmentItem[] {
  const bill = new Bill()
  const all = shots.map((s) => s.address)
  bill.need('camera', 'camera body, Super 35', 1, all)
  bill.need('camera', 'monitor and wireless video', 1, all)
  bill.need('camera', 'matte box and follow focus', 1, all)
  for (const s of shots) {
    bill.need('lens', s.lens, 1, [s.address])
    bill.need('support', s.support.name + (s.support.armM ? `, ${s.support.armM} m` : ''), 1, [s.address])
    for (const w of s.support.with) bill.need('support', w, 1, [s.address])
    if (s.support.trackM)
      bill.need('grip', `track, pieces of ${TRACK_PIECE_M} m`, Math.round(s.support.trackM / TRACK_PIECE_M), [s.address])
  }
  for (const { scene, fixtures, power } of lights) {
    const use = [`scene ${scene.number}`]
    const counted = (of: readonly Fixture[], name: (f: Fixture) => string | undefined) => {
      const counts = new Map<string, number>()
      for (const f of of) {
        const n = name(f)
        if (n !== undefined) counts.set(n, (counts.get(n) ?? 0) + f.count)
      }
      return counts
    }
    const heads = fixtures.filter((f) => f.purpose !== 'practical')
    for (const [name, count] of counted(heads, (f) => f.name)) bill.need('lighting', name, count, use)
    for (const [name, count] of counted(
      fixtures.filter((f) => f.purpose === 'practical' && f.watts > 0),
      (f) => `bulb ${f.watts} W, dimmable`,
    ))
      bill.need('lighting', name, count, use)
    for (const [name, count] of counted(heads, (f) =>
      f.watts === 0 ? 'reflector frame and stand' : f.watts > C_STAND_WATTS ? 'combo stand' : 'C-stand',
    ))
      bill.need('grip', name, count, use)
    bill.need('grip', 'sandbag', heads.length, use)
    const gels = new Map<string, number>()
    for (const f of heads) for (const g of f.gels) gels.set(g, (gels.get(g) ?? 0) + f.count)
    for (const [name, count] of gels) bill.need('gel', name, count, use)
    const { volts, amps } = MAINS[wish.mains ?? '230V']
    const sockets = power.circuits.filter((c) => c.breaker === amps).length
    if (sockets > 0) bill.need('power', `cable ${amps} A, 25 m`, sockets * 2, use)
    if (heads.some((f) => f.watts > 0 && f.dimmer < 100)) bill.need('power', 'dimmer or lighting desk', 1, use)
    for (const c of power.circuits) if (c.breaker > amps) bill.need('power', `distribution ${c.breaker} A, ${volts} V`, 1, use)
  }
  return bill.list()
}

/** The most of each thing that one day takes, and the days it is needed. */
function most(days: readonly ShootingDay[]): EquipmentItem[] {
  const bill = new Bill()
  for (const day of days) for (const item of day.items) bill.need(item.kind, item.name, item.count, [`day ${day.number}`])
  return bill.list()
}
