/** An sRGB picture, four bytes a pixel, rows from the top. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array<ArrayBuffer> }

/** Linear light, three numbers 0–65535 a pixel. */
export type LightPicture = { readonly width: number; readonly height: number; readonly light: Uint16Array }

export function emptyPicture(width: number, height: number): Picture {
  return { width, height, rgba: new Uint8Array(width * height * 4) }
}

/** The first pixel at which two pictures differ, as text, or null. Sizes count. */
export function firstDifference(a: Picture, b: Picture): string | null {
  if (a.width !== b.width || a.height !== b.height) return `${a.width}×${a.height} against ${b.width}×${b.height}`
  for (let i = 0; i < a.rgba.length; i += 4) {
    const pixel = i / 4
    const [left, right] = [[...a.rgba.subarray(i, i + 4)], [...b.rgba.subarray(i, i + 4)]]
    if (left.join() !== right.join()) return `(${pixel % a.width}, ${Math.floor(pixel / a.width)}): ${left} against ${right}`
  }
  return null
}
