import { beforeAll, describe, expect, test } from 'vitest'
import {
  DIFFUSION_DITHERS,
  DISTANCES,
  type DiffusionDither,
  type Distance,
  diffusionBound,
  GAME_BOY_DMG,
  type PaletteSet,
} from '../../src/departments/retro'
import { random } from '../../src/film'
import { CandidateGrid } from '../../src/render/kernels/candidate-grid'
import { Diffuse } from '../../src/render/kernels/diffuse'
import { hasSubgroupsOfFour, SUBGROUPS, scheduleFor, WORKGROUPS } from '../../src/render/kernels/diffuse-schedule'
import { PaletteBuffers } from '../../src/render/kernels/palette-buffers'
import { areaDownscale } from '../reference/area-downscale'
import { diffuse, diffuseLocal } from '../reference/diffuse'
import { firstDifference, type LightPicture, type Picture } from '../reference/picture'
import { flatPicture, noiseLight, rampPicture } from '../reference/pictures'
import { countCases } from './cases'
import { download, makeTexture, requireDevice, submit, uploadLight } from './gpu'

const difference = countCases('diffuse', firstDifference)

type Case = {
  readonly kind: DiffusionDither
  readonly strength: number
  readonly linear: boolean
  readonly distance: Distance
  readonly set: PaletteSet
  readonly local?: boolean
}

let device: GPUDevice
let palette: PaletteBuffers
/** One for each schedule that the device can follow. */
let kernels: Diffuse[]

beforeAll(async () => {
  device = await requireDevice('diffuse')
  palette = new PaletteBuffers(device)
  const grid = await CandidateGrid.create(device, palette)
  const schedules = hasSubgroupsOfFour(device) ? [WORKGROUPS, SUBGROUPS] : [WORKGROUPS]
  console.log(`diffuse: ${schedules.map(({ name }) => name).join(' and ')}`)
  kernels = await Promise.all(schedules.map((schedule) => Diffuse.create(device, palette, grid, schedule)))
})

test('a device with subgroups of four follows their schedule, any other that of workgroups', () => {
  const deviceOf = (features: string[], subgroupMinSize: number, subgroupMaxSize: number): GPUDevice =>
    ({ features: new Set(features), adapterInfo: { subgroupMinSize, subgroupMaxSize } }) as unknown as GPUDevice
  expect(scheduleFor(deviceOf(['subgroups'], 4, 4))).toBe(SUBGROUPS)
  expect(scheduleFor(deviceOf([], 4, 4))).toBe(WORKGROUPS)
  expect(scheduleFor(deviceOf(['subgroups'], 4, 128))).toBe(WORKGROUPS)
  expect(scheduleFor(deviceOf(['subgroups'], 32, 32))).toBe(WORKGROUPS)
})

/** A picture diffused, by every schedule alike. @throws Error where one gives another picture than the first. */
async function onGpu(
  source: LightPicture,
  { kind, strength, linear, distance, set, local = false }: Case,
  chosen?: readonly number[],
): Promise<Picture> {
  const { width, height } = source
  palette.set(set, distance, width, height)
  if (chosen) device.queue.writeBuffer(palette.cells, 0, new Uint32Array(chosen))
  const pictures: Picture[] = []
  // Tiles have no schedule.
  for (const kernel of local ? kernels.slice(0, 1) : kernels) {
    const target = makeTexture(device, width, height)
    kernel.configure({ dither: { kind, strength, linear, local }, distance }, set, width, height)
    await submit(device, (encoder) => kernel.encode(encoder, uploadLight(device, source), target))
    pictures.push(await download(device, target))
  }
  const [first, ...others] = pictures
  for (const other of others) expect(firstDifference(other, first!), `${kind}, ${width}×${height}: schedules differ`).toBeNull()
  return first!
}

function onCpu(source: LightPicture, { set, strength, local, ...rest }: Case, chosen?: readonly number[]): Picture {
  const cells = set.cells && chosen ? { ...set.cells.size, palettes: set.cells.palettes, chosen } : undefined
  const options = { ...rest, colours: set.colours, strength: Math.round(strength * 256), bound: diffusionBound(rest.linear) }
  return (local ? diffuseLocal : diffuse)(source, cells ? { ...options, cells } : options)
}

const lightOf = (picture: Picture): LightPicture => areaDownscale(picture, { x: 0, y: 0, ...picture }, picture.width, picture.height)

/** No two equal. */
function randomPalette(key: string, count: number): string[] {
  const { int } = random(key)
  const colours = new Set<string>()
  while (colours.size < count) colours.add(`#${int(0, 0xffffff).toString(16).padStart(6, '0')}`)
  return [...colours]
}

const PALETTES = [['#000000', '#ffffff'], randomPalette('sixteen', 16), randomPalette('all', 256)]
const PICTURES: readonly LightPicture[] = [
  lightOf(rampPicture(41, 30)),
  noiseLight('n', 41, 30),
  lightOf(flatPicture(41, 30, [120, 90, 200])),
]

describe.each(DIFFUSION_DITHERS)('%s equals the serial algorithm', (kind) => {
  test.each([
    [1, PALETTES],
    [0.6, PALETTES.slice(1, 2)],
  ] as const)('strength %d: sRGB and linear; 2, 16 and 256 colours', async (strength, palettes) => {
    let n = DIFFUSION_DITHERS.indexOf(kind)
    for (const linear of [false, true])
      for (const colours of palettes) {
        const distance = DISTANCES[n % 4]!
        const source = PICTURES[n % 3]!
        n++
        const options = { kind, strength, linear, distance, set: { colours } }
        expect(difference(await onGpu(source, options), onCpu(source, options)), `${colours.length} ${linear} ${distance}`).toBeNull()
      }
  })

  test('one pixel; a narrow picture of many bands', async () => {
    const options: Case = { kind, strength: 1, linear: false, distance: 'oklab', set: { colours: PALETTES[1]! } }
    for (const source of [noiseLight('one', 1, 1), noiseLight('narrow', 3, 997)])
      expect(difference(await onGpu(source, options), onCpu(source, options)), `${source.height}`).toBeNull()
  })
})

test.each([
  ['floyd-steinberg', false],
  ['floyd-steinberg', true],
  ['jarvis-judice-ninke', true],
] as const)('%s, linear %s: 257×255', async (kind, linear) => {
  const source = lightOf(rampPicture(257, 255))
  const options: Case = { kind, strength: 1, linear, distance: 'oklab', set: { colours: PALETTES[1]! } }
  expect(difference(await onGpu(source, options), onCpu(source, options))).toBeNull()
})

describe('local', () => {
  test.each(DIFFUSION_DITHERS)('%s equals its tiles diffused alone', async (kind) => {
    const n = DIFFUSION_DITHERS.indexOf(kind)
    for (const linear of [false, true]) {
      const source = n % 2 ? noiseLight('local', 51, 43) : lightOf(rampPicture(51, 43))
      const options: Case = { kind, strength: 1, linear, distance: DISTANCES[n % 4]!, set: { colours: PALETTES[n % 3]! }, local: true }
      expect(difference(await onGpu(source, options), onCpu(source, options)), `${linear}`).toBeNull()
    }
  })

  test('one pixel; 3×997; 31×33', async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 997],
      [31, 33],
    ] as const) {
      const source = noiseLight('sizes', width, height)
      const options: Case = { kind: 'stucki', strength: 1, linear: false, distance: 'oklab', set: { colours: PALETTES[1]! }, local: true }
      expect(difference(await onGpu(source, options), onCpu(source, options)), `${width}×${height}`).toBeNull()
    }
  })

  test('what changes in one place leaves the rest still', async () => {
    const before = lightOf(rampPicture(160, 128))
    const after = { ...before, light: before.light.slice() }
    for (let y = 50; y < 70; y++) for (let x = 70; x < 90; x++) after.light.fill(60000, 3 * (y * 160 + x), 3 * (y * 160 + x) + 3)
    const changed = async (local: boolean): Promise<number> => {
      const options: Case = {
        kind: 'floyd-steinberg',
        strength: 1,
        linear: false,
        distance: 'oklab',
        set: { colours: PALETTES[1]! },
        local,
      }
      const [a, b] = [await onGpu(before, options), await onGpu(after, options)]
      let count = 0
      for (let i = 0; i < 160 * 128; i++) {
        const [x, y] = [i % 160, Math.floor(i / 160)]
        const near = x >= 70 - 20 && x < 90 + 24 && y >= 50 && y < 70 + 24
        if (!near && a.rgba.subarray(4 * i, 4 * i + 3).some((v, c) => v !== b.rgba[4 * i + c])) count++
      }
      return count
    }
    expect(await changed(true)).toBe(0)
    expect(await changed(false)).toBeGreaterThan(0)
  })
})

test('the lowest place wins a tie', async () => {
  const source = lightOf(flatPicture(40, 30, [128, 128, 128]))
  const ties: Case = {
    ...{ kind: 'floyd-steinberg', strength: 1, linear: false, distance: 'srgb' },
    set: { colours: ['#708080', '#908080', '#807080', '#809080', '#808070', '#808090'] },
  }
  expect(difference(await onGpu(source, ties), onCpu(source, ties))).toBeNull()
  expect((await onGpu(source, ties)).rgba[0]).toBe(0x70)
  const tone: Case = { ...ties, distance: 'tone', set: { colours: [...GAME_BOY_DMG].reverse() } }
  expect(difference(await onGpu(source, tone), onCpu(source, tone))).toBeNull()
})

test('cells keep to their palettes', async () => {
  const colours = randomPalette('cells', 24)
  for (const [kind, linear] of [
    ['floyd-steinberg', false],
    ['atkinson', true],
  ] as const) {
    const { int } = random(`cells ${kind}`)
    const size = { width: 8, height: int(1, 9) }
    const palettes = Array.from({ length: 9 }, () => Array.from({ length: int(1, 4) }, () => int(0, 23)))
    const source = noiseLight('cells', 61, 75)
    const chosen = Array.from({ length: Math.ceil(61 / size.width) * Math.ceil(75 / size.height) }, () => int(0, 8))
    const options: Case = { kind, strength: 1, linear, distance: 'oklab', set: { colours, cells: { size, palettes } } }
    expect(difference(await onGpu(source, options, chosen), onCpu(source, options, chosen)), kind).toBeNull()
  }
})

test('a picture in the palette stays itself', async () => {
  const colours = PALETTES[2]!
  const picture = flatPicture(256, 1, [0, 0, 0])
  colours.forEach((hex, i) => {
    picture.rgba.set(
      [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
      4 * i,
    )
  })
  for (const linear of [false, true]) {
    const got = await onGpu(lightOf(picture), { kind: 'stucki', strength: 1, linear, distance: 'oklab', set: { colours } })
    expect(firstDifference(got, picture)).toBeNull()
  }
})

test('mean light is kept', async () => {
  const source = lightOf(flatPicture(64, 64, [110, 110, 110]))
  const { rgba } = await onGpu(source, {
    kind: 'floyd-steinberg',
    strength: 1,
    linear: true,
    distance: 'linear',
    set: { colours: PALETTES[0]! },
  })
  const share = rgba.filter((value, i) => i % 4 === 0 && value === 255).length / (64 * 64)
  expect(Math.abs(share - source.light[0]! / 65535)).toBeLessThan(0.01)
})

test('must fail: another strength is told apart', async () => {
  const options: Case = { kind: 'burkes', strength: 1, linear: false, distance: 'oklab', set: { colours: PALETTES[1]! } }
  expect(firstDifference(await onGpu(PICTURES[0]!, options), onCpu(PICTURES[0]!, { ...options, strength: 0.9 }))).not.toBeNull()
})
