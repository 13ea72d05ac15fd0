import { BoxGeometry, Mesh, MeshBasicNodeMaterial, PerspectiveCamera, REVISION, RenderTarget, Scene } from 'three/webgpu'
import { expect, it } from 'vitest'
import { beginFrame, createRenderer, deviceOf, gpuTextureOf } from '../../src/render'

/** What we take from inside three.js is still there: read this first when three is updated. */
it('three still has the insides we use', async () => {
  expect(REVISION).toBe('187')
  const renderer = await createRenderer(new OffscreenCanvas(8, 8))
  expect(deviceOf(renderer)).toBeInstanceOf(GPUDevice)

  const { nodeFrame } = (renderer as unknown as { _nodes: { nodeFrame: { frameId: number; time: number } } })._nodes
  const before = nodeFrame.frameId
  beginFrame(renderer, 1.25)
  expect(nodeFrame.frameId).toBe(before + 1)
  expect(nodeFrame.time).toBe(1.25)

  const target = new RenderTarget(8, 8)
  expect(() => gpuTextureOf(renderer, target.texture)).toThrow('no GPU texture yet')
  const scene = new Scene()
  scene.add(new Mesh(new BoxGeometry(), new MeshBasicNodeMaterial()))
  renderer.setRenderTarget(target)
  renderer.render(scene, new PerspectiveCamera())
  const texture = gpuTextureOf(renderer, target.texture)
  expect(texture).toBeInstanceOf(GPUTexture)
  expect(texture.format).toBe('rgba8unorm')
})
