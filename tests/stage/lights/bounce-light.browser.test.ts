import {
  FloatType,
  Mesh,
  MeshStandardNodeMaterial,
  PerspectiveCamera,
  PlaneGeometry,
  RenderTarget,
  Scene,
  Vector3,
  WebGPURenderer,
} from 'three/webgpu'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type IrradianceVolume, PROBE_DIMS, PROBE_FLOATS, sampleIrradiance } from '../../../src/departments/lighting'
import type { Vec3 } from '../../../src/film'
import { LightRig } from '../../../src/stage/lights'

const [nx, ny, nz] = PROBE_DIMS
const MIN: Vec3 = [-2, 0, -3]
const SIZE: Vec3 = [4, 3, 6]

/** Every probe differs from its neighbours along each axis, in another channel. */
function slopes(): IrradianceVolume {
  const data = new Float32Array(nx * ny * nz * PROBE_FLOATS)
  for (let i = 0; i < nx * ny * nz; i++) {
    const at = [i % nx, Math.floor(i / nx) % ny, Math.floor(i / (nx * ny))] as const
    const mean = [0.2 + 0.1 * at[0], 0.2 + 0.3 * at[1], 0.2 + 0.1 * at[2]]
    mean.forEach((m, c) => {
      data.set([m, m * 0.3, m * 0.5, -m * 0.2], i * PROBE_FLOATS + c * 4)
    })
  }
  return { min: MIN, size: SIZE, dims: PROBE_DIMS, data }
}

let renderer: WebGPURenderer
beforeAll(async () => {
  const canvas = document.createElement('canvas')
  renderer = new WebGPURenderer({ canvas, antialias: false })
  await renderer.init()
})
afterAll(() => renderer.dispose())

it.each([
  { at: [0, 1.5, 0] as Vec3, n: [0, 1, 0] as Vec3 },
  { at: [-1.5, 0.4, 2] as Vec3, n: [1, 0, 0] as Vec3 },
  { at: [1.2, 2.2, -2.5] as Vec3, n: [0, 0, 1] as Vec3 },
  { at: [0.5, 1, 1] as Vec3, n: [0, 0, -1] as Vec3 },
])('shines on a white card at $at facing $n as the reference says', async ({ at, n }) => {
  const volume = slopes()
  const rig = new LightRig()
  rig.setBounce(volume)
  rig.ambient.intensity = 0
  const scene = new Scene()
  const card = new Mesh(new PlaneGeometry(0.02, 0.02), new MeshStandardNodeMaterial({ color: '#ffffff', roughness: 1 }))
  const facing = new Vector3(...n)
  card.position.set(...at)
  card.lookAt(card.position.clone().add(facing))
  scene.add(rig.group, card)
  const camera = new PerspectiveCamera(20, 1, 0.001, 10)
  camera.position.copy(card.position).addScaledVector(facing, 0.02)
  camera.up.set(0, n[1] === 0 ? 1 : 0, n[1] === 0 ? 0 : 1)
  camera.lookAt(card.position)
  const target = new RenderTarget(8, 8, { type: FloatType })
  renderer.setRenderTarget(target)
  renderer.render(scene, camera)
  const pixel = (await renderer.readRenderTargetPixelsAsync(target, 4, 4, 1, 1)) as Float32Array
  renderer.setRenderTarget(null)
  // The renderer samples 0.35 of a cell off the surface.
  const cell = [SIZE[0] / nx, SIZE[1] / ny, SIZE[2] / nz] as const
  const sample: Vec3 = [at[0] + n[0] * cell[0] * 0.35, at[1] + n[1] * cell[1] * 0.35, at[2] + n[2] * cell[2] * 0.35]
  sampleIrradiance(volume, sample, n).forEach((expected, c) => {
    expect(Math.abs(pixel[c]! * Math.PI - expected) / expected).toBeLessThan(0.02)
  })
  rig.dispose()
  target.dispose()
})
