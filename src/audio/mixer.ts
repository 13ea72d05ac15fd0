import { SOUND_BUSES, type SoundBus, type SoundPlan } from '../film'
import { Ambience } from './ambience'
import { CuePlayer } from './cue-player'
import { Dialogue, type Speaker } from './dialogue/dialogue'
import { DUCK_MUSIC, DUCK_PLACE, Ducking } from './dialogue/ducking'
import { Reverb } from './dsp/reverb'
import { sineOf } from './dsp/sine'
import { distanceGain, grainOf } from './foley/grain'
import { gainOf, panGains, QUANTUM, RATE, type Stereo, silence } from './rate'
import { sampleOfFrame } from './timing'
import type { WavFile } from './wav/read-wav'

/** A stretch of film in one place: its ambience goes on over the cuts inside it. */
interface Stretch {
  readonly place: string
  readonly key: string
  /** Film samples, `end` not included, both with their crossfades. */
  start: number
  end: number
  /** Lengths of the crossfades, samples. */
  rise: number
  fall: number
}

interface Contact {
  readonly at: number
  readonly key: string
  readonly contact: SoundPlan['shots'][number]['contacts'][number]
  readonly stretch: Stretch
}

/** A contact that is being heard. */
interface Grain {
  readonly at: number
  readonly samples: Float32Array
  readonly gains: readonly [number, number]
  readonly stretch: Stretch
}

interface Room {
  readonly ambience: Ambience
  readonly echo: Reverb | undefined
  /** The same for voices, where there are any: they are a bus of their own. */
  readonly voiceEcho: Reverb | undefined
  readonly wet: number
  readonly send: Float32Array
}

/** Crossfade between two places at a cut, seconds. */
const CUT_S = 0.06
/** Fades into a silent shot and out of it, seconds: no click. */
const HUSH_S = 0.01
/** Seconds before a place that must be gone through to hear it as if all before had been heard. */
const PREROLL_S = 1.5

/**
 * A film's sound, from its plan: quantum by quantum (10 ms), in order; memory holds what sounds now. A pure function of plan
 * and files: the same samples whoever asks for them, and in whatever pieces.
 */
export class Mixer {
  /** Of the whole film. */
  readonly samples: number
  /** What each bus held in the quantum rendered last. */
  readonly buses: Readonly<Record<SoundBus, Stereo>> = {
    dialogue: silence(QUANTUM),
    ambience: silence(QUANTUM),
    foley: silence(QUANTUM),
    effects: silence(QUANTUM),
    music: silence(QUANTUM),
  }
  /** One place's share of a quantum. */
  readonly #parts = { bed: silence(QUANTUM), foley: silence(QUANTUM), voices: silence(QUANTUM) }
  readonly #plan: SoundPlan
  readonly #stretches: readonly Stretch[]
  readonly #contacts: readonly Contact[]
  readonly #cues: readonly CuePlayer[]
  readonly #dialogue: Dialogue
  readonly #ducked: readonly (readonly [SoundBus, Ducking])[]
  readonly #shots: readonly { readonly start: number; readonly end: number; readonly shot: SoundPlan['shots'][number] }[]
  #at = 0
  #next = 0
  #grains: Grain[] = []
  readonly #rooms = new Map<Stretch, Room>()

  /**
   * @param files the sound files that cues name.
   * @param speaker who speaks the film's lines.
   * @throws RangeError if a file is missing, or a shot's place, or whoever is to speak.
   */
  constructor(plan: SoundPlan, files: ReadonlyMap<string, WavFile>, speaker?: Speaker) {
    this.#plan = plan
    this.#dialogue = new Dialogue(plan, speaker)

    this.samples = sampleOfFrame(plan.frames, plan.fps)
    this.#shots = plan.shots.map((shot) => ({
      shot,
      start: this.#sample(shot.startFrame),
      end: this.#sample(shot.startFrame + shot.frames),
    }))
    this.#stretches = this.#stretchesOf()
    this.#contacts = this.#contactsOf()
    this.#cues = plan.cues.map((cue) => {
      const file = files.get(cue.file)
      if (!file) throw new RangeError(`mix: the sound ${JSON.stringify(cue.file)} is not there`)
      return new CuePlayer(cue, file, plan.fps, this.samples)
    })
    // Lines that somebody recorded are lines.
    const recorded = this.#cues.flatMap(({ bus, start, end }) => (bus === 'dialogue' ? [[start, end] as const] : []))
    const spans = [...this.#dialogue.spans, ...recorded].sort((a, b) => a[0] - b[0])
    this.#ducked = [
      ['music', new Ducking(spans, DUCK_MUSIC)],
      ['ambience', new Ducking(spans, DUCK_PLACE)],
    ]
  }

  /** Film sample that the next quantum begins at. */
  get at(): number {
    return this.#at
  }

  /** Renders the next quantum; what lies beyond the film is silence. */
  next(out: Stereo): void {
    const at = this.#at
    for (const bus of SOUND_BUSES) {
      this.buses[bus].left.fill(0)
      this.buses[bus].right.fill(0)
    }
    this.#begin(at)
    this.#strike(at)
    for (const stretch of this.#stretches) if (at + QUANTUM > stretch.start && at < stretch.end) this.#sound(stretch, at)
    this.#level(at)
    for (const cue of this.#cues) cue.add(at, this.buses[cue.bus])
    this.#duck(at)
    this.#sum(at, out)
    this.#at += QUANTUM
  }

  /** Goes to a film sample: what was rendered before does not matter. It is rounded down to a quantum. */
  seek(sample: number): void {
    const wanted = Math.floor(sample / QUANTUM) * QUANTUM
    this.#rooms.clear()
    this.#grains = []
    this.#at = Math.max(0, Math.floor((sample - PREROLL_S * RATE) / QUANTUM) * QUANTUM)
    this.#next = this.#contacts.findIndex((c) => c.at >= this.#at)
    if (this.#next < 0) this.#next = this.#contacts.length
    const away = silence(QUANTUM)
    while (this.#at < wanted) this.next(away)
  }

  #sample(frame: number): number {
    return sampleOfFrame(frame, this.#plan.fps)
  }

  #stretchesOf(): Stretch[] {
    const out: Stretch[] = []
    const cut = Math.round((CUT_S * RATE) / 2)
    for (const { shot, start, end } of this.#shots) {
      const last = out.at(-1)
      if (last?.place === shot.place) {
        last.end = Math.max(last.end, end)
        continue
      }
      if (!this.#plan.places[shot.place])
        throw new RangeError(`mix: ${shot.key} plays in ${JSON.stringify(shot.place)}, which is not in the plan`)
      if (!last) {
        out.push({ place: shot.place, key: shot.key, start, end, rise: cut, fall: cut })
        continue
      }
      // Where shots run into each other the sound does so too; at a cut, for a moment.
      const over = last.end - start
      const half = over > 0 ? 0 : cut
      last.fall = over > 0 ? over : 2 * cut
      last.end += half
      out.push({ place: shot.place, key: shot.key, start: start - half, end, rise: last.fall, fall: cut })
    }
    return out
  }

  #contactsOf(): Contact[] {
    const all = this.#shots.flatMap(({ shot, start }): Contact[] => {
      const stretch = this.#stretches.findLast((s) => s.place === shot.place && s.start <= start)
      if (!stretch) return []
      return shot.contacts.map((contact, i) => ({
        at: this.#sample(shot.startFrame + contact.frame),
        key: `${shot.key}/${i}`,
        contact,
        stretch,
      }))
    })
    return all.sort((a, b) => a.at - b.at)
  }

  /** Opens the places that begin, closes those that are over. */
  #begin(at: number): void {
    for (const [stretch] of this.#rooms) if (stretch.end <= at) this.#rooms.delete(stretch)
    for (const stretch of this.#stretches) {
      if (stretch.end <= at || stretch.start >= at + QUANTUM || this.#rooms.has(stretch)) continue
      const { room, ...place } = this.#plan.places[stretch.place] as SoundPlan['places'][string]
      this.#rooms.set(stretch, {
        ambience: new Ambience({ ...place, key: `${place.key}/${stretch.key}` }),
        echo: room.rt60S > 0 ? new Reverb(room) : undefined,
        voiceEcho: room.rt60S > 0 && this.#dialogue.isHeardIn(stretch.place, stretch.start, stretch.end) ? new Reverb(room) : undefined,
        wet: gainOf(room.wetDb),
        send: new Float32Array(QUANTUM),
      })
    }
  }

  #strike(at: number): void {
    this.#grains = this.#grains.filter((g) => g.at + g.samples.length > at)
    for (; this.#next < this.#contacts.length; this.#next++) {
      const { at: when, key, contact, stretch } = this.#contacts[this.#next] as Contact
      if (when >= at + QUANTUM) break
      const gain = distanceGain(contact.distanceM)
      const [l, r] = panGains(0.8 * contact.pan)
      this.#grains.push({ at: when, samples: grainOf(contact, key), gains: [gain * l * Math.SQRT2, gain * r * Math.SQRT2], stretch })
    }
  }

  /** Ambience, contacts, voices and echo of one place, with its crossfades. */
  #sound(stretch: Stretch, at: number): void {
    const room = this.#rooms.get(stretch)
    if (!room) return
    const { bed, foley, voices } = this.#parts
    for (const part of [bed, foley, voices]) {
      part.left.fill(0)
      part.right.fill(0)
    }
    room.ambience.add(at - Math.floor(stretch.start / QUANTUM) * QUANTUM, bed)
    room.send.fill(0)
    for (const grain of this.#grains) {
      if (grain.stretch !== stretch) continue
      for (let i = Math.max(0, grain.at - at); i < QUANTUM; i++) {
        const x = grain.samples[at + i - grain.at]
        if (x === undefined) break
        foley.left[i] = (foley.left[i] as number) + x * grain.gains[0]
        foley.right[i] = (foley.right[i] as number) + x * grain.gains[1]
        room.send[i] = (room.send[i] as number) + x
      }
    }
    room.echo?.add(room.send, room.wet, foley)
    room.send.fill(0)
    this.#dialogue.add(stretch.place, at, voices, room.send)
    room.voiceEcho?.add(room.send, room.wet, voices)
    const { ambience, foley: feet, dialogue } = this.buses
    const isWhole = at >= stretch.start + stretch.rise && at + QUANTUM <= stretch.end - stretch.fall
    for (let i = 0; i < QUANTUM; i++) {
      const g = isWhole ? 1 : crossfade(stretch, at + i)
      add(ambience, i, bed, g)
      add(feet, i, foley, g)
      add(dialogue, i, voices, g)
    }
  }

  /** Sound fades with the picture. */
  #level(at: number): void {
    const heard = this.#shots.filter(({ start, end }) => start < at + QUANTUM && end > at)
    if (!heard.some(({ shot }) => shot.fadeIn > 0 || shot.fadeOut > 0)) return
    for (let i = 0; i < QUANTUM; i++) {
      const one = heard.findLast(({ start }) => start <= at + i)
      if (!one) continue
      const up = one.shot.fadeIn > 0 ? Math.min(1, (at + i - one.start) / this.#sample(one.shot.fadeIn)) : 1
      const down = one.shot.fadeOut > 0 ? Math.min(1, (one.end - at - i) / this.#sample(one.shot.fadeOut)) : 1
      const g = Math.max(0, Math.min(up, down))
      for (const bus of ['dialogue', 'ambience', 'foley'] as const) {
        const { left, right } = this.buses[bus]
        left[i] = (left[i] as number) * g
        right[i] = (right[i] as number) * g
      }
    }
  }

  /** What is under speech gives way to it. */
  #duck(at: number): void {
    for (const [bus, ducking] of this.#ducked) {
      const [from, to] = [ducking.gainAt(at), ducking.gainAt(at + QUANTUM)]
      if (from === 1 && to === 1) continue
      const { left, right } = this.buses[bus]
      for (let i = 0; i < QUANTUM; i++) {
        const g = from + ((to - from) * i) / QUANTUM
        left[i] = (left[i] as number) * g
        right[i] = (right[i] as number) * g
      }
    }
  }

  /** All buses together, but for shots in which nothing is heard. */
  #sum(at: number, out: Stereo): void {
    out.left.fill(0)
    out.right.fill(0)
    const hush = HUSH_S * RATE
    const mute = this.#shots.filter(({ shot, start, end }) => shot.silent && start < at + QUANTUM && end + hush > at)
    const heard = SOUND_BUSES.map((bus) => this.buses[bus])
    const count = Math.min(QUANTUM, this.samples - at)
    if (mute.length === 0) {
      for (const bus of heard) for (let i = 0; i < count; i++) add(out, i, bus, 1)
      return
    }
    for (let i = 0; i < count; i++) {
      const n = at + i
      let g = 1
      // It falls when the shot has begun and comes back when it is over.
      for (const { start, end } of mute)
        if (n >= start) g = Math.min(g, n < end ? Math.max(0, 1 - (n - start) / hush) : Math.min(1, (n - end) / hush))
      for (const bus of heard) add(out, i, bus, g)
    }
  }
}

function add(into: Stereo, i: number, of: Stereo, gain: number): void {
  into.left[i] = (into.left[i] as number) + gain * (of.left[i] as number)
  into.right[i] = (into.right[i] as number) + gain * (of.right[i] as number)
}

/** Gain of a place in its crossfades: powers of what goes and what comes add up to 1. */
function crossfade({ start, end, rise, fall }: Stretch, n: number): number {
  if (n < start || n >= end) return 0
  const up = n - start < rise ? sineOf((n - start) / rise / 4) : 1
  const down = end - n < fall ? sineOf((end - n) / fall / 4) : 1
  return up * down
}
