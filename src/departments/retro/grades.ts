import { type Value, type Vec3, z } from '../../film'
import { Cdl } from './style/index'

const Tint = z.tuple([z.number().min(-0.5).max(0.5), z.number().min(-0.5).max(0.5), z.number().min(-0.5).max(0.5)]).default([0, 0, 0])
const Row = z.tuple([z.number(), z.number(), z.number()])

/** A way to colour a film, applied to the display-referred picture (sRGB, 0 to 1) in the order of its fields. */
export const Grade = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** A line for people. */
  about: z.string(),
  /** What each channel is made of; a black-and-white stock has three equal rows. */
  mix: z.tuple([Row, Row, Row]).default([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]),
  cdl: Cdl.prefault({}),
  /** How much of the picture's own lightness lies over its colours, as silver does that was not bleached out. */
  silver: z.number().min(0).max(1).default(0),
  /** Contrast of the middle by an S-curve; below 0 softer. */
  curve: z.number().min(-1).max(1).default(0),
  /** Added where it is dark, between, and where it is bright. */
  shadows: Tint,
  middle: Tint,
  highlights: Tint,
  /** Code values that black and white end up at. */
  black: z.number().min(0).max(0.3).default(0),
  white: z.number().min(0.6).max(1).default(1),
})
export type Grade = Value<z.infer<typeof Grade>>

const luma = ([r, g, b]: Vec3): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
const each = (f: (k: 0 | 1 | 2) => number): Vec3 => [f(0), f(1), f(2)]
const unit = (v: number): number => Math.min(Math.max(v, 0), 1)

const raise = (v: number, power: number): number => (power === 1 ? v : v ** power)

/** ASC Color Decision List 1.2: clamp(in × slope + offset) ^ power, then saturation about Rec. 709 luma, clamped. */
export function applyCdl({ slope, offset, power, saturation }: Cdl, colour: Vec3): Vec3 {
  const graded = each((k) => raise(unit(colour[k] * slope[k] + offset[k]), power[k]))
  const grey = luma(graded)
  return each((k) => unit(grey + (graded[k] - grey) * saturation))
}

/** A display-referred sRGB colour, 0 to 1, as a grade shows it. */
export function gradeColour(grade: Grade, colour: Vec3): Vec3 {
  let c = each((k) => unit(grade.mix[k][0] * colour[0] + grade.mix[k][1] * colour[1] + grade.mix[k][2] * colour[2]))
  c = applyCdl(grade.cdl, c)
  if (grade.silver) {
    const grey = luma(c)
    c = each((k) => {
      const overlaid = grey < 0.5 ? 2 * grey * c[k] : 1 - 2 * (1 - grey) * (1 - c[k])
      return c[k] + (overlaid - c[k]) * grade.silver
    })
  }
  if (grade.curve) c = each((k) => unit(c[k] + grade.curve * (c[k] * c[k] * (3 - 2 * c[k]) - c[k])))
  const l = luma(c)
  // The ends stay black and white: tints have no weight there.
  const dark = 4 * l * (1 - l) * (1 - l) ** 2 * 1.8
  const bright = 4 * l * (1 - l) * l ** 2 * 1.8
  const between = (4 * l * (1 - l)) ** 2
  c = each((k) => unit(c[k] + grade.shadows[k] * dark + grade.middle[k] * between + grade.highlights[k] * bright))
  return each((k) => grade.black + c[k] * (grade.white - grade.black))
}

const mono = (r: number, g: number, b: number) => [[r, g, b] as const, [r, g, b] as const, [r, g, b] as const].map((row) => [...row])

/** All grades, in the order of lists. Parsed here, so that a wrong entry fails at load. */
export const GRADES: readonly Grade[] = [
  {
    id: 'teal-orange',
    name: 'Teal and orange',
    about: 'Cool shadows, warm skin.',
    cdl: { slope: [1.05, 1.0, 0.97], power: [1.0, 1.0, 1.03], saturation: 1.12 },
    curve: 0.22,
    shadows: [-0.13, 0.015, 0.1],
    middle: [0.02, 0.004, -0.022],
    highlights: [0.05, 0.018, -0.045],
  },
  {
    id: 'bleach-bypass',
    name: 'Bleach bypass',
    about: 'Silver left in the print: hard, pale, cold.',
    cdl: { saturation: 0.5, slope: [1, 1.0, 1.0] },
    silver: 0.62,
    shadows: [-0.025, 0, 0.03],
    highlights: [0.02, 0.015, -0.01],
  },
  {
    id: 'noir',
    name: 'Noir',
    about: 'Black and white through an orange filter, deep blacks.',
    mix: mono(0.52, 0.4, 0.08),
    cdl: { slope: [1.12, 1.12, 1.12], offset: [-0.02, -0.02, -0.02], power: [1.06, 1.06, 1.06] },
    curve: 0.5,
    highlights: [0.006, 0.002, -0.004],
  },
  {
    id: 'day-for-night',
    name: 'Day for night',
    about: 'Shot in daylight, printed down and blue: the moon’s light.',
    mix: [
      [0.55, 0.3, 0.15],
      [0.2, 0.62, 0.18],
      [0.1, 0.22, 0.68],
    ],
    cdl: { slope: [0.56, 0.66, 0.92], offset: [0, 0, 0.015], power: [1.24, 1.16, 1.06], saturation: 0.72 },
    curve: 0.34,
    shadows: [-0.02, 0.0, 0.04],
  },
  {
    id: 'technicolor',
    name: 'Technicolor',
    about: 'Three strips of black-and-white film, one for each colour: pure, dense hues.',
    mix: [
      [1.34, -0.22, -0.12],
      [-0.1, 1.24, -0.14],
      [-0.1, -0.2, 1.3],
    ],
    cdl: { slope: [1.04, 1.0, 0.98], saturation: 1.14 },
    curve: 0.3,
    middle: [0.02, 0.004, -0.012],
  },
  {
    id: 'two-strip',
    name: 'Two-strip',
    about: 'The colour of 1929: red-orange and blue-green, nothing else.',
    mix: [
      [0.94, 0.06, 0],
      [0.08, 0.62, 0.3],
      [0.12, 0.56, 0.32],
    ],
    cdl: { slope: [1.06, 1.0, 0.98], saturation: 1.15 },
    curve: 0.12,
    black: 0.025,
    white: 0.97,
  },
  {
    id: 'warm-slide',
    name: 'Warm slide',
    about: 'Slide film of the 1960s: warm light, deep reds, clear blue.',
    cdl: { slope: [1.07, 1.0, 0.92], power: [0.98, 1.0, 1.04], saturation: 1.16 },
    curve: 0.28,
    shadows: [0.012, -0.008, 0.01],
    highlights: [0.05, 0.022, -0.05],
  },
  {
    id: 'cold-blue',
    name: 'Cold blue',
    about: 'Steel and winter.',
    cdl: { slope: [0.92, 0.99, 1.08], saturation: 0.72 },
    curve: 0.15,
    shadows: [-0.05, 0, 0.06],
    middle: [-0.015, 0.002, 0.02],
  },
  {
    id: 'sepia',
    name: 'Sepia',
    about: 'An old print, brown with age.',
    mix: mono(0.34, 0.55, 0.11),
    curve: 0.42,
    shadows: [0.08, 0.015, -0.055],
    middle: [0.1, 0.03, -0.085],
    highlights: [0.08, 0.035, -0.1],
    black: 0.045,
    white: 0.96,
  },
  {
    id: 'cross-process',
    name: 'Cross process',
    about: 'Slide film in the wrong bath: green lights, blue shadows, too much of all.',
    cdl: { slope: [1.06, 1.04, 0.9], power: [1.12, 0.98, 1.0], saturation: 1.18 },
    curve: 0.35,
    shadows: [-0.05, -0.01, 0.13],
    highlights: [0.05, 0.07, -0.14],
    black: 0.015,
  },
  {
    id: 'pastel',
    name: 'Pastel',
    about: 'Light and soft, sugar colours.',
    cdl: { slope: [1.04, 1.03, 1.03], offset: [0.045, 0.04, 0.045], power: [0.86, 0.87, 0.86], saturation: 0.88 },
    curve: -0.2,
    shadows: [0.02, -0.005, 0.035],
    highlights: [0.02, 0.0, 0.006],
    black: 0.06,
    white: 0.985,
  },
  {
    id: 'moonlight',
    name: 'Moonlight',
    about: 'Silver and blue; lamps stay warm.',
    cdl: { slope: [0.86, 0.96, 1.06], power: [1.1, 1.04, 0.98], saturation: 0.78 },
    curve: 0.14,
    shadows: [-0.06, -0.005, 0.08],
    highlights: [0.05, 0.02, -0.04],
  },
  {
    id: 'golden-hour',
    name: 'Golden hour',
    about: 'The last sun.',
    cdl: { slope: [1.1, 1.0, 0.86], power: [0.97, 1.0, 1.06], saturation: 1.08 },
    curve: 0.1,
    shadows: [0.03, -0.005, -0.005],
    middle: [0.035, 0.01, -0.04],
    highlights: [0.08, 0.04, -0.11],
    black: 0.01,
  },
  {
    id: 'matrix-green',
    name: 'Terminal green',
    about: 'Tubes and monitors: everything under green light.',
    cdl: { slope: [0.93, 1.04, 0.93], power: [1.05, 0.97, 1.06], saturation: 0.74 },
    curve: 0.26,
    shadows: [-0.05, 0.055, -0.02],
    middle: [-0.03, 0.035, -0.025],
    highlights: [-0.01, 0.03, -0.03],
  },
  {
    id: 'faded',
    name: 'Faded print',
    about: 'Dyes gone with the years: magenta shadows, weak blacks.',
    cdl: { slope: [1.03, 0.98, 0.93], saturation: 0.8 },
    curve: -0.08,
    shadows: [0.06, -0.015, 0.02],
    highlights: [0.05, 0.03, -0.05],
    black: 0.07,
    white: 0.955,
  },
  {
    id: 'silver-screen',
    name: 'Silver screen',
    about: 'Panchromatic black and white, soft and rich in greys.',
    mix: mono(0.3, 0.5, 0.2),
    curve: 0.12,
    black: 0.012,
  },
].map((grade) => Grade.parse(grade))

/**
 * The grade of that id; undefined for `none`.
 * @throws RangeError naming the choices.
 */
export function gradeByName(id: string): Grade | undefined {
  if (id === 'none') return undefined
  const found = GRADES.find((grade) => grade.id === id)
  if (!found) throw new RangeError(`film.grade: expected none, ${GRADES.map((g) => g.id).join(', ')}, got ${JSON.stringify(id)}`)
  return found
}
