import type { BaseVoice } from '../../film'
import { SpeechError } from './speech-error'
import { WasiProgram } from './wasi'

/** How the engine is to speak. */
export interface FliteSettings {
  readonly base: BaseVoice
  /** What its model of the fundamental aims at, hertz. */
  readonly meanHz: number
  readonly stddevHz: number
  /** Factor on every length. */
  readonly stretch: number
}

/** What the engine made of a text. */
export interface FliteSpeech {
  /** −1 to 1, mono. */
  readonly samples: Float32Array
  /** Samples a second. */
  readonly rate: number
  /** ARPABET, with the second at which each ends. */
  readonly phones: readonly { readonly phone: string; readonly endS: number }[]
}

/** A phone as the dictionary has it; vowels say whether their syllable is stressed. */
export interface Pronounced {
  readonly phone: string
  readonly stressed: boolean
}

/** Bytes in front of the samples of the files that it writes. */
const WAV_HEAD = 44

/**
 * CMU Flite 2.3 (A. W. Black, K. A. Lenzo, 2001) in WebAssembly: text to samples and phones. Each call is a program of its
 * own, so that nothing depends on what was spoken before.
 */
export class Flite {
  readonly #program: WasiProgram

  /** @throws SpeechError where it is another program. */
  constructor(module: WebAssembly.Module) {
    this.#program = new WasiProgram(module, turnOffAccents)
    this.pronounce(['yes'])
  }

  /**
   * Speaks one utterance.
   * @param text ASCII, made speakable.
   * @throws SpeechError
   */
  speak(text: string, { base, meanHz, stddevHz, stretch }: FliteSettings): FliteSpeech {
    const set = (name: string, value: number) => ['--setf', `${name}=${value.toFixed(4)}`]
    const pitch = [...set('int_f0_target_mean', meanHz), ...set('int_f0_target_stddev', stddevHz)]
    const { stdout, file } = this.#run(
      ['-voice', base, '-psdur', ...pitch, ...set('duration_stretch', stretch), '-t', text, '-o', 'speech.wav'],
      {},
      'speech.wav',
      text,
    )
    if (!file || file.length < WAV_HEAD) throw new SpeechError(`flite: no sound of “${text}”`)
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
    const samples = new Float32Array((file.length - WAV_HEAD) >> 1)
    for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(WAV_HEAD + 2 * i, true) / 0x8000
    return { samples, rate: view.getUint32(24, true), phones: endsOf(stdout) }
  }

  /**
   * How texts are pronounced, one utterance each: by the same dictionary and rules for all voices.
   * @param texts ASCII, made speakable; none may be empty.
   * @throws SpeechError
   */
  pronounce(texts: readonly string[]): Pronounced[][] {
    const given = { 'text.txt': new TextEncoder().encode(texts.map((t) => `${t}\n\n`).join('')) }
    // The quickest voice: its sound is thrown away.
    const { stdout } = this.#run(['-voice', 'kal16', '-psstress', '-f', 'text.txt', '-o', 'none'], given, 'none', texts.join(' / '))
    const lines = stdout.split('\n').filter((line) => line.trim() !== '')
    if (lines.length !== texts.length)
      throw new SpeechError(`flite: expected ${texts.length} utterances, got ${lines.length}: ${texts.join(' / ')}`)
    return lines.map((line) =>
      line
        .trim()
        .split(' ')
        .map((p) => ({ phone: p.replace(/\d$/, ''), stressed: p.endsWith('1') })),
    )
  }

  #run(args: readonly string[], given: Readonly<Record<string, Uint8Array>>, output: string, text: string) {
    try {
      const run = this.#program.run(args, given)
      if (run.status !== 0) throw new SpeechError(`flite: status ${run.status} of “${text}”`)
      return { stdout: run.stdout, file: run.files.get(output) }
    } catch (e) {
      if (e instanceof WebAssembly.RuntimeError || e instanceof RangeError) throw new SpeechError(`flite: ${e.message} of “${text}”`)
      throw e
    }
  }
}

/** Ends of phones in a print of `-psdur`: where a line begins anew, so does its time. */
function endsOf(stdout: string): FliteSpeech['phones'] {
  const out: { phone: string; endS: number }[] = []
  for (const line of stdout.split('\n')) {
    const from = out.at(-1)?.endS ?? 0
    for (const p of line.trim().split(' ')) {
      const [phone, end] = p.split(':')
      if (phone && end) out.push({ phone, endS: from + Number(end) })
    }
  }
  return out
}

/** Places in a clustergen voice's description (`cst_cg_db` of Flite's cst_cg.h), in words of four bytes. */
const [NAME, SAMPLE_RATE, SPAM_F0] = [0, 3, 37]

/**
 * The voice rms has a second model of its fundamental, which knows nothing of a mean that is asked for. Without it, the first
 * model is used, as in the other voices.
 * @throws SpeechError where the voice is not found: this is another build of Flite.
 */
function turnOffAccents(memory: ArrayBuffer): void {
  const words = new Int32Array(memory)
  const bytes = new Uint8Array(memory)
  const name = [...'cmu_us_rms\0'].map((c) => c.charCodeAt(0))
  for (let i = 0; i + SPAM_F0 < words.length; i++) {
    const at = words[i + NAME] as number
    if (words[i + SAMPLE_RATE] === 16000 && at > 0 && words[i + SPAM_F0] === 1 && name.every((c, k) => bytes[at + k] === c)) {
      words[i + SPAM_F0] = 0
      return
    }
  }
  throw new SpeechError('flite: the voice rms is not in this module')
}
