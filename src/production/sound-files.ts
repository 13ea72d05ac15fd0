import { readWav, type Speaker, type WavFile } from '../audio'
import { decodeSound } from '../encode'
import type { SoundPlan } from '../film'
import { PipelineError } from '../pipeline'
import { isWavName } from './master'

/**
 * The sound files that a plan names, read: WAV where it stands, others decoded by the browser.
 * @param bytesOf the bytes of a file by name, if it is there.
 * @throws PipelineError naming a file that is missing or cannot be read
 */
export async function readSounds({ cues }: SoundPlan, bytesOf: (name: string) => Uint8Array | undefined): Promise<Map<string, WavFile>> {
  const files = new Map<string, WavFile>()
  for (const { file: name } of cues) {
    if (files.has(name)) continue
    const bytes = bytesOf(name)
    if (!bytes?.byteLength)
      throw new PipelineError(
        'post_process',
        name,
        'the sound file is not there',
        'put it beside the master file, and open the production again',
      )
    files.set(name, isWavName(name) ? readWav(bytes) : await decodeSound(name, bytes))
  }
  return files
}

/** Who speaks a plan's lines; nobody where it has none: voices are large. */
export async function speakerOf({ shots }: SoundPlan, load: (() => Promise<Speaker>) | undefined): Promise<Speaker | undefined> {
  return shots.some((s) => s.lines !== undefined && s.lines.length > 0) ? load?.() : undefined
}
