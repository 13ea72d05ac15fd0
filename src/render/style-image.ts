import {
  diffuseSerpentine,
  EVEN_TONE,
  hasShotTone,
  isDiffusion,
  type Probe,
  paletteSetFor,
  type Style,
  shotTone,
} from '../departments/retro'
import type { StyleEngine } from './kernels'
import { readTexture } from './picture-reader'
import { isSettledByShot, plainPixels, probeOf } from './shot-palettes'

/**
 * Draws a picture that no film has in a style, into `out`; its colours and tones are settled by itself. Serpentine error diffusion,
 * which no GPU can do in parallel, is done on the processor.
 * @param engine prepared for the style.
 * @returns the style's own picture.
 */
export async function styleImage(
  device: GPUDevice,
  engine: StyleEngine,
  style: Style,
  look: GPUTexture,
  out: GPUTexture,
): Promise<GPUTexture> {
  const submit = <T>(record: (encoder: GPUCommandEncoder) => T): T => {
    const encoder = device.createCommandEncoder()
    const result = record(encoder)
    device.queue.submit([encoder.finish()])
    return result
  }
  const light = async (): Promise<Probe> => {
    const texture = submit((encoder) => engine.encodeLight(encoder, look))
    return probeOf(texture, await readTexture(device, texture))
  }
  let palettes = paletteSetFor(style, [])
  const toned = hasShotTone(style.grade)
  if (toned) engine.setStyle(plainPixels(style), look, out, null, EVEN_TONE)
  const tone = toned ? shotTone(style.grade, [await light()]) : null
  engine.setStyle(style, look, out, palettes, tone)
  if (isSettledByShot(style)) {
    palettes = paletteSetFor(style, [await light()])
    engine.setStyle(style, look, out, palettes, tone)
  }
  const picture = submit((encoder) => engine.draw(encoder, look, ''))
  const { dither, distance } = style
  // Cells are settled on the GPU: a machine that has them keeps to raster order.
  if (dither.serpentine && isDiffusion(dither.kind) && palettes && !palettes.cells) {
    const probe = await light()
    const places = diffuseSerpentine(probe, palettes, { ...dither, kind: dither.kind, distance })
    const rgba = new Uint8Array(places.length * 4)
    const codes = palettes.colours.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))
    places.forEach((place, i) => {
      rgba.set([...(codes[place] as number[]), 255], i * 4)
    })
    device.queue.writeTexture({ texture: picture }, rgba, { bytesPerRow: probe.width * 4 }, [probe.width, probe.height])
  }
  submit((encoder) => engine.show(encoder, '', out))
  return picture
}
