import type { PaletteSet } from '../departments/retro'

/** Light of a look as it stands in a frame of another shape: between black bars. Half floats, four a pixel, top row first. */
export function lightInFrame(
  look: Uint16Array<ArrayBuffer>,
  lit: { readonly width: number; readonly height: number },
  { width, height }: { readonly width: number; readonly height: number },
): Uint16Array<ArrayBuffer> {
  if (lit.width === width && lit.height === height) return look
  const light = new Uint16Array(width * height * 4)
  const [left, top] = [Math.floor((width - lit.width) / 2), Math.floor((height - lit.height) / 2)]
  for (let y = 0; y < lit.height; y++) light.set(look.subarray(y * lit.width * 4, (y + 1) * lit.width * 4), ((top + y) * width + left) * 4)
  return light
}

/** Ids of things, three bytes each in rgba texels. */
export function idsOf(texels: Uint8Array): Uint32Array<ArrayBuffer> {
  const ids = new Uint32Array(texels.length / 4)
  for (let i = 0; i < ids.length; i++) ids[i] = texels[i * 4]! | (texels[i * 4 + 1]! << 8) | (texels[i * 4 + 2]! << 16)
  return ids
}

/** The palettes of cells with their colours as 0xrrggbb; undefined where there is one for all. */
export function palettesOf(set: PaletteSet | null): number[][] | undefined {
  const codes = set?.colours.map((hex) => Number.parseInt(hex.slice(1), 16))
  return codes && set?.cells?.palettes.map((places) => places.map((place) => codes[place]!))
}
