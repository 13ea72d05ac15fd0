import type { RenderPlan, Utterance } from '../../film'
import { type AudioClient, startAudioWorker, type startPlanWorker } from '../../workers'
import { filmStore } from './film-store'

/** Samples a second, as films are mixed. */
const RATE = 48000
/** Samples that are asked for at a time: half a second; pieces that lie ready. */
const PIECE = 24000
const AHEAD = 4
/** Samples that pieces begin at multiples of: 10 ms. */
const LATTICE = 480
/** Decibels that are added until the film is measured: what most films come to. */
const FIRST_DB = 12
/** Seconds that the picture waits for sound before it goes on without. */
const PATIENCE_S = 2
/** Seconds between asking for the first piece to be heard and its being heard. */
const LEAD_S = 0.06

/** The film that is heard while it plays: the sound is the clock, the picture follows. Made once; its worker starts with the first play. */
export class FilmSound {
  readonly #planner: ReturnType<typeof startPlanWorker>['door']
  #client: Promise<AudioClient> | undefined
  #context: AudioContext | undefined
  #volume: GainNode | undefined
  #master: GainNode | undefined
  /** The film that the worker has open, or is opening. */
  #plan: RenderPlan | undefined
  #opened: Promise<number> = Promise.resolve(0)
  /** The line that is heard alone. */
  #said: AudioBufferSourceNode | undefined
  /** What is heard now; another when the playhead was moved, or the film stopped. */
  #take: Take | undefined

  constructor(planner: ReturnType<typeof startPlanWorker>['door']) {
    this.#planner = planner
    filmStore.subscribe((now, before) => {
      if (before.playing && !now.playing) this.rest()
    })
  }

  /**
   * The film frame that is heard now, while the film plays; asked at every picture. The frame itself while the sound begins;
   * undefined where there is none to follow.
   */
  frameNow(frame: number, plan: RenderPlan): number | undefined {
    const context = this.#ready()
    if (!context || !this.#volume || !this.#master) return undefined
    const { volume } = filmStore.getState()
    if (this.#volume.gain.value !== volume) this.#volume.gain.value = volume
    if (this.#take?.frame !== frame || this.#plan !== plan) this.#begin(frame, plan, context, this.#master)
    const take = this.#take as Take
    const from = take.startedAt
    if (from === undefined) return context.currentTime - take.askedAt > PATIENCE_S ? undefined : frame
    const heard = Math.floor(((take.from / RATE + context.currentTime - from) * plan.fps.num) / plan.fps.den + 1e-6)
    take.frame = Math.max(frame, heard)
    return take.frame
  }

  /** The film stands still: its sound begins anew from wherever it goes on. */
  rest(): void {
    this.#take?.stop()
    this.#take = undefined
  }

  /** Has one line spoken and heard, as loud as the film is played; ends when it has been said. */
  async say(utterance: Utterance): Promise<void> {
    const context = this.#ready()
    if (!context || !this.#volume) return
    this.#volume.gain.value = filmStore.getState().volume
    const samples = await (await this.#audio()).door.speak(utterance)
    this.#said?.stop()
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: RATE })
    buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(new GainNode(context, { gain: 10 ** (FIRST_DB / 20) })).connect(this.#volume)
    this.#said = source
    await new Promise<void>((done) => {
      source.onended = () => done()
      source.start()
    })
  }

  /** The context that is heard; undefined where the browser lets none sound. */
  #ready(): AudioContext | undefined {
    if (!this.#context) {
      if (typeof AudioContext === 'undefined') return undefined
      const context = new AudioContext({ sampleRate: RATE })
      this.#master = new GainNode(context, { gain: 10 ** (FIRST_DB / 20) })
      this.#volume = new GainNode(context)
      // Until the film is measured nothing says that peaks stay below full scale.
      const guard = new DynamicsCompressorNode(context, { threshold: -3, knee: 0, ratio: 20, attack: 0.001, release: 0.1 })
      this.#master.connect(guard).connect(this.#volume).connect(context.destination)
      this.#context = context
    }
    if (this.#context.state === 'suspended') void this.#context.resume()
    return this.#context.state === 'running' ? this.#context : undefined
  }

  #begin(frame: number, plan: RenderPlan, context: AudioContext, into: GainNode): void {
    this.rest()
    const opened = this.#open(plan, into)
    const from = Math.floor((frame * plan.fps.den * RATE) / plan.fps.num / LATTICE) * LATTICE
    const take = new Take(frame, from, context, into)
    this.#take = take
    void opened
      .then(async (samples) => take.play(samples, async (at) => (await this.#audio()).door.render(at, PIECE)))
      // Without sound the picture goes on by itself.
      .catch(() => {})
  }

  /** Has the worker take the film, and hears from it how loud it is to be. */
  #open(plan: RenderPlan, into: GainNode): Promise<number> {
    if (this.#plan === plan) return this.#opened
    this.#plan = plan
    this.#opened = this.#audio().then(async ({ door }) => (await door.open()).samples)
    void this.#opened
      .then(async () => (await this.#audio()).door.masterDb())
      .then((db) => {
        if (db !== undefined && this.#plan === plan) into.gain.setTargetAtTime(10 ** (db / 20), into.context.currentTime, 0.3)
      })
      .catch(() => {})
    return this.#opened
  }

  #audio(): Promise<AudioClient> {
    this.#client ??= startAudioWorker(this.#planner)
    return this.#client
  }
}

/** The film from one place on, until it is stopped. */
class Take {
  /** Time of the context at which `from` is heard; undefined until there is something to hear. */
  startedAt: number | undefined
  readonly askedAt: number
  readonly #sources = new Set<AudioBufferSourceNode>()
  #stopped = false

  /** @param frame that is shown with it. @param from film sample. */
  constructor(
    public frame: number,
    readonly from: number,
    readonly context: AudioContext,
    readonly into: AudioNode,
  ) {
    this.askedAt = context.currentTime
  }

  /** Has pieces made a little ahead of what is heard. */
  async play(
    samples: number,
    piece: (at: number) => Promise<{ readonly left: Float32Array; readonly right: Float32Array }>,
  ): Promise<void> {
    for (let at = this.from; at < samples && !this.#stopped; at += PIECE) {
      const { left, right } = await piece(at)
      if (this.#stopped) return
      this.#add(at, left, right)
      while (this.#sources.size >= AHEAD && !this.#stopped) await this.#oneEnded()
    }
  }

  stop(): void {
    this.#stopped = true
    for (const source of this.#sources) source.stop()
    this.#sources.clear()
    this.#wake?.()
  }

  #wake: (() => void) | undefined

  #oneEnded(): Promise<void> {
    return new Promise((done) => {
      this.#wake = done
    })
  }

  #add(at: number, left: Float32Array, right: Float32Array): void {
    const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate: RATE })
    buffer.copyToChannel(left as Float32Array<ArrayBuffer>, 0)
    buffer.copyToChannel(right as Float32Array<ArrayBuffer>, 1)
    const source = new AudioBufferSourceNode(this.context, { buffer })
    source.connect(this.into)
    source.onended = () => {
      this.#sources.delete(source)
      this.#wake?.()
    }
    const now = this.context.currentTime
    this.startedAt ??= now + LEAD_S
    let when = this.startedAt + (at - this.from) / RATE
    if (when < now) {
      // It came too late: the film waits for its sound.
      this.startedAt += now - when
      when = now
    }
    source.start(when)
    this.#sources.add(source)
  }
}
