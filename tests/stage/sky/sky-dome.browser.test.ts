import { FloatType, PerspectiveCamera, RenderTarget, Scene, Vector3, WebGPURenderer } from 'three/webgpu'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lightScene, type PlacedPanorama, readPanorama, turned } from '../../../src/departments/lighting'
import type { LightPlan, Vec3 } from '../../../src/film'
import { bakeClouds, type PanoramaTexture, panoramaTexels, panoramaTexture, SkyDome } from '../../../src/stage/sky'
import { type Radiance, testSky, writeHdr } from '../../departments/lighting/panorama/write-hdr'
import { STREET } from '../../departments/lighting/sample-set'

/** Four colours by side, brighter upwards, so that every direction is told from every other. */
const SIDES: Radiance = ([x, y, z]) => {
  const lift = 0.4 + 0.3 * y
  return [lift * (1 + 0.6 * x), lift, lift * (1 - 0.6 * z)]
}
const W = 24
const H = 16
const set = { ...STREET, surroundings: 'none' as const }

let renderer: WebGPURenderer
let dome: SkyDome
const scene = new Scene()
const target = new RenderTarget(W, H, { type: FloatType })

beforeAll(async () => {
  renderer = new WebGPURenderer({ canvas: document.createElement('canvas'), antialias: false })
  await renderer.init()
  dome = new SkyDome(bakeClouds())
  scene.add(dome.mesh)
})
afterAll(() => {
  dome.dispose()
  renderer.dispose()
})

const lightUnder = (panorama: PlacedPanorama | undefined): LightPlan =>
  lightScene({ set, timeOfDay: 'DAY', words: [], people: [], panorama, key: 'test' })

/** The picture towards a direction, as it is in the plan's light; and each pixel's own direction. */
async function see(light: LightPlan, towards: Vec3, fov = 50): Promise<{ readonly colour: Vec3; readonly direction: Vec3 }[]> {
  const camera = new PerspectiveCamera(fov, W / H, 0.05, 1200)
  if (Math.abs(towards[1]) > 0.99) camera.up.set(0, 0, -1)
  camera.lookAt(new Vector3(...towards))
  camera.updateMatrixWorld()
  dome.apply(light, 0)
  renderer.setRenderTarget(target)
  renderer.render(scene, camera)
  const data = (await renderer.readRenderTargetPixelsAsync(target, 0, 0, W, H)) as unknown as Float32Array
  renderer.setRenderTarget(null)
  const stride = data.length / H
  return Array.from({ length: W * H }, (_, i) => {
    const [x, y] = [i % W, Math.floor(i / W)]
    const at = new Vector3(((x + 0.5) / W) * 2 - 1, 1 - ((y + 0.5) / H) * 2, 0.5).unproject(camera).normalize()
    const o = y * stride + x * 4
    return { colour: [data[o]!, data[o + 1]!, data[o + 2]!], direction: [at.x, at.y, at.z] }
  })
}

describe('a panorama on the dome', () => {
  const file = writeHdr(256, 128, SIDES)
  let picture: PanoramaTexture
  const placed = (degrees: number): PlacedPanorama => ({ panorama: readPanorama(file), turn: (degrees * Math.PI) / 180, intensity: 1 })
  beforeAll(() => {
    picture = panoramaTexture(panoramaTexels(file))
  })
  afterAll(() => picture.texture.dispose())

  // Ahead, right, behind (where its sides meet), overhead, down; and turned.
  it.each([
    ['ahead', [0, 0, -1], 0],
    ['at the right', [1, 0.2, 0], 0],
    ['where its sides meet', [0, 0.1, 1], 0],
    ['overhead', [0, 1, 0], 0],
    ['below', [0, -1, 0], 0],
    ['ahead, turned by 90°', [0, 0.1, -1], 90],
    ['where its sides meet, turned by 200°', turned([0, 0.1, 1], (200 * Math.PI) / 180), 200],
  ] as const)('shows at each pixel what the file has there: %s', async (_where, towards, degrees) => {
    const light = lightUnder(placed(degrees))
    dome.show(picture, set)
    const gain = 2 ** light.sky.panorama!.stops
    const seen = await see(light, towards as Vec3)
    const worst = seen.map(({ colour, direction }) => {
      const want = SIDES(turned(direction, -(degrees * Math.PI) / 180)).map((v) => v * gain)
      return Math.max(...want.map((v, c) => Math.abs((colour[c] as number) / v - 1)))
    })
    expect(Math.max(...worst)).toBeLessThan(0.04)
    // The comparison can fail: a quarter more of a turn is another picture.
    const wrong = seen.map(({ colour, direction }) => {
      const want = SIDES(turned(direction, -((degrees + 90) * Math.PI) / 180)).map((v) => v * gain)
      return Math.max(...want.map((v, c) => Math.abs((colour[c] as number) / v - 1)))
    })
    if (Math.abs(towards[1]) < 0.9) expect(Math.max(...wrong)).toBeGreaterThan(0.2)
  })

  it('does not shimmer: what is finer than a pixel is seen as its mean', async () => {
    const fine: Radiance = (d) => {
      const a = Math.floor((Math.atan2(d[0], -d[2]) / Math.PI) * 128 + 256)
      return a % 2 === 0 ? [1, 1, 1] : [0.1, 0.1, 0.1]
    }
    const striped = writeHdr(256, 128, fine)
    const texture = panoramaTexture(panoramaTexels(striped))
    dome.show(texture, set)
    const light = lightUnder({ panorama: readPanorama(striped), turn: 0, intensity: 1 })
    // 60° and 24 pixels: two stripes a pixel.
    const seen = await see(light, [0, 0, -1], 90)
    const middle = seen.map((s) => s.colour[1] / 2 ** light.sky.panorama!.stops)
    expect(Math.max(...middle)).toBeLessThan(0.7)
    expect(Math.min(...middle)).toBeGreaterThan(0.4)
    texture.texture.dispose()
  })

  it('has haze of the fog on the horizon over ground of ours, and none without', async () => {
    const light = lightUnder(placed(0))
    const fog = { ...light, fog: { colour: [3, 0, 0] as Vec3, density: 0.01 } }
    const horizon = (seen: Awaited<ReturnType<typeof see>>) => seen.filter((s) => Math.abs(s.direction[1]) < 0.01)
    const high = (seen: Awaited<ReturnType<typeof see>>) => seen.filter((s) => s.direction[1] > 0.1)
    dome.show(picture, { interior: false, surroundings: 'plain' })
    const hazy = await see(fog, [0, 0, -1], 12)
    expect(horizon(hazy).length).toBeGreaterThan(0)
    for (const s of horizon(hazy)) expect(s.colour[0] / s.colour[1]).toBeGreaterThan(5)
    dome.show(picture, set)
    const clear = await see(fog, [0, 0, -1], 12)
    for (const s of [...horizon(clear), ...high(clear)]) expect(s.colour[0] / s.colour[1]).toBeLessThan(1.7)
  })

  it('burns out no hotter than a sun of ours, and leaves the sky of other plans alone', async () => {
    const sunny = writeHdr(256, 128, testSky({ azimuth: 0, altitude: 10 }))
    const texture = panoramaTexture(panoramaTexels(sunny))
    dome.show(texture, set)
    const seen = await see(lightUnder({ panorama: readPanorama(sunny), turn: 0, intensity: 1 }), [0, 0.17, -1], 20)
    const most = Math.max(...seen.flatMap((s) => s.colour))
    expect(most).toBeGreaterThan(10)
    expect(most).toBeLessThanOrEqual(26)
    const own = lightUnder(undefined)
    const with_ = await see(own, [0, 0.4, -1])
    dome.show(undefined, set)
    expect(await see(own, [0, 0.4, -1])).toEqual(with_)
    texture.texture.dispose()
  })
})
