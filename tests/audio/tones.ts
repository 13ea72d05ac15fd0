import { QUANTUM, RATE, readWav, type Stereo, silence, wavBytes, wavHead } from '../../src/audio'
import type { SoundPlan } from '../../src/film'

/** A sine on both sides: seconds, hertz, dB below full scale. */
export function sine(seconds: number, hz: number, db: number): Stereo {
  const out = silence(Math.round(seconds * RATE))
  for (let i = 0; i < out.left.length; i++) {
    out.left[i] = 10 ** (db / 20) * Math.sin((2 * Math.PI * hz * i) / RATE)
    out.right[i] = out.left[i] as number
  }
  return out
}

/** A plan of one shot of two seconds in a place without any sound of its own. */
export function quietPlan(over: Partial<SoundPlan> = {}, shot: Partial<SoundPlan['shots'][number]> = {}): SoundPlan {
  return {
    schema: 'SoundPlan',
    version: '1.0.0',
    fps: { num: 24, den: 1 },
    frames: 48,
    places: { here: { key: 'int-nowhere', layers: [], room: { rt60S: 0, sizeM: 5, wetDb: -60 } } },
    shots: [{ key: 'a', startFrame: 0, frames: 48, place: 'here', fadeIn: 0, fadeOut: 0, silent: false, contacts: [], ...shot }],
    cues: [],
    master: { loudnessLufs: -16, peakDbtp: -1, liftDb: 12 },
    ...over,
  }
}

/** All that a mixer gives, from where it stands. */
export function rest(mixer: { readonly at: number; readonly samples: number; next(out: Stereo): void }): Stereo {
  const from = mixer.at
  const out = silence(Math.ceil((mixer.samples - from) / QUANTUM) * QUANTUM)
  while (mixer.at < mixer.samples) {
    const at = mixer.at - from
    mixer.next({ left: out.left.subarray(at, at + QUANTUM), right: out.right.subarray(at, at + QUANTUM) })
  }
  return out
}

/** A sound as a file that was read. */
export function fileOf(sound: Stereo) {
  const [head, body] = [wavHead(sound.left.length, 'float'), wavBytes(sound, 'float')]
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return readWav(bytes)
}
