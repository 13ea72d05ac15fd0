import { normalize, type Vec3 } from '../../../../src/film'

export type Radiance = (direction: Vec3) => Vec3

/** RGBE of a colour (Ward, Graphics Gems II: `setcolr`). */
function rgbe([r, g, b]: Vec3): readonly number[] {
  const most = Math.max(r, g, b)
  if (most < 1e-32) return [0, 0, 0, 0]
  const exponent = Math.floor(Math.log2(most)) + 1
  const scale = 2 ** (8 - exponent)
  return [...[r, g, b].map((v) => Math.min(255, Math.floor(v * scale))), exponent + 128]
}

/** Unit vector to a pixel of a panorama: its middle is −z, right of that is +x, its top is up. */
export function pixelDirection(x: number, y: number, width: number, height: number): Vec3 {
  const a = ((x + 0.5) / width - 0.5) * 2 * Math.PI
  const t = ((y + 0.5) / height) * Math.PI
  return [Math.sin(t) * Math.sin(a), Math.cos(t), -Math.sin(t) * Math.cos(a)]
}

/** Run lengths of one component: runs of four and more, the rest as it is. */
function runs(values: readonly number[]): number[] {
  const out: number[] = []
  for (let at = 0; at < values.length; ) {
    let run = 1
    while (at + run < values.length && run < 127 && values[at + run] === values[at]) run++
    if (run >= 4) {
      out.push(128 + run, values[at] as number)
      at += run
      continue
    }
    const from = at
    while (at < values.length && at - from < 128) {
      if (at + 3 < values.length && [1, 2, 3].every((i) => values[at + i] === values[at])) break
      at++
    }
    out.push(at - from, ...values.slice(from, at))
  }
  return out
}

export interface WriteHdrOptions {
  readonly rows?: 'flat' | 'runs'
  /** The line that says the size. */
  readonly size?: string
  readonly magic?: string
}

/** Writes a Radiance picture of what is seen in each direction. */
export function writeHdr(
  width: number,
  height: number,
  radiance: Radiance,
  { rows = 'runs', size = `-Y ${height} +X ${width}`, magic = '#?RADIANCE' }: WriteHdrOptions = {},
): Uint8Array {
  const head = new TextEncoder().encode(`${magic}\n# a test\nFORMAT=32-bit_rle_rgbe\nEXPOSURE=1\n\n${size}\n`)
  const body: number[] = []
  const parts: Uint8Array[] = [head]
  for (let y = 0; y < height; y++) {
    const row = Array.from({ length: width }, (_, x) => rgbe(radiance(pixelDirection(x, y, width, height))))
    if (rows === 'flat') body.push(...row.flat())
    else {
      body.push(2, 2, width >> 8, width & 255)
      for (let c = 0; c < 4; c++) body.push(...runs(row.map((p) => p[c] as number)))
    }
    parts.push(Uint8Array.from(body.splice(0)))
  }
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const p of parts) {
    out.set(p, at)
    at += p.length
  }
  return out
}

export interface TestSkyOptions {
  /** Of the sun, degrees; azimuth to the right of the picture's middle. */
  readonly azimuth?: number
  readonly altitude?: number
  readonly sun?: Vec3
  readonly zenith?: Vec3
  readonly horizon?: Vec3
  readonly ground?: Vec3
}

export const sunAt = (azimuth: number, altitude: number): Vec3 => {
  const [a, h] = [(azimuth * Math.PI) / 180, (altitude * Math.PI) / 180]
  return [Math.cos(h) * Math.sin(a), Math.sin(h), -Math.cos(h) * Math.cos(a)]
}

/** A made sky: a gradient, a horizon of a colour that is stronger towards the sun, a sun of 1.5° and a glow round it, and ground. */
export function testSky({
  azimuth = 40,
  altitude = 45,
  sun = [2500, 2300, 2000],
  zenith = [0.1, 0.25, 0.7],
  horizon = [0.7, 0.8, 0.95],
  ground = [0.2, 0.17, 0.12],
}: TestSkyOptions = {}): Radiance {
  const towards = sunAt(azimuth, altitude)
  return (d) => {
    const to = Math.acos(Math.min(1, d[0] * towards[0] + d[1] * towards[1] + d[2] * towards[2]))
    const near = normalize([d[0], 0, d[2]])
    const side = 0.6 + 0.4 * (near[0] * towards[0] + near[2] * towards[2])
    const t = (1 - Math.max(d[1], 0)) ** 3
    const disc = to < (1.5 * Math.PI) / 180 ? 1 : 0
    const glow = 0.0006 * Math.exp(-to * 5)
    return [0, 1, 2].map((c) =>
      d[1] < 0 ? ground[c]! : zenith[c]! * (1 - t) + horizon[c]! * t * side + sun[c]! * (disc + glow),
    ) as unknown as Vec3
  }
}
