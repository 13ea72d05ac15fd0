import { RATE, type Stereo } from '../rate'

/** Bytes that are no WAV that can be read. */
export class WavError extends Error {
  override readonly name = 'WavError'
}

/** A WAV file: samples are read where they are asked for. */
export interface WavFile {
  readonly rate: number
  readonly channels: number
  /** Samples a channel. */
  readonly samples: number
  /** One sample, −1 to 1; 0 outside the file. Mono answers the same for both sides. */
  at(sample: number, channel: number): number
}

/** Format codes of WAVE files. */
const [PCM, FLOAT, EXTENSIBLE] = [1, 3, 0xfffe]

/**
 * Reads RIFF WAVE: whole numbers of 8, 16, 24 and 32 bits, floats of 32 and 64, one channel or more (of which two are used).
 * @throws WavError naming what is wrong.
 */
export function readWav(bytes: Uint8Array): WavFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => (at + 4 <= bytes.byteLength ? String.fromCharCode(...bytes.subarray(at, at + 4)) : '')
  if (word(0) !== 'RIFF' || word(8) !== 'WAVE') throw new WavError('WAV: expected RIFF and WAVE at the start')
  let format: { code: number; channels: number; rate: number; bits: number } | undefined
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (word(at) === 'fmt ' && size >= 16 && body + 16 <= bytes.byteLength) {
      const code = view.getUint16(body, true)
      format = {
        code: code === EXTENSIBLE && size >= 26 && body + 26 <= bytes.byteLength ? view.getUint16(body + 24, true) : code,
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      }
    }
    if (word(at) === 'data') {
      if (!format) throw new WavError('WAV: expected the format before the samples')
      // Recorders that were cut off, and streams, leave a size of 0 or too much.
      const long = Math.min(size === 0 ? Number.POSITIVE_INFINITY : size, bytes.byteLength - body)
      return samplesOf(view, body, long, format)
    }
    at = body + size + (size % 2)
  }
  throw new WavError('WAV: it holds no samples')
}

function samplesOf(
  view: DataView,
  body: number,
  long: number,
  format: { code: number; channels: number; rate: number; bits: number },
): WavFile {
  const { code, channels, rate, bits } = format
  if (channels < 1 || channels > 64) throw new WavError(`WAV: expected 1 to 64 channels, got ${channels}`)
  if (rate < 4000 || rate > 768000) throw new WavError(`WAV: expected 4000 to 768000 samples a second, got ${rate}`)
  const read = readerOf(view, code, bits)
  const each = bits / 8
  const samples = Math.floor(long / (each * channels))
  return {
    rate,
    channels,
    samples,
    at: (sample, channel) =>
      sample < 0 || sample >= samples ? 0 : read(body + (sample * channels + Math.min(channel, channels - 1)) * each),
  }
}

function readerOf(view: DataView, code: number, bits: number): (at: number) => number {
  if (code === PCM && bits === 8) return (at) => (view.getUint8(at) - 128) / 128
  if (code === PCM && bits === 16) return (at) => view.getInt16(at, true) / 0x8000
  if (code === PCM && bits === 24) return (at) => (view.getUint16(at, true) | (view.getInt8(at + 2) << 16)) / 0x800000
  if (code === PCM && bits === 32) return (at) => view.getInt32(at, true) / 0x80000000
  const finite = (x: number) => (Number.isFinite(x) ? x : 0)
  if (code === FLOAT && bits === 32) return (at) => finite(view.getFloat32(at, true))
  if (code === FLOAT && bits === 64) return (at) => finite(view.getFloat64(at, true))
  throw new WavError(`WAV: expected PCM of 8, 16, 24 or 32 bits or floats, got format ${code} of ${bits} bits`)
}

/** Samples either side of a place between samples that its value is worked out from. */
const REACH = 16

/** A file's samples at the house's rate, from `from` on (windowed sinc, 32 taps, where the rates differ). */
export function samplesAtRate(file: WavFile, from: number, count: number): Stereo {
  const out = { left: new Float32Array(count), right: new Float32Array(count) }
  const step = file.rate / RATE
  // Going down, what is above half the new rate must go.
  const narrow = Math.min(1, 1 / step)
  const reach = Math.ceil(REACH / narrow)
  for (let i = 0; i < count; i++) {
    if (file.rate === RATE) {
      out.left[i] = file.at(from + i, 0)
      out.right[i] = file.at(from + i, 1)
      continue
    }
    const x = (from + i) * step
    const first = Math.floor(x) - reach + 1
    let [left, right, sum] = [0, 0, 0]
    for (let k = 0; k < 2 * reach; k++) {
      const d = x - (first + k)
      const w = narrow * sinc(d * narrow) * hann(d / reach)
      left += w * file.at(first + k, 0)
      right += w * file.at(first + k, 1)
      sum += w
    }
    out.left[i] = left / sum
    out.right[i] = right / sum
  }
  return out
}

const sinc = (x: number): number => (Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const hann = (u: number): number => (Math.abs(u) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * u))

/** How many samples a file has at the house's rate. */
export const samplesOfFile = (file: WavFile): number => Math.floor((file.samples * RATE) / file.rate)
