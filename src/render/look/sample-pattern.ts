/** Where inside a frame a sub-frame is taken. */
export interface SubframeSample {
  /** Through the open shutter, 0 to 1. */
  readonly part: number
  /** On the sensor, pixels, within ±0.5. */
  readonly pixel: readonly [number, number]
  /** On the lens, a point of the unit disc. */
  readonly lens: readonly [number, number]
  /** On a lamp, a point of the unit disc. */
  readonly lamp: readonly [number, number]
}

/** Van der Corput radical inverse: evenly spread numbers in [0, 1). */
function radicalInverse(index: number, base: number): number {
  let f = 1
  let r = 0
  for (let i = index; i > 0; i = Math.floor(i / base)) {
    f /= base
    r += f * (i % base)
  }
  return r
}

/** The `k`th of `n` points spread evenly over the unit disc (Vogel's spiral); the 0th is nearest to the middle. */
function disc(k: number, n: number, turn: number): [number, number] {
  const radius = Math.sqrt((k + 0.5) / n)
  const angle = k * 2.399963229728653 + turn
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))

/** The step from `from` on that visits all of `n` places. */
function stride(n: number, from: number): number {
  let step = from
  while (common(n, step) !== 1) step++
  return step
}

/**
 * The sub-frames of one picture: spread over shutter, sensor, lens and lamps at once, each in another order, so that no two
 * go together. One sub-frame is the middle of everything. The last one lies in the middle of its pixel: outlines are found
 * in its normals and ids.
 */
export function samplePattern(n: number): readonly SubframeSample[] {
  if (n === 1) return [{ part: 0.5, pixel: [0, 0], lens: [0, 0], lamp: [0, 0] }]
  const [overLens, overLamp] = [stride(n, Math.round(n * 0.44)), stride(n, Math.round(n * 0.31))]
  const centred = (i: number, base: number) => {
    const turned = radicalInverse(i + 1, base) - radicalInverse(n, base) + 1.5
    return turned - Math.floor(turned) - 0.5
  }
  return Array.from({ length: n }, (_, i) => {
    const last = n - 1 - i
    return {
      part: (i + 0.5) / n,
      pixel: [centred(i, 2), centred(i, 3)],
      lens: disc((last * overLens) % n, n, 0.7),
      lamp: disc((last * overLamp) % n, n, 2.1),
    }
  })
}
