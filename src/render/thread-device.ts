import { cameraPosition, cameraProjectionMatrix, cameraProjectionMatrixInverse, cameraViewMatrix, cameraWorldMatrix, vec4 } from 'three/tsl'
import { Mesh, NodeMaterial, PerspectiveCamera, PlaneGeometry, Scene, type WebGPURenderer } from 'three/webgpu'

/** The device that all renderers of this thread draw on; asked for by the first, and anew when it was lost. */
let shared: Promise<GPUDevice> | undefined

/** Whoever compiles on a device, behind the one before. */
const lines = new WeakMap<GPUDevice, Promise<unknown>>()

/** Made by the first renderer of this thread; see `orderCameraValues`. */
let ordered: Promise<void> | undefined

/**
 * The graphics device of this thread: renderers that share it share its shaders too, which a browser keeps once a device.
 * @throws Error when the adapter gives none.
 */
export function threadDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  shared ??= openDevice(adapter)
  return shared
}

async function openDevice(adapter: GPUAdapter): Promise<GPUDevice> {
  const forget = () => {
    shared = undefined
  }
  try {
    // All that it can do, as three asks for where it opens a device itself.
    const device = await adapter.requestDevice({ requiredFeatures: [...adapter.features] as GPUFeatureName[] })
    void device.lost.then(forget)
    return device
  } catch (error) {
    forget()
    throw error
  }
}

/**
 * Compiles when whoever began before on the same device is through: two renderers that want the same shader at the same time
 * have it made twice, the later one finds it.
 */
export function compileInTurn<T>(device: GPUDevice, compile: () => Promise<T>): Promise<T> {
  const turn = (lines.get(device) ?? Promise.resolve()).then(compile)
  lines.set(
    device,
    turn.catch(() => {}),
  )
  return turn
}

/**
 * Numbers the camera's values before anything else of a scene. three writes a shader's values in the order in which their
 * nodes were made, and makes the camera's when the first scene is compiled: a thread's second renderer would have the same
 * shaders in another order, and the browser would compile them again.
 */
export function orderCameraValues(renderer: WebGPURenderer): Promise<void> {
  ordered ??= compileCameraValues(renderer).catch((error) => {
    ordered = undefined
    throw error
  })
  return ordered
}

async function compileCameraValues(renderer: WebGPURenderer): Promise<void> {
  const material = new NodeMaterial()
  const turned = cameraProjectionMatrix.mul(cameraViewMatrix).mul(cameraWorldMatrix).mul(cameraProjectionMatrixInverse)
  material.fragmentNode = turned.mul(vec4(cameraPosition, 1))
  const mesh = new Mesh(new PlaneGeometry(), material)
  const scene = new Scene()
  scene.add(mesh)
  await renderer.compileAsync(scene, new PerspectiveCamera())
  mesh.geometry.dispose()
  material.dispose()
}
