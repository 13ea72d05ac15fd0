import { Vector3 } from 'three/webgpu'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { depthLayers, Style, styleByName } from '../../src/departments/retro'
import { add, type CharacterSpec, figureOf, quatRotate, type ShotSlice } from '../../src/film'
import { frameState, worldJoints } from '../../src/motion'
import type { FilmRenderer } from '../../src/render'
import { sceneObjects } from '../../src/stage'
import { formatOf, planOf, QUICK, SMALL, sharedRenderer, slicesOf, TINY_FILM } from '../purity/studio'

let film: FilmRenderer
let slices: ShotSlice[]
const use = (style = styleByName('hollywood')) => film.setFormat({ ...formatOf(), ...SMALL, style, quality: QUICK }, 16 / 9)

beforeAll(async () => {
  film = await sharedRenderer()
  slices = slicesOf(planOf(TINY_FILM))
})
afterAll(() => film.setFormat(formatOf(), 16 / 9))

test('who is in the picture is cut out where they stand', async () => {
  await use()
  let seen = 0
  for (const slice of slices.slice(0, 3)) {
    const frame = slice.shot.frames >> 1
    await film.load(slice)
    film.draw(frame)
    const ids = await film.readIds()
    for (const actor of frameState(slice, frame).actors) {
      const head = worldJoints(figureOf(slice.cast.find((c) => c.key === actor.key) as CharacterSpec), actor).head
      const middle = new Vector3(...add(head.position, quatRotate(head.quaternion, [0, 0.09, 0.02])))
      const metres = -middle.clone().applyMatrix4(film.stage.camera.matrixWorldInverse).z
      const at = middle.project(film.stage.camera)
      const [x, y] = [Math.floor(((at.x + 1) / 2) * ids.width), Math.floor(((1 - at.y) / 2) * ids.height)]
      const own = sceneObjects(slice).find((o) => o.kind === 'person' && o.key === actor.key)?.id
      const i = y * ids.width + x
      if (Math.abs(at.x) > 0.97 || Math.abs(at.y) > 0.97 || at.z > 1 || ids.ids[i] !== own) continue
      seen++
      const layers = depthLayers(await film.readDepth(), [Math.max(0.05, metres - 0.3), metres + 0.3])
      expect(
        layers.map((l) => l.rgba[4 * i + 3]),
        `${slice.shot.key} ${actor.key} at ${metres} m`,
      ).toEqual([0, 255, 0])
    }
  }
  expect(seen).toBeGreaterThan(1)
})

test('laid over each other, layers are the style’s own picture, whatever lens and machine', async () => {
  const outside = slices.find((s) => !s.set.interior) as ShotSlice
  const vintage = styleByName('vintage')
  const worn = Style.parse({ ...vintage, id: 'bent', fps: null, film: { ...vintage.film, distortion: 0.08 } })
  const machine = Style.parse({ ...styleByName('nes'), id: 'little-nes', resolution: { width: 64, height: 56 } })
  for (const style of [worn, machine]) {
    await use(style)
    await film.load(outside)
    film.draw(5)
    const picture = await film.readDepth()
    const { width, height, rgba } = picture
    const layers = depthLayers(picture, 4)
    const native = await film.readNative()
    expect({ width, height }).toEqual({ width: native.width, height: native.height })
    expect(layers.length).toBeGreaterThan(2)
    const over = new Uint8Array(rgba.length)
    for (const layer of layers)
      for (let i = 0; i < width * height; i++) if (layer.rgba[4 * i + 3]) over.set(layer.rgba.subarray(4 * i, 4 * i + 4), 4 * i)
    expect(over).toEqual(new Uint8Array(native.rgba))
    // The sky is behind all: the farthest layer has no end.
    expect(layers[0]?.toM).toBeNull()
    expect(layers[0]?.pixels).toBeGreaterThan(0)
  }
})
