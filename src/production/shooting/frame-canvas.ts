import { PipelineError } from '../../pipeline'

/**
 * The canvas that an encoder takes its frames from. It belongs to one device and has one size: a canvas that outlives its
 * device (the browser's graphics process crashed) can be configured for another one, but its frames are black from then
 * on, and of another range. No object of the GPU but the canvas' own texture is made a frame.
 */
export class FrameCanvas {
  readonly canvas: OffscreenCanvas
  readonly #device: GPUDevice
  readonly #context: GPUCanvasContext

  /** @throws PipelineError where the browser gives a worker no such canvas. */
  constructor(device: GPUDevice, width: number, height: number) {
    this.canvas = new OffscreenCanvas(width, height)
    this.#device = device
    const context = this.canvas.getContext('webgpu')
    if (!context)
      throw new PipelineError(
        'render',
        'canvas',
        'the browser gives no WebGPU canvas to this worker',
        'use a current Chrome, Edge or Safari',
      )
    context.configure({
      device,
      format: 'rgba8unorm',
      usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_DST,
      alphaMode: 'opaque',
    })
    this.#context = context
  }

  /** Whether it can show pictures of this size. */
  fits({ width, height }: { readonly width: number; readonly height: number }): boolean {
    return this.canvas.width === width && this.canvas.height === height
  }

  /** Shows a finished picture of its size until the next one. */
  show(picture: GPUTexture): void {
    const encoder = this.#device.createCommandEncoder({ label: 'present' })
    encoder.copyTextureToTexture({ texture: picture }, { texture: this.#context.getCurrentTexture() }, [picture.width, picture.height])
    this.#device.queue.submit([encoder.finish()])
  }

  /** Shows black. */
  clear(): void {
    const encoder = this.#device.createCommandEncoder({ label: 'black' })
    const view = this.#context.getCurrentTexture().createView()
    encoder.beginRenderPass({ colorAttachments: [{ view, loadOp: 'clear', storeOp: 'store' }] }).end()
    this.#device.queue.submit([encoder.finish()])
  }
}
