import { hash32, ID_PASSES, type IdPass, type MeasuredPass, PASS_CHANNELS, type PassName, SKY_DEPTH, srgbOfLight } from '../../film'
import type { FramePasses } from './frame-passes'

type Colour = readonly [number, number, number]

/**
 * A pass as a picture to look at, 8-bit sRGB, four bytes a pixel: light and colour as they are (beyond white held), depth near
 * white to far black, directions −1 to 1 as black to white, places in a ten-metre grid of colours, motion by direction as hue
 * and by length as strength, ids in a colour for each name.
 */
export function passView(passes: FramePasses, name: PassName): Uint8ClampedArray<ArrayBuffer> {
  const count = passes.width * passes.height
  const rgba = new Uint8ClampedArray(count * 4)
  const colourAt = (ID_PASSES as readonly PassName[]).includes(name)
    ? idColours(passes, name as IdPass)
    : measuredColours(passes, name as MeasuredPass)
  for (let i = 0; i < count; i++) {
    const [r, g, b] = colourAt(i)
    rgba[i * 4] = 255 * r
    rgba[i * 4 + 1] = 255 * g
    rgba[i * 4 + 2] = 255 * b
    rgba[i * 4 + 3] = 255
  }
  return rgba
}

const coded = (light: number): number => srgbOfLight(Math.min(1, Math.max(0, light)))

function measuredColours(passes: FramePasses, name: MeasuredPass): (i: number) => Colour {
  const values = passes.measured.get(name)
  if (!values) throw new Error(`passView: ${name} was not drawn`)
  const width = PASS_CHANNELS[name].length
  const at = (i: number, c: number) => values[i * width + c]!
  switch (name) {
    case 'beauty':
    case 'albedo':
      return (i) => [coded(at(i, 0)), coded(at(i, 1)), coded(at(i, 2))]
    case 'ao':
    case 'shadow':
      return (i) => [at(i, 0), at(i, 0), at(i, 0)]
    case 'normal':
      return (i) => {
        const [x, y, z] = [at(i, 0), at(i, 1), at(i, 2)]
        return x === 0 && y === 0 && z === 0 ? [0, 0, 0] : [x / 2 + 0.5, y / 2 + 0.5, z / 2 + 0.5]
      }
    case 'position':
      return (i) => [0, 1, 2].map((c) => at(i, c) / 10 - Math.floor(at(i, c) / 10)) as unknown as Colour
    case 'depth': {
      const [near, far] = range(values)
      // By the logarithm: what is near is told apart as well as what is far.
      return (i) => {
        const v = at(i, 0) >= SKY_DEPTH ? 0 : 1 - 0.92 * (Math.log(at(i, 0) / near) / Math.log(far / near || 2))
        return [v, v, v]
      }
    }
    case 'motion': {
      const most = Math.max(1, usualMost(values))
      return (i) => {
        const [x, y] = [at(i, 0), at(i, 1)]
        return hsv(Math.atan2(y, x) / (2 * Math.PI), 1, Math.min(1, Math.sqrt(Math.hypot(x, y) / most)))
      }
    }
  }
}

/** How far nearly all goes that goes at all, pixels: what stands out would leave the rest dark. */
function usualMost(motion: Float32Array): number {
  const lengths: number[] = []
  for (let i = 0; i < motion.length; i += 4) {
    const length = Math.hypot(motion[i]!, motion[i + 1]!)
    if (length > 0.05) lengths.push(length)
  }
  return lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.95)] ?? 0
}

/** The nearest and farthest that is no sky; a little apart. */
function range(depths: Float32Array): readonly [number, number] {
  let [near, far] = [Infinity, 0]
  for (const d of depths)
    if (d < SKY_DEPTH) {
      near = Math.min(near, d)
      far = Math.max(far, d)
    }
  return far > near ? [near, far] : [1, 2]
}

function idColours(passes: FramePasses, name: IdPass): (i: number) => Colour {
  const layer = passes.ids.get(name)
  if (!layer) throw new Error(`passView: ${name} was not drawn`)
  const colours = new Map<number, Colour>([...layer.names].map(([id, called]) => [id, colourOf(called)]))
  const black: Colour = [0, 0, 0]
  const { samples } = layer
  return (i) => {
    const sum = [0, 0, 0]
    for (const ids of samples)
      (colours.get(ids[i]!) ?? black).forEach((v, c) => {
        sum[c]! += v / samples.length
      })
    return sum as unknown as Colour
  }
}

/** A colour that a name always has. */
const colourOf = (name: string): Colour => {
  const h = hash32(name)
  return hsv((h & 1023) / 1024, 0.45 + ((h >>> 10) & 255) / 640, 0.6 + ((h >>> 18) & 255) / 640)
}

function hsv(hue: number, saturation: number, value: number): Colour {
  return [5, 3, 1].map((n) => {
    const k = (n + hue * 6 + 12) % 6
    return value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1))
  }) as unknown as Colour
}
