import { RATE, type Stereo } from '../rate'

export const WAV_FORMATS = ['16', '24', 'float'] as const
/** Whole numbers of 16 or 24 bits, or floats of 32. */
export type WavFormat = (typeof WAV_FORMATS)[number]

const BYTES: Readonly<Record<WavFormat, number>> = { '16': 2, '24': 3, float: 4 }

/** Bytes in front of a WAV file's samples. */
export const WAV_HEAD = 44

/**
 * What stands in front of the samples of a stereo WAV file at 48 kHz.
 * @throws RangeError for more than a WAV file can hold: 4 GiB.
 */
export function wavHead(samples: number, format: WavFormat): Uint8Array {
  const frame = 2 * BYTES[format]
  const size = samples * frame
  if (size + WAV_HEAD - 8 > 0xffffffff) throw new RangeError(`WAV: expected at most 4 GiB, got ${size} bytes: make it in parts`)
  const bytes = new Uint8Array(WAV_HEAD)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) =>
    bytes.set(
      [...text].map((c) => c.charCodeAt(0)),
      at,
    )
  word(0, 'RIFF')
  view.setUint32(4, WAV_HEAD - 8 + size, true)
  word(8, 'WAVE')
  word(12, 'fmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, format === 'float' ? 3 : 1, true)
  view.setUint16(22, 2, true)
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * frame, true)
  view.setUint16(32, frame, true)
  view.setUint16(34, BYTES[format] * 8, true)
  word(36, 'data')
  view.setUint32(40, size, true)
  return bytes
}

/** Samples as a WAV file has them, left and right by turns; what is over full scale is cut off in whole numbers. */
export function wavBytes({ left, right }: Stereo, format: WavFormat): Uint8Array {
  const each = BYTES[format]
  const bytes = new Uint8Array(left.length * 2 * each)
  const view = new DataView(bytes.buffer)
  const put = (at: number, x: number) => {
    if (format === 'float') view.setFloat32(at, x, true)
    else if (format === '16') view.setInt16(at, whole(x, 0x8000), true)
    else {
      const v = whole(x, 0x800000)
      view.setUint16(at, v & 0xffff, true)
      view.setInt8(at + 2, v >> 16)
    }
  }
  for (let i = 0; i < left.length; i++) {
    put(2 * i * each, left[i] as number)
    put((2 * i + 1) * each, right[i] as number)
  }
  return bytes
}

const whole = (x: number, scale: number): number => Math.max(-scale, Math.min(scale - 1, Math.round(x * scale)))
