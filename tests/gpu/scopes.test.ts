import { beforeAll, describe, expect, test } from 'vitest'
import { SCOPE_COUNTS, SCOPE_PLOTS, SCOPE_SIDE, Scopes } from '../../src/render/kernels'
import type { Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { scopeCounts } from '../reference/scopes'
import { countCases } from './cases'
import { download, requireDevice, submit, upload } from './gpu'

const wanted = countCases('scopes', scopeCounts)

let device: GPUDevice
let scopes: Scopes

beforeAll(async () => {
  device = await requireDevice('scopes')
  scopes = await Scopes.create(device)
})

async function counted(picture: Picture): Promise<Uint32Array> {
  const buffer = device.createBuffer({ size: SCOPE_COUNTS.words * 4, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST })
  await submit(device, (encoder) => {
    scopes.encode(encoder, upload(device, picture))
    encoder.copyBufferToBuffer(scopes.counts, 0, buffer, 0, buffer.size)
  })
  await buffer.mapAsync(GPUMapMode.READ)
  const counts = new Uint32Array(buffer.getMappedRange().slice(0))
  buffer.destroy()
  return counts
}

/** Where two lists first differ; undefined where they are equal. */
const firstDifference = (a: Uint32Array, b: Uint32Array): number | undefined => {
  const at = a.findIndex((n, i) => n !== b[i])
  return at < 0 && a.length === b.length ? undefined : at
}

test.each([
  ['one pixel', noisePicture('1', 1, 1)],
  ['odd size', noisePicture('2', 257, 35)],
  ['narrow', noisePicture('3', 3, 97)],
  ['one row', noisePicture('4', 300, 1)],
  ['black', flatPicture(64, 16, [0, 0, 0])],
  ['white', flatPicture(65, 17, [255, 255, 255])],
  ['red', flatPicture(20, 20, [255, 0, 0])],
  ['blue', flatPicture(20, 20, [0, 0, 255])],
  ['ramps', rampPicture(320, 72)],
])('counts equal the reference: %s', async (_, picture) => {
  expect(firstDifference(await counted(picture), wanted(picture))).toBeUndefined()
})

describe('plots', () => {
  /** Red, green and blue of a place in a plot; up is more. */
  async function plotted(picture: Picture) {
    await counted(picture)
    const { rgba, width } = await download(device, scopes.plots)
    return (plot: (typeof SCOPE_PLOTS)[number], x: number, level: number) => {
      const i = ((SCOPE_SIDE - 1 - level) * width + SCOPE_PLOTS.indexOf(plot) * SCOPE_SIDE + x) * 4
      return [...rgba.subarray(i, i + 3)]
    }
  }

  test('a flat colour is a line at its level, a spot at its hue, a bar in the histogram', async () => {
    const at = await plotted(flatPicture(64, 36, [200, 100, 50]))
    expect(Math.min(...at('waveform', 10, 118))).toBeGreaterThan(200)
    expect(Math.max(...at('waveform', 10, 119))).toBe(0)
    expect(at('parade', 10, 200)[0]).toBe(255)
    expect(at('parade', 100, 100)[1]).toBe(255)
    expect(at('parade', 180, 50)[2]).toBe(255)
    expect(Math.max(...at('vectorscope', 92, 180))).toBeGreaterThan(200)
    expect(Math.max(...at('vectorscope', 128, 128))).toBe(0)
    expect(at('histogram', 200, 250)[0]).toBeGreaterThan(100)
    expect(Math.max(...at('histogram', 201, 1))).toBe(0)
  })
})
