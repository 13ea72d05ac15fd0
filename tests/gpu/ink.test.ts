import { beforeAll, describe, expect, test, vi } from 'vitest'
import { EVEN_TONE, Ink as InkStyle } from '../../src/departments/retro'
import { Ink } from '../../src/render/kernels'
import { firstDifference, type Picture } from '../reference/picture'
import { flatPicture, noisePicture, rampPicture } from '../reference/pictures'
import { download, makeTexture, requireDevice, submit, upload } from './gpu'

const CAMERA = { near: 0.05, far: 1200 }
const PAINTS = ['plain', 'cel', 'oil', 'pencil', 'stipple'] as const
const [W, H] = [64, 48]
let device: GPUDevice
let ink: Ink
let depthPipeline: GPURenderPipeline

beforeAll(async () => {
  device = await requireDevice('ink')
  ink = await Ink.create(device)
  // Depth textures can only be drawn: the distance of each pixel comes from a float texture.
  const code = `
    @group(0) @binding(0) var distances: texture_2d<f32>;
    @vertex fn corner(@builtin(vertex_index) i: u32) -> @builtin(position) vec4f {
      return vec4f(select(-1.0, 3.0, i == 1u), select(-1.0, 3.0, i == 2u), 0.0, 1.0);
    }
    @fragment fn depth(@builtin(position) at: vec4f) -> @builtin(frag_depth) f32 { return textureLoad(distances, vec2i(at.xy), 0).r; }`
  const module = device.createShaderModule({ code })
  depthPipeline = await device.createRenderPipelineAsync({
    layout: 'auto',
    vertex: { module },
    fragment: { module, targets: [] },
    depthStencil: { format: 'depth32float', depthWriteEnabled: true, depthCompare: 'always' },
  })
})

type Scene = {
  look: Picture
  metres: (x: number, y: number) => number
  normal?: (x: number, y: number) => number[]
  id: (x: number, y: number) => number
}

async function textures({ look, metres, normal = () => [128, 128, 255], id }: Scene) {
  const { width, height } = look
  const bytes = (of: (x: number, y: number) => number[]): Picture => ({
    width,
    height,
    rgba: Uint8Array.from({ length: width * height * 4 }, (_, i) => of((i >> 2) % width, Math.floor((i >> 2) / width))[i % 4] ?? 255),
  })
  const from = makeTexture(device, width, height, 'r32float')
  const { near, far } = CAMERA
  const values = Float32Array.from({ length: width * height }, (_, i) => {
    const z = metres(i % width, Math.floor(i / width))
    return (far * (z - near)) / (z * (far - near))
  })
  device.queue.writeTexture({ texture: from }, values, { bytesPerRow: width * 4 }, [width, height])
  const depth = device.createTexture({
    size: [width, height],
    format: 'depth32float',
    usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.TEXTURE_BINDING,
  })
  await submit(device, (encoder) => {
    const pass = encoder.beginRenderPass({
      colorAttachments: [],
      depthStencilAttachment: { view: depth.createView(), depthLoadOp: 'clear', depthClearValue: 1, depthStoreOp: 'store' },
    })
    pass.setPipeline(depthPipeline)
    pass.setBindGroup(
      0,
      device.createBindGroup({ layout: depthPipeline.getBindGroupLayout(0), entries: [{ binding: 0, resource: from.createView() }] }),
    )
    pass.draw(3)
    pass.end()
  })
  return {
    look: upload(device, look),
    normal: upload(device, bytes(normal)),
    depth,
    id: upload(
      device,
      bytes((x, y) => [id(x, y) & 255, id(x, y) >> 8, 0]),
    ),
  }
}

async function draw(style: object, scene: Scene): Promise<Picture> {
  const { width, height } = scene.look
  const sources = await textures(scene)
  const output = makeTexture(device, width, height)
  ink.configure(InkStyle.parse(style), width, height, CAMERA)
  await submit(device, (encoder) => ink.encode(encoder, sources, output))
  return download(device, output)
}

const grey: [number, number, number] = [150, 150, 150]
const wall = (look: Picture): Scene => ({ look, metres: () => 4, id: () => 1 })
const at = ({ rgba, width }: Picture, x: number, y: number) => [...rgba.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
const pen = { outline: 1, outlineWidth: 12, outlineColour: '#000000' }

describe('paint', () => {
  test.each(PAINTS)('%s is the same each time, within its picture, and opaque', async (paint) => {
    const scene: Scene = { ...wall(noisePicture('paint', W, H)), id: (x) => (x < 30 ? 1 : 300) }
    const once = await draw({ paint, outline: 0.8 }, scene)
    expect(firstDifference(once, await draw({ paint, outline: 0.8 }, scene))).toBeNull()
    for (let i = 3; i < once.rgba.length; i += 4) expect(once.rgba[i]).toBe(255)
  })

  test('cel and stipple leave what is flat flat; oil nearly', async () => {
    const scene = wall(flatPicture(W, H, [180, 90, 60]))
    for (const paint of ['cel', 'stipple'] as const) {
      const flat = await draw({ paint }, scene)
      expect(firstDifference(flat, flatPicture(W, H, at(flat, 5, 5) as [number, number, number]))).toBeNull()
    }
    const oil = await draw({ paint: 'oil' }, scene)
    for (let i = 0; i < oil.rgba.length; i += 4) expect(Math.abs(oil.rgba[i]! - 180)).toBeLessThan(45)
  })

  test('cel makes fewer colours of a ramp, and keeps its order', async () => {
    const cel = await draw({ paint: 'cel', size: 1 }, wall(rampPicture(W, H)))
    const colours = (p: Picture) => new Set(Array.from({ length: p.rgba.length / 4 }, (_, i) => p.rgba[i * 4]! >> 3)).size
    expect(colours(cel)).toBeGreaterThan(3)
    const grey = (v: number) => wall(flatPicture(8, 8, [v, v, v]))
    let before = -1
    for (const v of [10, 60, 110, 160, 210, 250]) {
      const [now = 0] = at(await draw({ paint: 'cel' }, grey(v)), 4, 4)
      expect(now).toBeGreaterThanOrEqual(before)
      before = now
    }
  })

  test('stipple draws by the tones of the shot, other ink does not', async () => {
    const look = flatPicture(W, H, [90, 90, 90])
    const of = async (paint: 'stipple' | 'cel', power: number) => {
      ink.setTone(EVEN_TONE.map((v) => v ** power))
      const { rgba } = await draw({ paint }, wall(look))
      ink.setTone(null)
      return rgba[4 * (W * 24 + 32)]!
    }
    const [plain] = (await draw({ paint: 'stipple' }, wall(look))).rgba.slice(4 * (W * 24 + 32))
    expect(await of('stipple', 0.5)).toBeGreaterThan(plain! + 30)
    expect(await of('stipple', 2)).toBeLessThan(plain! - 30)
    expect(await of('stipple', 1)).toBe(plain)
    expect(await of('cel', 0.5)).toBe(await of('cel', 2))
  })

  test('stipple has no hue; pencil is darker where the scene is', async () => {
    const stipple = await draw({ paint: 'stipple', outline: 0.5 }, wall(noisePicture('hue', W, H)))
    for (let i = 0; i < stipple.rgba.length; i += 4) expect(stipple.rgba[i]).toBe(stipple.rgba[i + 2])
    const mean = ({ rgba }: Picture) => rgba.reduce((sum, v, i) => (i % 4 === 1 ? sum + v : sum), 0) / (rgba.length / 4)
    const [dark, light] = [
      await draw({ paint: 'pencil' }, wall(flatPicture(W, H, [30, 30, 30]))),
      await draw({ paint: 'pencil' }, wall(flatPicture(W, H, [220, 220, 220]))),
    ]
    expect(mean(light) - mean(dark)).toBeGreaterThan(60)
    expect(mean(light)).toBeGreaterThan(200)
  })
})

describe('outlines', () => {
  test('stand where ids differ, as wide as asked, and nowhere else', async () => {
    const out = await draw(pen, { ...wall(flatPicture(W, H, grey)), id: (x) => (x < 32 ? 16 : 1024) })
    for (let y = 4; y < H - 4; y++) {
      expect(Math.min(at(out, 31, y)[0]!, at(out, 32, y)[0]!)).toBeLessThan(60)
      for (const x of [0, 10, 28, 35, 50, 63]) expect(at(out, x, y)).toEqual(grey)
    }
  })

  test('of people alone: where somebody is before something else or nearer than themselves, not where things end', async () => {
    const [WALL, MARA, JO, CHAIR] = [1, 16, 17, 1024]
    const figures = { ...pen, outlined: 'people' }
    const between = async (left: number, right: number, metres = (_: number) => 4) => {
      const out = await draw(figures, { look: flatPicture(W, H, grey), metres, id: (x) => (x < 32 ? left : right) })
      return Math.min(at(out, 31, 20)[0]!, at(out, 32, 20)[0]!)
    }
    for (const other of [WALL, CHAIR, JO, 0]) expect(await between(MARA, other), `${other}`).toBeLessThan(60)
    expect(await between(MARA, MARA, (x) => (x < 32 ? 3 : 3.6))).toBeLessThan(70)
    expect(await between(WALL, CHAIR)).toBe(grey[0])
    expect(await between(WALL, WALL, (x) => (x < 32 ? 3 : 3.6))).toBe(grey[0])
  })

  test('an edge of any slope is smooth: no row of it breaks off', async () => {
    const out = await draw(pen, { ...wall(flatPicture(W, H, grey)), id: (x, y) => (x < 16 + y * 0.37 ? 16 : 17) })
    for (let y = 4; y < H - 4; y++) {
      const row = Array.from({ length: W }, (_, x) => 150 - at(out, x, y)[0]!)
      const ink = row.reduce((a, b) => a + b)
      expect(ink).toBeGreaterThan(150)
      expect(ink).toBeLessThan(150 * 3.2)
    }
  })

  test('stand where depth breaks, and not across a floor that slants away', async () => {
    const floor = (_: number, y: number) => 1.5 / ((y + 1) * 0.02)
    const clean = await draw(pen, { look: flatPicture(W, H, grey), metres: floor, id: () => 1 })
    expect(firstDifference(clean, flatPicture(W, H, grey))).toBeNull()
    const step = await draw(pen, { look: flatPicture(W, H, grey), metres: (x) => (x < 32 ? 3 : 3.6), id: () => 1 })
    expect(Math.min(at(step, 31, 20)[0]!, at(step, 32, 20)[0]!)).toBeLessThan(70)
    expect(at(step, 20, 20)).toEqual(grey)
  })

  test('stand where a surface turns, and not where it bends', async () => {
    const turned = (angle: number) => [128 + 127 * Math.sin(angle), 128, 128 + 127 * Math.cos(angle)].map(Math.round)
    const corner = await draw(pen, { ...wall(flatPicture(W, H, grey)), normal: (x) => turned(x < 32 ? -0.7 : 0.7) })
    expect(Math.min(at(corner, 31, 20)[0]!, at(corner, 32, 20)[0]!)).toBeLessThan(100)
    const bow = await draw(pen, { ...wall(flatPicture(W, H, grey)), normal: (x) => turned((x / W - 0.5) * 2.5) })
    expect(firstDifference(bow, flatPicture(W, H, grey))).toBeNull()
  })

  test('none in the sky, whatever its depth', async () => {
    const sky = await draw(pen, { look: flatPicture(W, H, grey), metres: (x) => (x % 2 ? 3 : 900), id: () => 0 })
    expect(firstDifference(sky, flatPicture(W, H, grey))).toBeNull()
  })

  test('must fail: without outline there is none', async () => {
    const out = await draw({ ...pen, outline: 0, paint: 'cel' }, { ...wall(flatPicture(W, H, grey)), id: (x) => (x < 32 ? 16 : 17) })
    expect(at(out, 31, 20)).toEqual(at(out, 5, 20))
  })
})

test('switching ink makes no pipeline; a second frame makes no GPU object but its encoder', async () => {
  const sources = await textures(wall(noisePicture('switch', W, H)))
  const output = makeTexture(device, W, H)
  const frame = () => submit(device, (encoder) => ink.encode(encoder, sources, output))
  const pipelines = (['createComputePipeline', 'createComputePipelineAsync'] as const).map((call) => vi.spyOn(device, call))
  for (const paint of PAINTS) {
    ink.configure(InkStyle.parse({ paint, outline: 1 }), W, H, CAMERA)
    await frame()
    const made = (['createBindGroup', 'createTexture', 'createBuffer'] as const).map((call) => vi.spyOn(device, call))
    ink.configure(InkStyle.parse({ paint, outline: 0.5 }), W, H, CAMERA)
    await frame()
    for (const spy of made) {
      expect(spy).not.toHaveBeenCalled()
      spy.mockRestore()
    }
  }
  for (const spy of pipelines) expect(spy).not.toHaveBeenCalled()
  for (const spy of pipelines) spy.mockRestore()
})

test('says what is wrong: nothing to draw, a texture of another size', async () => {
  const fresh = await Ink.create(device)
  const sources = await textures(wall(flatPicture(8, 8, grey)))
  const encoder = device.createCommandEncoder()
  expect(() => fresh.encode(encoder, sources, makeTexture(device, 8, 8))).toThrow(/configure with ink that changes something first/)
  fresh.configure(InkStyle.parse({ paint: 'cel' }), 16, 8, CAMERA)
  expect(() => fresh.encode(encoder, sources, makeTexture(device, 16, 8))).toThrow('look is 8×8, configure was given 16×8')
  fresh.destroy()
})
