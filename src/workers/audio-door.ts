import { type Remote, transfer, wrap } from 'comlink'
import {
  gainFor,
  Mixer,
  type MixReport,
  measure,
  mixFilm,
  QUANTUM,
  type Speaker,
  type Stereo,
  sampleOfFrame,
  silence,
  WAV_HEAD,
  type WavFile,
  type WavFormat,
  wavBytes,
  wavHead,
} from '../audio'
import type { SoundPlan, Utterance } from '../film'
import { LoopbackStore, OpfsStore, type ProgressEvent, progressOf } from '../pipeline'
import { readSounds, speakerOf } from '../production'
import type { SourceFile } from './engine-api'
import { loadSpeech } from './load-speech'
import type { PlanDoor } from './plan-door'

/** A film's sound as a file. */
export interface SoundRequest {
  /** Name of the WAV in the store. */
  readonly file: string
  readonly format: WavFormat
}

/** A written sound. */
export type WrittenSound = MixReport & { readonly file: string; readonly bytes: number; readonly frames: number }

/** The sound of the film that the planner holds: in pieces for whoever listens, or as a file. */
export class AudioDoor {
  readonly #store
  #planner: Remote<PlanDoor> | undefined
  #plan: SoundPlan | undefined
  #mixer: Mixer | undefined
  #files: ReadonlyMap<string, WavFile> = new Map()
  #speaker: Speaker | undefined

  /** @param storeBase URL of a loopback store ending in `/`; without it, the browser's own disk. */
  constructor(storeBase?: string) {
    this.#store = storeBase ? new LoopbackStore(storeBase) : new OpfsStore()
  }

  /** Has the planner at the other end of a port asked for films. */
  meetPlanner(port: MessagePort): void {
    this.#planner = wrap<PlanDoor>(port)
  }

  /** Takes the film that the planner holds now. @param files of the production: those that it names as sounds are read. */
  async open(files: readonly SourceFile[] = []): Promise<{ readonly samples: number }> {
    if (!this.#planner) throw new Error('sound: nobody planned a film')
    const plan = (await this.#planner.artifact('SoundPlan')) as SoundPlan
    this.#files = await readSounds(plan, (name) => files.find((f) => f.name === name)?.bytes)
    this.#speaker = await speakerOf(plan, loadSpeech)
    this.#plan = plan
    this.#mixer = new Mixer(plan, this.#files, this.#speaker)
    return { samples: this.#mixer.samples }
  }

  /** Samples from one on, as they are mixed, before they are mastered. @param from, count multiples of 480: 10 ms. */
  render(from: number, count: number): Stereo {
    const mixer = this.#mixer
    if (!mixer) throw new Error('sound: no film is open')
    if (mixer.at !== from) mixer.seek(from)
    const out = silence(count)
    for (let at = 0; at < count; at += QUANTUM)
      mixer.next({ left: out.left.subarray(at, at + QUANTUM), right: out.right.subarray(at, at + QUANTUM) })
    return transfer(out, [out.left.buffer, out.right.buffer] as ArrayBuffer[])
  }

  /** One line alone: mono at 48 kHz. @throws SpeechError where it cannot be said */
  async speak(utterance: Utterance): Promise<Float32Array> {
    const { samples } = (await loadSpeech()).speak(utterance)
    return transfer(samples, [samples.buffer])
  }

  /** What the master adds to the film, dB; undefined when another was opened meanwhile. Answers others in between. */
  async masterDb(): Promise<number | undefined> {
    const plan = this.#open()
    try {
      const { lufs } = await measure(plan, this.#files, {
        speaker: this.#speaker,
        breathe: async () => {
          await later()
          if (this.#plan !== plan) throw new Superseded()
        },
      })
      return gainFor(plan, lufs)
    } catch (error) {
      if (error instanceof Superseded) return undefined
      throw error
    }
  }

  /** Mixes and masters the film into a WAV. */
  async wav({ file, format }: SoundRequest, onProgress?: (event: ProgressEvent) => void): Promise<WrittenSound> {
    const plan = this.#open()
    const samples = sampleOfFrame(plan.frames, plan.fps)
    const steps = 100
    const progress = progressOf('sound', steps, onProgress, () => performance.now())
    let shown = 0
    const sink = await this.#store.open(file)
    try {
      await sink.write(0, wavHead(samples, format))
      let at = WAV_HEAD
      const report = await mixFilm(plan, this.#files, {
        speaker: this.#speaker,
        onBlock: async (block) => {
          const bytes = wavBytes(block, format)
          await sink.write(at, bytes)
          at += bytes.byteLength
        },
        breathe: async (done) => {
          const now = Math.floor(done * steps)
          if (now > shown) progress.step(now - shown)
          shown = Math.max(shown, now)
          await later()
        },
      })
      await sink.close()
      return { ...report, file, bytes: at, frames: plan.frames }
    } catch (error) {
      await sink.abort().catch(() => {})
      throw error
    }
  }

  #open(): SoundPlan {
    if (!this.#plan) throw new Error('sound: no film is open')
    return this.#plan
  }
}

/** Another film was opened. */
class Superseded extends Error {}

const later = () => new Promise<void>((done) => setTimeout(done, 0))
