import { relative } from 'node:path'
import { isSoundName } from '../production'
import type { Verb } from './command'
import { makeFiles, openInPage } from './in-browser'
import { readFilm } from './open-film'
import { choiceOf } from './option-values'
import { OUT, outOf } from './picture-options'
import { forPage } from './read-production'

/** `sound`: what is heard of a film, as a WAV. */
export const SOUND: Verb = {
  name: 'sound',
  takes: 'FILE',
  summary: 'the film’s sound as a WAV file: mixed, mastered, 48 kHz stereo',
  flags: [{ name: 'bits', value: 'B', help: '16, 24 (default) or float' }, OUT],
  examples: ['sound film.fountain -o film.wav', 'sound film.production.yaml --bits float -o film.wav'],
  run: async (context) => {
    const { args, io, json, report } = context
    const format = choiceOf(args, 'bits', ['16', '24', 'float']) ?? '24'
    const out = outOf(context, '.wav')
    const source = await readFilm(context)
    const made = await makeFiles(
      out,
      context,
      async (browser) => {
        await openInPage(browser, source, context)
        const files = forPage(source).files.filter((f) => isSoundName(f.name))
        return browser.call('sound', { file: 'sound.wav', format }, files)
      },
      ({ file }) => [[file, out]],
    )
    const { loudnessLufs, truePeakDb, gainDb, samples } = made
    report.note(
      loudnessLufs === undefined
        ? 'Nothing is heard in it.'
        : `${(samples / 48000).toFixed(1)} s, ${loudnessLufs} LUFS, true peak ${truePeakDb} dBTP; the master added ${gainDb} dB.`,
    )
    io.out(json ? `${JSON.stringify({ ...made, file: out })}\n` : `${relative(io.cwd, out) || out}\n`)
  },
}
