import {
  densityStops,
  type Exposing,
  type Fixture,
  listFixtures,
  MAINS,
  type MainsName,
  type PowerSchedule,
  powerSchedule,
} from '../../departments/lighting'
import type { DocumentSection, DocumentTable, PrintedDocument } from '../../encode'
import type { ShotSlice } from '../../film'
import { plotDrawing } from './plot-drawing'

/** A light of a film: a scene's, or that of a shot which has its own. */
export interface PlottedScene {
  /** `3`, or `3.2` for its second light. */
  readonly number: string
  readonly title: string
  /** Of its nearest shot. */
  readonly slice: ShotSlice
}

/** How a plot is wanted. */
export interface LightPlotWish {
  readonly mains?: MainsName
  /** Of the camera; 800 when absent. */
  readonly iso?: number
  /** Socket circuits that each location has. */
  readonly circuits?: number
}

/** What a plot's scenes come to: lamps and power, for the paper and for other lists. */
export interface PlottedLight {
  readonly scene: PlottedScene
  readonly camera: Exposing
  readonly fixtures: readonly Fixture[]
  readonly power: PowerSchedule
}

/** What cameras are rated at where the production does not say. */
export const USUAL_ISO = 800
/** Sizes that generators are hired in, kVA. */
const GENERATORS = [6, 20, 40, 60, 100, 150, 200, 400] as const

/** Lamps and circuits of each light. */
export function plottedLights(
  scenes: readonly PlottedScene[],
  { mains = '230V', iso = USUAL_ISO, circuits }: LightPlotWish = {},
): PlottedLight[] {
  return scenes.map((scene) => {
    const { set, light, shot } = scene.slice
    const { fStop, shutterAngleDeg } = shot.camera
    const camera = { iso, fStop, shutterAngleDeg, fps: shot.fps.num / shot.fps.den }
    const fixtures = listFixtures(set, light, camera)
    return { scene, camera, fixtures, power: powerSchedule(fixtures, MAINS[mains], circuits) }
  })
}

/** The light plot and power schedule of a film: a page a light with its plan and lamps, its circuits, and what all of it comes to. */
export function lightPlot(title: string, scenes: readonly PlottedScene[], wish: LightPlotWish = {}): PrintedDocument {
  const lights = plottedLights(scenes, wish)
  const { volts, amps } = MAINS[wish.mains ?? '230V']
  const most = lights.reduce((m, l) => Math.max(m, l.power.watts), 0)
  const warned = lights.filter((l) => l.power.warnings.length > 0)
  return {
    title,
    subtitle: 'Light plot and power schedule',
    lines: [
      `${lights.length} ${lights.length === 1 ? 'light' : 'lights'}; circuits of ${amps} A at ${volts} V, loaded to four fifths`,
      `The most at once: ${watts(most)}${most > 0 ? `; a generator of ${generatorFor(most)} kVA bears it` : ''}`,
      warned.length === 0
        ? 'No circuit is overloaded.'
        : `More than sockets bear: ${warned.map((l) => `scene ${l.scene.number}`).join(', ')}`,
    ],
    sections: [...lights.map(sceneSection), totals(lights)],
  }
}

const watts = (w: number): string => (w >= 1000 ? `${(w / 1000).toFixed(1)} kW` : `${Math.round(w)} W`)

/** Loaded to four fifths, at a power factor of 0.95. */
const generatorFor = (w: number): number => GENERATORS.find((g) => w / 950 <= g * 0.8) ?? GENERATORS.at(-1)!

function sceneSection({ scene, camera, fixtures, power }: PlottedLight): DocumentSection {
  const { slice, number, title } = scene
  const { set, light } = slice
  const density = densityStops(set, light, camera)
  const asked = light.rig ? `Key to fill ${light.rig.ratio}:1 on a grey card. ` : ''
  return {
    heading: `${number}. ${title}`,
    subtitle: `T${camera.fStop} at ISO ${camera.iso}, ${Math.round(camera.shutterAngleDeg)}° shutter${density > 0 ? `, ND ${(density * 0.3).toFixed(1)}` : ''}; cameras set to ${Math.round(light.balance ?? 5600)} K`,
    paragraphs: [
      `${asked}${light.why
        .filter((w) => !light.rig || !w.startsWith('grey card'))
        .slice(0, 3)
        .map(sentence)
        .join(' ')}`,
    ],
    pictures: [],
    drawings: [plotDrawing(slice, fixtures, `${set.name}, ${set.widthM.toFixed(1)} × ${set.depthM.toFixed(1)} m`)],
    tables: [
      ...(fixtures.length > 0 ? [{ title: 'Lamps', table: lampTable(fixtures) }] : []),
      ...(power.circuits.length > 0
        ? [{ title: `Circuits: ${watts(power.watts)}, ${power.amps.toFixed(1)} A`, table: circuitTable(power) }]
        : []),
      ...(power.warnings.length > 0
        ? [{ title: 'Overload', table: { head: ['What no socket bears'], shares: [1], rows: power.warnings.map((w) => [w]) } }]
        : []),
    ],
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** Compass of the plan: up is north. */
const SIDES = ['S', 'SE', 'E', 'NE', 'N', 'NW', 'W', 'SW'] as const

function aimed({ position, target }: Fixture): string {
  if (!target) return ''
  const [x, y, z] = [target[0] - position[0], target[1] - position[1], target[2] - position[2]]
  const flat = Math.hypot(x, z)
  const tilt = Math.round((Math.atan2(y, flat) * 180) / Math.PI)
  const side = SIDES[((Math.round(Math.atan2(x, z) / (Math.PI / 4)) % 8) + 8) % 8]
  return `${flat < 0.2 ? '' : `${side}, `}${tilt > 0 ? '+' : ''}${tilt}°`
}

const colourOf = ({ kelvin, hue }: Fixture): string => (hue ? `hue ${hue.degrees}°, ${Math.round(hue.saturation * 100)} %` : `${kelvin} K`)

const lampTable = (fixtures: readonly Fixture[]): DocumentTable => ({
  head: ['Lamp', 'For', 'What', 'At x, z; height', 'Aim', 'Colour', 'Gel and diffusion', 'Beam', 'Level', 'Watts', 'Lux'],
  shares: [6, 9, 24, 15, 9, 12, 22, 7, 7, 8, 8],
  rows: fixtures.map((f) => [
    f.id,
    f.purpose,
    `${f.count > 1 ? `${f.count} × ` : ''}${f.name}${f.flicker ? `, flickers: ${f.flicker}` : ''}`,
    `${f.position[0].toFixed(1)}, ${f.position[2].toFixed(1)}; ${f.position[1].toFixed(1)} m`,
    aimed(f),
    colourOf(f),
    f.gels.join(', '),
    f.beamDeg === undefined ? '' : `${f.beamDeg}°`,
    f.watts === 0 ? '' : `${f.dimmer} %`,
    f.watts === 0 ? '' : String(f.watts * f.count),
    String(f.lux),
  ]),
})

const circuitTable = ({ circuits }: PowerSchedule): DocumentTable => ({
  head: ['Circuit', 'Lamps', 'Watts', 'Amperes', 'Breaker', 'Load'],
  shares: [10, 50, 12, 12, 12, 12],
  rows: circuits.map((c) => [
    String(c.number),
    c.fixtures.map((f) => f.id).join(', '),
    String(c.watts),
    c.amps.toFixed(1),
    `${c.breaker} A`,
    `${Math.round((c.amps / c.breaker) * 100)} %`,
  ]),
})

function totals(lights: readonly PlottedLight[]): DocumentSection {
  return {
    heading: 'Power schedule',
    subtitle: 'What each light draws at full, and the gels it takes',
    paragraphs: [],
    pictures: [],
    table: {
      head: ['Scene', 'Place', 'Lamps', 'Watts', 'Amperes', 'Circuits', 'Generator', 'Gels'],
      shares: [8, 32, 8, 10, 10, 10, 12, 34],
      rows: lights.map(({ scene, fixtures, power }) => [
        scene.number,
        scene.title,
        String(fixtures.reduce((n, f) => n + f.count, 0)),
        String(power.watts),
        power.amps.toFixed(1),
        String(power.circuits.length),
        power.watts > 0 ? `${generatorFor(power.watts)} kVA` : '',
        [...new Set(fixtures.flatMap((f) => f.gels))].join(', '),
      ]),
    },
  }
}
