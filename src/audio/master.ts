import { SOUND_BUSES, type SoundBus, type SoundPlan, sha256Hex } from '../film'
import type { Speaker } from './dialogue/dialogue'
import { Limiter } from './limiter'
import { LoudnessMeter } from './loudness'
import { Mixer } from './mixer'
import { decibels, gainOf, QUANTUM, RATE, type Stereo, silence } from './rate'
import { sampleOfFrame } from './timing'
import { PeakMeter } from './true-peak'
import type { WavFile } from './wav/read-wav'
import { wavBytes } from './wav/write-wav'

/** Decibels by which the limiter stays under the ceiling: what is encoded again peaks a little higher. */
const MARGIN_DB = 0.3

/** What a finished mix is. */
export interface MixReport {
  /** Samples a channel, at 48 kHz. */
  readonly samples: number
  /** SHA-256 over the hashes of each second of samples (32-bit floats, left and right by turns). */
  readonly hash: string
  /** Integrated loudness of the mix before and after mastering, LUFS; absent for silence. */
  readonly mixedLufs?: number
  readonly loudnessLufs?: number
  /** Highest true peak, dBTP; absent for silence. */
  readonly truePeakDb?: number
  /** What was added to reach it, dB. */
  readonly gainDb: number
  /** RMS of each bus before mastering, dB below full scale; those that are not silent. */
  readonly busesDb: Readonly<Partial<Record<SoundBus, number>>>
}

export interface MixOptions {
  /** Who speaks the film's lines; nobody is needed where it has none. */
  readonly speaker?: Speaker | undefined
  /** Takes the finished samples in order, a second at a time, the last less. */
  readonly onBlock?: (block: Stereo, from: number) => void | Promise<void>
  /** Asked after every second of either pass; throws to stop. @param done share of the work, 0 to 1. */
  readonly breathe?: (done: number) => void | Promise<void>
}

/**
 * Mixes a film and masters it: once through to measure, once more to write, so that memory holds one second whatever the
 * length. The whole is brought to the plan's loudness, quiet films by so much only as the plan allows; true peaks stay
 * under its ceiling.
 */
export async function mixFilm(plan: SoundPlan, files: ReadonlyMap<string, WavFile>, options: MixOptions = {}): Promise<MixReport> {
  const { onBlock, breathe, speaker } = options
  const measured = await measure(plan, files, { speaker, breathe: async (done) => breathe?.(done / 2) })
  const gainDb = gainFor(plan, measured.lufs)
  const writer = new Blocks(sampleOfFrame(plan.frames, plan.fps), onBlock)
  const limiter = new Limiter(gainOf(plan.master.peakDbtp - MARGIN_DB))
  const gain = gainOf(gainDb)
  const { samples } = await throughFilm(new Mixer(plan, files, speaker), async (quantum, _mixer, done) => {
    for (const side of [quantum.left, quantum.right]) for (let i = 0; i < side.length; i++) side[i] = (side[i] as number) * gain
    await writer.add(limiter.add(quantum))
    if (done !== undefined) await breathe?.(0.5 + done / 2)
  })
  await writer.add(limiter.finish())
  return {
    samples,
    gainDb,
    busesDb: measured.busesDb,
    ...(Number.isFinite(measured.lufs) ? { mixedLufs: rounded(measured.lufs) } : {}),
    ...(await writer.finish()),
  }
}

/** Gain that brings a measured loudness to the plan's. */
export function gainFor({ master }: Pick<SoundPlan, 'master'>, lufs: number): number {
  if (!Number.isFinite(lufs)) return 0
  return rounded(Math.min(master.loudnessLufs - lufs, master.liftDb))
}

/** Integrated loudness of a film as it is mixed, and the level of each bus. */
export async function measure(
  plan: SoundPlan,
  files: ReadonlyMap<string, WavFile>,
  { speaker, breathe }: Pick<MixOptions, 'speaker' | 'breathe'> = {},
): Promise<{ readonly lufs: number; readonly busesDb: MixReport['busesDb'] }> {
  const meter = new LoudnessMeter()
  const power = new Map<SoundBus, number>(SOUND_BUSES.map((bus) => [bus, 0]))
  const { samples } = await throughFilm(new Mixer(plan, files, speaker), async (quantum, mixer, done) => {
    meter.add(quantum)
    for (const bus of SOUND_BUSES) power.set(bus, (power.get(bus) ?? 0) + powerOf(mixer.buses[bus]))
    if (done !== undefined) await breathe?.(done)
  })
  const busesDb = Object.fromEntries(
    [...power].flatMap(([bus, sum]) => (sum > 0 ? [[bus, rounded(10 * Math.log10(sum / (2 * samples)))]] : [])),
  )
  return { lufs: meter.integrated(), busesDb }
}

/** Every quantum of a film; once a second `done` says how far it is. */
async function throughFilm(
  mixer: Mixer,
  each: (quantum: Stereo, mixer: Mixer, done?: number) => Promise<void>,
): Promise<{ readonly samples: number }> {
  const { samples } = mixer
  while (mixer.at < samples) {
    const quantum = silence(QUANTUM)
    mixer.next(quantum)
    const whole =
      samples - mixer.at >= 0
        ? quantum
        : { left: quantum.left.slice(0, samples - mixer.at), right: quantum.right.slice(0, samples - mixer.at) }
    await each(whole, mixer, mixer.at % RATE === 0 ? Math.min(1, mixer.at / samples) : undefined)
  }
  return { samples }
}

function powerOf({ left, right }: Stereo): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += (left[i] as number) ** 2 + (right[i] as number) ** 2
  return sum
}

const rounded = (x: number): number => Math.round(x * 100) / 100

/** Gathers samples to seconds, measures and hashes them. */
class Blocks {
  readonly #onBlock: MixOptions['onBlock']
  readonly #meter = new LoudnessMeter()
  readonly #peaks = new PeakMeter()
  readonly #hashes: string[] = []
  #block = silence(RATE)
  #filled = 0
  #given = 0

  /** @param samples that are taken; what comes after them is left out. */
  constructor(
    readonly samples: number,
    onBlock: MixOptions['onBlock'],
  ) {
    this.#onBlock = onBlock
  }

  async add(piece: Stereo): Promise<void> {
    const wanted = Math.min(piece.left.length, this.samples - this.#given - this.#filled)
    for (let from = 0; from < wanted; ) {
      const count = Math.min(RATE - this.#filled, wanted - from)
      this.#block.left.set(piece.left.subarray(from, from + count), this.#filled)
      this.#block.right.set(piece.right.subarray(from, from + count), this.#filled)
      this.#filled += count
      from += count
      if (this.#filled === RATE) await this.#give(RATE)
    }
  }

  async #give(count: number): Promise<void> {
    const block = { left: this.#block.left.slice(0, count), right: this.#block.right.slice(0, count) }
    this.#meter.add(block)
    this.#peaks.add([block.left, block.right])
    this.#hashes.push(sha256Hex(wavBytes(block, 'float')))
    await this.#onBlock?.(block, this.#given)
    this.#given += count
    this.#block = silence(RATE)
    this.#filled = 0
  }

  async finish(): Promise<Pick<MixReport, 'hash' | 'loudnessLufs' | 'truePeakDb'>> {
    if (this.#filled > 0) await this.#give(this.#filled)
    const lufs = this.#meter.integrated()
    const peak = this.#peaks.finish()
    return {
      hash: sha256Hex(this.#hashes.join('')),
      ...(Number.isFinite(lufs) ? { loudnessLufs: rounded(lufs) } : {}),
      ...(peak > 0 ? { truePeakDb: rounded(decibels(peak)) } : {}),
    }
  }
}
