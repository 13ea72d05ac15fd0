import { type MixReport, mixFilm, RATE, type Stereo, sampleOfFrame, WAV_HEAD, wavBytes, wavHead } from '../../audio'
import {
  isSoundAlone,
  type MovieSound,
  openSoundEncoder,
  readSoundPart,
  SOUND_CODECS,
  type SoundCodec,
  type SoundEncoder,
  type SoundInfo,
  soundPackets,
  writeSoundPart,
} from '../../encode'
import { hashOf, type RenderPlan, type SoundPlan, sha256Hex } from '../../film'
import { type ArtifactStore, PipelineError, type StoreSink, type TaskContext, type TaskSpec } from '../../pipeline'
import type { OutputFormat } from '../crew'
import { shotsInRange } from '../find-frame'
import { soundOfPart } from '../plan-sound'
import { readSounds, speakerOf } from '../sound-files'
import { type FilmRun, runFile } from './film-run'

/** Packets that are kept in one file: some 30 s. */
const PART_PACKETS = 1500

/** Bits of a WAV. */
const BESIDE = '24'

/** Name of the sound beside numbered pictures, in their folder. */
export const SOUND_FILE = 'sound.wav'

/** The sound of what a run makes: where its pieces stand in the store. */
export interface FilmSound {
  readonly plan: SoundPlan
  /** Hash of everything that can change its samples. */
  readonly key: string
  readonly samples: number
}

/** Whether any output of a run has sound. */
export const hasSound = ({ outputs }: Pick<FilmRun, 'outputs'>): boolean => outputs.some((o) => o.sound !== undefined)

/** The sound of a run whose `SoundPlan` is made. */
export function soundOf(run: Pick<FilmRun, 'sources' | 'build'>, plan: SoundPlan): FilmSound {
  const files = [...new Set(plan.cues.map((c) => c.file))].sort()
  const held = files.map((name) => ({ name, sha256: sha256Hex(bytesNamed(run, name) ?? new Uint8Array(0)) }))
  return { plan, key: hashOf({ plan, files: held, build: run.build }), samples: sampleOfFrame(plan.frames, plan.fps) }
}

/** Names of the pieces of a film's sound in a codec. */
const partFiles = ({ key, samples }: FilmSound, codec: SoundCodec): string[] =>
  Array.from({ length: Math.ceil(soundPackets({ codec, samples }) / PART_PACKETS) }, (_, i) => `sound/${key.slice(0, 40)}.${codec}.${i}`)

const reportFile = ({ key }: FilmSound): string => `sound/${key.slice(0, 40)}.json`

/** Everything of a film's sound that an output is joined from. */
export const soundFiles = (sound: FilmSound, codec: SoundCodec): string[] => [reportFile(sound), ...partFiles(sound, codec)]

/** Where the WAV of an output stands: beside its pictures, or alone. */
export const wavOf = (run: FilmRun, { name, container }: Pick<OutputFormat, 'name' | 'container'>): string =>
  runFile(run, isSoundAlone(container) ? `${name}.wav` : `${name}/${SOUND_FILE}`)

/** What is heard and when; the mix of it comes after it. */
export function soundTask(run: FilmRun): TaskSpec {
  return {
    id: 'post_process/sound',
    phase: 'post_process',
    title: 'spot the sound',
    needs: [],
    inputs: ['RenderPlan', 'ShotPlans'],
    outputs: ['SoundPlan'],
    cheap: true,
    run: async (context) => {
      const whole = (await run.crew.planner.artifact('SoundPlan')) as SoundPlan
      const plan = soundOfPart(whole, shotsInRange(await context.read<RenderPlan>('RenderPlan'), run.range))
      await context.write('SoundPlan', plan, { parents: ['RenderPlan', 'ShotPlans'], parameters: { build: run.build, range: run.range } })
      return { more: [mixTask(run, soundOf(run, plan))] }
    },
  }
}

/** Mixes the film once for all of its outputs. */
function mixTask(run: FilmRun, sound: FilmSound): TaskSpec {
  const codecs = SOUND_CODECS.filter((codec) => run.outputs.some((o) => o.sound === codec))
  const beside = run.outputs.filter((o) => o.sound === 'wav').map((o) => wavOf(run, o))
  const outputs = [reportFile(sound), ...codecs.flatMap((codec) => partFiles(sound, codec)), ...beside]
  const units = Math.max(1, Math.round(sound.samples / RATE))
  return {
    id: `post_process/mix:${sound.key.slice(0, 40)}`,
    phase: 'post_process',
    title: 'mix the sound',
    needs: ['post_process/sound'],
    inputs: ['SoundPlan'],
    outputs,
    units,
    missing: async (store) => {
      for (const file of outputs) if (!(await store.has(file))) return 'it is not in the store: new, or something that is heard has changed'
      return undefined
    },
    rollback: async (store) => {
      for (const file of outputs) await store.remove(file)
    },
    run: async (context) => {
      const { store } = context
      const open = run.crew.openSound ?? openSoundEncoder
      const tracks: Track[] = []
      try {
        for (const codec of codecs) tracks.push(new EncodedTrack(store, partFiles(sound, codec), codec, await open(codec)))
        for (const file of beside) tracks.push(await WavTrack.open(store, file, sound.samples))
        const files = await readSounds(sound.plan, (name) => bytesNamed(run, name))
        const report = await mixFilm(sound.plan, files, {
          speaker: await speakerOf(sound.plan, run.crew.loadSpeaker),
          onBlock: async (block) => {
            for (const track of tracks) await track.add(block)
          },
          breathe: async (done) => {
            context.progress(Math.floor(done * units))
            // Whoever pauses or cancels is heard in between.
            await new Promise((later) => setTimeout(later, 0))
            await context.checkpoint()
          },
        })
        for (const track of tracks) await track.finish()
        sayLoudness(context, sound.plan, report)
        // Last: where it is, all the rest is.
        await store.write(reportFile(sound), new TextEncoder().encode(JSON.stringify(report)))
      } catch (error) {
        for (const track of tracks) await track.abort()
        throw error
      }
      return undefined
    },
  }
}

function sayLoudness({ warn }: TaskContext, { master }: SoundPlan, { loudnessLufs }: MixReport): void {
  if (loudnessLufs !== undefined && master.liftDb >= 60 && Math.abs(loudnessLufs - master.loudnessLufs) > 0.5)
    warn(`the sound came to ${loudnessLufs} LUFS: peaks leave no room for ${master.loudnessLufs}`)
}

/** Where a mix is written while it is made. */
interface Track {
  add(block: Stereo): Promise<void>
  finish(): Promise<void>
  abort(): Promise<void>
}

class EncodedTrack implements Track {
  #waiting: Uint8Array[] = []
  #written = 0

  constructor(
    readonly store: ArtifactStore,
    readonly files: readonly string[],
    readonly codec: SoundCodec,
    readonly encoder: SoundEncoder,
  ) {}

  async add(block: Stereo): Promise<void> {
    this.#waiting.push(...(await this.encoder.add(block)))
    while (this.#waiting.length >= PART_PACKETS) await this.#write(this.#waiting.splice(0, PART_PACKETS))
  }

  async finish(): Promise<void> {
    this.#waiting.push(...(await this.encoder.finish()))
    // Encoders end with packets of nothing but silence after the film's end: a part that is not listed is not written.
    while (this.#waiting.length > 0 && this.#written < this.files.length) await this.#write(this.#waiting.splice(0, PART_PACKETS))
    this.encoder.close()
  }

  async abort(): Promise<void> {
    this.encoder.close()
  }

  async #write(packets: Uint8Array[]): Promise<void> {
    const file = this.files[this.#written++]
    if (file) await this.store.write(file, writeSoundPart({ ...this.encoder.info(), packets }))
  }
}

class WavTrack implements Track {
  #at = WAV_HEAD

  private constructor(readonly sink: StoreSink) {}

  static async open(store: ArtifactStore, file: string, samples: number): Promise<WavTrack> {
    const sink = await store.open(file)
    await sink.write(0, wavHead(samples, BESIDE))
    return new WavTrack(sink)
  }

  async add(block: Stereo): Promise<void> {
    const bytes = wavBytes(block, BESIDE)
    await this.sink.write(this.#at, bytes)
    this.#at += bytes.byteLength
  }

  finish(): Promise<void> {
    return this.sink.close()
  }

  abort(): Promise<void> {
    return this.sink.abort()
  }
}

/** What a mix came to. */
export async function mixReport(store: ArtifactStore, sound: FilmSound): Promise<MixReport> {
  const bytes = await store.read(reportFile(sound))
  if (!bytes) throw gone(reportFile(sound))
  return JSON.parse(new TextDecoder().decode(bytes)) as MixReport
}

/** A film's encoded sound, piece by piece from the store. */
export async function movieSound(
  store: ArtifactStore,
  sound: FilmSound,
  codec: SoundCodec,
): Promise<MovieSound & { readonly packets: AsyncIterable<Uint8Array> }> {
  const files = partFiles(sound, codec)
  const part = async (file: string) => {
    const bytes = await store.read(file)
    if (!bytes) throw gone(file)
    return readSoundPart(bytes)
  }
  const { description }: SoundInfo = await part(files[0] ?? '')
  async function* packets(): AsyncGenerator<Uint8Array> {
    for (const file of files) yield* (await part(file)).packets
  }
  return { codec, description, samples: sound.samples, packets: packets() }
}

const gone = (file: string): PipelineError =>
  new PipelineError('export', file, 'the sound has gone from the store', 'run again: only what is missing is made')

const bytesNamed = ({ sources }: Pick<FilmRun, 'sources'>, name: string): Uint8Array | undefined =>
  sources.find((s) => s.name === name)?.bytes
