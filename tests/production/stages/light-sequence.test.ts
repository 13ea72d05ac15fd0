import { describe, expect, it } from 'vitest'
import { EXR_VALUES, lightOfPicture, SEQUENCE_FILE } from '../../../src/encode'
import type { RenderOutput } from '../../../src/film'
import { MemoryStore } from '../../../src/pipeline'
import { outputArtifact, outputFile, runFile } from '../../../src/production'
import { decodeExr } from '../../reference/decode-exr'
import { opened, studio } from '../fake-crew'

const SCRIPT = `INT. OFFICE - DAY

NOOR (30, red coat) stands at the window.

NOOR
Now or never.
`
const YAML = `script: film.fountain
fps: 24
outputs:
  - { name: light, codec: exr, size: 64x36 }
  - { name: frames, codec: png, size: 64x36 }
`

/** A store that remembers which pictures were written. */
class WatchedStore extends MemoryStore {
  readonly pictures: string[] = []
  override async write(...args: Parameters<MemoryStore['write']>) {
    if (/\.(?:exr|png)$/.test(args[0])) this.pictures.push(args[0])
    return super.write(...args)
  }
}

const pictureOf = (frame: number): Uint8Array =>
  Uint8Array.from({ length: 64 * 36 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7 + frame * 11) % 256))

describe('a sequence of light', () => {
  it('[ED-04] is OpenEXR files, kept by segments like any other, and made once', async () => {
    const film = opened(SCRIPT, YAML)
    const store = new WatchedStore()
    const frames = 10
    const run = async () => {
      const house = studio(store)
      for (const renderer of house.renderers) renderer.pictureOf = (_, frame) => pictureOf(frame)
      const { engine, request } = house.engineFor(film, { range: { from: 0, to: frames } })
      const summary = await engine.start(request).done
      expect(summary.error).toBeUndefined()
      return house.rendered()
    }
    // Light is heavy: its segments are of eight frames, those of pictures of forty-eight.
    expect(await run()).toEqual(['sc1.sh1:0', 'sc1.sh1:0', 'sc1.sh1:8'])
    const made = JSON.parse(new TextDecoder().decode(await store.read(runFile(film, `${outputArtifact('light')}.json`)))) as RenderOutput
    expect(made).toMatchObject({ file: `light/${SEQUENCE_FILE}`, container: 'exr', codec: 'exr', frames, values: EXR_VALUES })
    expect(made.segments.map((s) => s.frames)).toEqual([8, 2])
    expect(outputFile(film, film.outputs[0]!)).toBe(runFile(film, `light/${SEQUENCE_FILE}`))
    const exr = decodeExr((await store.read(runFile(film, 'light/frame_000010.exr'))) as Uint8Array)
    expect(exr.channels.get('R')).toEqual(lightOfPicture(pictureOf(9)).filter((_, i) => i % 4 === 0))
    expect(store.pictures).toHaveLength(2 * frames)
    store.pictures.length = 0
    // The folder is whole and its segments are there: nothing is rendered or written again.
    expect(await run()).toEqual([])
    expect(store.pictures).toEqual([])
  })
})
