import { type CharacterSpec, clamp, lerp, random, roundNumbers } from '../../../film'

const grown = (age: number) => (age >= 17 ? 1 : lerp(0.44, 1, clamp((age - 1) / 16, 0, 1) ** 0.78))
const shrunk = (age: number) => (age > 62 ? (age - 62) * 0.0016 : 0)
const child = (age: number) => clamp((14 - age) / 3, 0, 1)
const GREYS = ['#6a6663', '#8d8b87', '#a9a7a3', '#cfccc6'] as const
const NATURAL = ['#1d1612', '#38251a', '#4a301e', '#5d3b22'] as const

/** A child's face against a grown one; what a face has of its own stays. */
const CHILD_FACE: Partial<Record<keyof CharacterSpec['face'], number>> = {
  width: 0.25,
  jaw: -0.4,
  chin: -0.4,
  cheek: 0.4,
  brow: -0.5,
  noseLength: -0.7,
  eyeSize: 0.6,
  ears: 0.2,
}

/** Whether hair has gone grey: light and without colour. */
function isGrey(hex: string): boolean {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]
  return Math.max(r, g, b) > 88 && Math.max(r, g, b) - Math.min(r, g, b) < 14
}

/**
 * The same person at another age: face, skin and eyes stay, a child is smaller and rounder, hair goes grey from the
 * late forties, lines come in the fifties. Ten years and less change an adult hardly.
 */
export function aged(spec: CharacterSpec, age: number): CharacterSpec {
  if (age === spec.age) return spec
  const young = child(age) - child(spec.age)
  const face = Object.fromEntries(
    Object.entries(spec.face).map(([key, v]) => [key, clamp(v + young * (CHILD_FACE[key as keyof CharacterSpec['face']] ?? 0), -1, 1)]),
  ) as CharacterSpec['face']
  const grey = isGrey(spec.hair.colour)
  const greysAt = 46 + random(`${spec.key}/grey`).next() * 14
  const colour =
    grey && age < greysAt && age < spec.age - 4
      ? random(`${spec.key}/young-hair`).pick(NATURAL)
      : !grey && age >= greysAt && age > spec.age + 4
        ? (GREYS[Math.min(3, Math.floor((age - greysAt) / 9))] as string)
        : spec.hair.colour
  const style = age < 30 && (spec.hair.style === 'balding' || (spec.hair.style === 'bald' && age < 22)) ? 'short' : spec.hair.style
  const lined = age > 54 && spec.age <= 54 ? true : age <= 54 && spec.age > 54 ? false : undefined
  const marks = spec.marks.filter((m) => m !== 'wrinkles' || lined !== false)
  return roundNumbers({
    ...spec,
    age,
    heightM: clamp((spec.heightM + shrunk(spec.age)) * (grown(age) / grown(spec.age)) - shrunk(age), 0.6, 2.3),
    muscle: age < 13 ? Math.min(spec.muscle, 0.1) : spec.muscle,
    stoop:
      age < 60 && spec.age > 64
        ? Math.min(spec.stoop, 0.1)
        : age > 70 && spec.age <= 64
          ? clamp(spec.stoop + (age - 64) / 60, 0, 0.8)
          : spec.stoop,
    hair: { style, colour, beard: age < 18 ? 'none' : spec.hair.beard },
    face,
    marks: lined === true && !marks.includes('wrinkles') ? [...marks, 'wrinkles'] : marks,
  })
}
