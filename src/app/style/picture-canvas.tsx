import { useEffect, useRef } from 'react'
import type { SmallPicture } from '../store/room-pictures'

/** A picture from memory, or the part of it that begins at a column, on a canvas. */
export function PictureCanvas({
  picture,
  from = 0,
  width = picture?.width ?? 0,
  ...more
}: {
  readonly picture: SmallPicture | undefined
  readonly from?: number
  readonly width?: number
  readonly className?: string
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const target = canvas.current
    if (!picture || !target) return
    target.width = width
    target.height = picture.height
    const pixels = new Uint8ClampedArray(picture.rgba.buffer, picture.rgba.byteOffset, picture.rgba.byteLength)
    target.getContext('2d')?.putImageData(new ImageData(pixels, picture.width, picture.height), -from, 0)
  }, [picture, from, width])
  return <canvas ref={canvas} {...more} />
}
