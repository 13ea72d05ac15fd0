import { hash32, mix32, noise1, random } from '../../film'

/** Most specks of dust and scratches that a frame shows. */
export const SPECKS = 8
export const SCRATCHES = 3

/** A blot on the print. Places are parts of the picture from its top left; sizes of its height. */
export interface Speck {
  readonly x: number
  readonly y: number
  readonly radius: number
  /** −1 black to 1 white. */
  readonly tone: number
}

/** A line down the print. */
export interface Scratch {
  readonly x: number
  readonly width: number
  readonly tone: number
  /** Radians, of its slow wave. */
  readonly phase: number
}

/** What a frame of a worn print shows over its picture. */
export interface PrintWear {
  readonly specks: readonly Speck[]
  readonly scratches: readonly Scratch[]
  /** What the lamp's unsteadiness multiplies the picture by. */
  readonly flicker: number
}

/** Frames that a scratch lasts at most. */
const SCRATCH_FRAMES = 40

/**
 * Dust, scratches and flicker of a print that has been shown often: dust is another in each frame, scratches run on for a
 * while. A function of shot and frame alone.
 * @param wear 0 none to 1 worn out.
 */
export function printWear(shotKey: string, frame: number, wear: number): PrintWear {
  if (wear <= 0) return { specks: [], scratches: [], flicker: 1 }
  const dust = random(`dust ${shotKey} ${frame}`)
  const count = Math.min(SPECKS, Math.floor(wear * 5.5 * dust.next() ** 2 + dust.next() * wear * 1.6))
  const specks = Array.from({ length: count }, (): Speck => {
    const [x, y] = [dust.next(), dust.next()]
    const radius = 0.0012 + 0.007 * dust.next() ** 4 * (0.5 + wear)
    return { x, y, radius, tone: dust.chance(0.62) ? -0.55 - 0.3 * dust.next() : 0.45 + 0.35 * dust.next() }
  })
  const scratches: Scratch[] = []
  for (let lane = 0; lane < SCRATCHES; lane++) {
    const offset = hash32(`scratch ${shotKey} ${lane}`) % SCRATCH_FRAMES
    const turn = Math.floor((frame + offset) / SCRATCH_FRAMES)
    const age = (frame + offset) % SCRATCH_FRAMES
    const its = random(`scratch ${shotKey} ${lane} ${turn}`)
    if (!its.chance(wear * 0.55)) continue
    const start = its.next() * SCRATCH_FRAMES * 0.6
    const length = 4 + its.next() * SCRATCH_FRAMES * 0.6
    const x = its.next()
    const width = 0.0007 + its.next() * 0.001
    const strength = (0.1 + 0.22 * its.next()) * (0.6 + 0.4 * noise1(`gouge ${shotKey} ${lane}`, frame * 0.7))
    if (age < start || age > start + length) continue
    scratches.push({
      x: x + 0.004 * noise1(`wander ${shotKey} ${lane}`, frame * 0.3),
      width,
      tone: its.chance(0.75) ? strength : -strength,
      phase: its.next() * 6.283,
    })
  }
  const flicker = 1 + wear * (0.035 * noise1(`lamp ${shotKey}`, frame * 0.9) + 0.03 * (mix32(hash32(shotKey) + frame) / 2 ** 32 - 0.5))
  return { specks, scratches, flicker }
}

/**
 * How far the film lies off its place in the gate, as parts of the picture's height: mostly up and down.
 * @param weave thousandths of the height.
 */
export function gateWeave(shotKey: string, frame: number, weave: number): readonly [number, number] {
  if (weave === 0) return [0, 0]
  const turn = (hash32(`weave ${shotKey}`) % 6283) / 1000
  const shake = (salt: number) => mix32(hash32(shotKey) + frame * 2 + salt) / 2 ** 31 - 1
  const x = 0.45 * Math.sin(frame * 0.21 + turn) + 0.2 * Math.sin(frame * 0.57 + 2 * turn) + 0.12 * shake(0)
  const y = 0.6 * Math.sin(frame * 0.33 + 3 * turn) + 0.25 * Math.sin(frame * 0.83 + turn) + 0.15 * shake(1)
  return [(x * weave) / 1000, (y * weave) / 1000]
}
