import {
  type DecoderInfo,
  encodeExr,
  encodePng,
  frontOf,
  holdsPictures,
  lightOfPicture,
  PACKET_SAMPLES,
  type SoundCodec,
  type SoundEncoder,
  writeSegment,
} from '../../src/encode'
import { hashOf, type Segment } from '../../src/film'
import {
  type ArtifactStore,
  CancelledError,
  Engine,
  MemoryStore,
  PipelineError,
  type RunEvent,
  type StartRequest,
} from '../../src/pipeline'
import {
  type Crew,
  characterNamed,
  type FilmRun,
  type FrameCost,
  filmStages,
  type OpenedFilm,
  type OutputFormat,
  openProduction,
  type PlannedArtifact,
  planSound,
  type SegmentJob,
  type ShotRenderer,
  segmentFile,
  sliceOf,
  soundWish,
  voicesArtifact,
} from '../../src/production'

/** A renderer whose pictures are the hashes of what they depend on: everything around it is real. */
export class FakeRenderer implements ShotRenderer {
  readonly rendered: string[] = []
  /** Called before each frame; may throw. */
  onFrame: (job: SegmentJob, frame: number) => void | Promise<void> = () => {}
  /** What movies are encoded with; changes as a machine's encoder may. */
  codec = 'vp09.00.10.08'
  /** Pixels of a frame of an output whose segments hold pictures: rgba. */
  pictureOf = (output: OutputFormat, frame: number): Uint8Array => new Uint8Array(output.width * output.height * 4).fill(frame % 256)

  constructor(readonly store: ArtifactStore) {}

  async probe(output: OutputFormat) {
    const decoder = this.#decoder(output)
    return { codec: decoder.codec, probe: frontOf(decoder), adapter: 'fake', build: 'test' }
  }

  /** What stands in front of packets. */
  #decoder({ container, width, height }: OutputFormat): DecoderInfo {
    const codec = container === 'exr' ? 'exr' : holdsPictures(container) ? 'png' : this.codec
    return { codec, codedWidth: width, codedHeight: height }
  }

  async segment(...[job, output, film, hooks, promised]: Parameters<ShotRenderer['segment']>): Promise<Segment> {
    const slice = await hooks.sliceFor(job.shotKey)
    const next = job.cross && (await hooks.sliceFor(job.cross.shotKey))
    const pictureHashes: string[] = []
    for (let f = 0; f < job.frames; f++) {
      if (!(await hooks.gate(f))) throw new CancelledError('render')
      await this.onFrame(job, f)
      pictureHashes.push(hashOf({ slice: hashOf(slice), next: next ? hashOf(next) : '', frame: job.first + f, style: output.style.id }))
    }
    if (promised && promised.probe !== frontOf(this.#decoder(output)))
      throw new PipelineError('encode', job.address, 'encoded otherwise', 'run again', { type: 'encode', transient: true })
    this.rendered.push(`${job.address}:${job.first}`)
    return this.#write(job, output, film, pictureHashes)
  }

  async slate(...[job, output, film]: Parameters<ShotRenderer['slate']>): Promise<Segment> {
    const hole = { ...job, key: hashOf({ hole: job.key }) }
    return {
      ...(await this.#write(
        hole,
        output,
        film,
        Array.from({ length: job.frames }, () => 'hole'),
      )),
      hole: true,
    }
  }

  async sprites(...[job, { cast }, folder]: Parameters<NonNullable<ShotRenderer['sprites']>>): Promise<readonly string[]> {
    const files = [`${job.name}.png`, `${job.name}.json`]
    for (const file of files) await this.store.write(`${folder}${file}`, new TextEncoder().encode(`${cast.key} ${job.style.id}`))
    return files
  }

  async rough(...[job]: Parameters<ShotRenderer['rough']>): Promise<void> {
    for (const file of job.files) await this.store.write(file, new Uint8Array([1]))
  }

  async measure(): Promise<FrameCost> {
    return { ms: 10, threadMs: 4 }
  }

  async #write(
    job: SegmentJob,
    output: OutputFormat,
    film: Parameters<ShotRenderer['segment']>[2],
    pictureHashes: string[],
  ): Promise<Segment> {
    const { width, height } = output
    const decoder = this.#decoder(output)
    const { codec } = decoder
    const picture = (i: number) => this.pictureOf(output, job.first + i)
    const packet = async (hash: string, i: number) =>
      codec === 'png'
        ? encodePng(picture(i), width, height)
        : codec === 'exr'
          ? encodeExr(lightOfPicture(picture(i)), width, height)
          : new TextEncoder().encode(hash.slice(0, 16))
    const bytes = writeSegment({
      key: job.key,
      shotKey: job.shotKey,
      firstFrame: job.first,
      width,
      height,
      fps: film.fps,
      decoder,
      packets: await Promise.all(
        pictureHashes.map(async (h, i) => ({ key: holdsPictures(output.container) || i === 0, data: await packet(h, i) })),
      ),
      pictureHashes,
    })
    await this.store.write(segmentFile(job.key), bytes)
    return { key: job.key, shotKey: job.shotKey, firstFrame: job.first, frames: job.frames, bytes: bytes.byteLength, pictureHashes }
  }
}

/** An encoder whose packets are their numbers: as many as a real one gives. */
class FakeSoundEncoder implements SoundEncoder {
  #samples = 0
  #given = 0

  constructor(readonly codec: SoundCodec) {}

  async add({ left }: { readonly left: Float32Array }): Promise<Uint8Array[]> {
    this.#samples += left.length
    return this.#until(Math.floor(this.#samples / PACKET_SAMPLES[this.codec]))
  }

  async finish(): Promise<Uint8Array[]> {
    return this.#until(Math.ceil(this.#samples / PACKET_SAMPLES[this.codec]))
  }

  info() {
    return { codec: this.codec, description: Uint8Array.of(17, 144) }
  }

  close(): void {}

  #until(count: number): Uint8Array[] {
    return Array.from({ length: count - this.#given }, () => Uint8Array.of(this.#given++ & 255))
  }
}

/** Opens a production from its text. @throws Error with the findings */
export function opened(script: string, yaml?: string): OpenedFilm {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const files = [{ name: 'film.fountain', bytes: bytes(script) }, ...(yaml ? [{ name: 'film.yaml', bytes: bytes(yaml) }] : [])]
  const answer = openProduction({ files, main: yaml ? 'film.yaml' : 'film.fountain', overrides: yaml ? {} : { outputs: [SMALL] } })
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics, undefined, 1))
  return answer
}

const SMALL = { name: 'film', style: 'hollywood', quality: 'draft', width: 64, height: 36, audio: 'none' }

/** Runs a film's phases with fake renderers in memory. */
export function studio(store: ArtifactStore = new MemoryStore(), workers = 1) {
  const renderers = Array.from({ length: workers }, () => new FakeRenderer(store))
  const expected: string[] = []
  let now = 0
  return {
    store,
    renderers,
    /** Shots that were said to be next, in the order in which they were. */
    expected,
    /** Names of segments rendered so far, sorted. */
    rendered: () => renderers.flatMap((r) => r.rendered).sort(),
    crewFor: (film: OpenedFilm): Crew => ({
      planner: plannerOf(film),
      renderers,
      expect: (key) => void expected.push(key),
      openSound: async (codec) => new FakeSoundEncoder(codec),
    }),
    engineFor(film: OpenedFilm, changes: Partial<FilmRun> = {}) {
      const crew = this.crewFor(film)
      const run: FilmRun = {
        crew,
        project: film.project,
        runId: film.runId,
        production: film.production,
        diagnostics: film.diagnostics,
        sources: [],
        outputs: film.outputs,
        sprites: film.sprites,
        range: {},
        coarse: false,
        holes: false,
        build: 'test',
        ...changes,
      }
      const events: RunEvent[] = []
      const engine = new Engine({
        store,
        stages: filmStages(run),
        now: () => now++,
        wallClock: () => '2026-11-21T00:00:00.000Z',
        resources: { render: workers },
        computedBy: 'test',
        retry: { attempts: 3, baseMs: 0, wait: async () => {} },
      })
      engine.on('*', (e) => void events.push(e))
      const request: StartRequest = {
        runId: film.runId,
        project: film.project,
        title: film.film.store.plan.title,
        options: { onFailure: changes.holes ? 'hole' : 'stop' },
      }
      return { engine, events, request }
    },
  }
}

function plannerOf({ film, production }: OpenedFilm): Crew['planner'] {
  const artifacts: Record<PlannedArtifact, unknown> = {
    Script: film.script,
    Breakdown: film.breakdown,
    Voices: voicesArtifact(film.speech),
    ShotList: film.shotList,
    Characters: { schema: 'Characters', version: '1.0.0', cast: Object.values(film.store.cast) },
    AssetManifest: {
      schema: 'AssetManifest',
      version: '1.0.0',
      cast: Object.values(film.store.cast),
      sets: Object.values(film.store.sets),
    },
    RenderPlan: film.store.plan,
    SoundPlan: planSound(film, soundWish(production, film)),
    ShotPlans: { schema: 'ShotPlans', version: '1.0.0', shots: film.store.shots, lights: film.store.lights },
  }
  return {
    artifact: async (name) => artifacts[name],
    character: async (name) => ({ cast: characterNamed(film, name) }),
    slice: async (key) => sliceOf(film.store, key),
  }
}
