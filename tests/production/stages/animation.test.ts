import { describe, expect, it } from 'vitest'
import type { RenderOutput } from '../../../src/film'
import { MemoryStore } from '../../../src/pipeline'
import { outputArtifact, outputFile, runFile } from '../../../src/production'
import { decodeApng } from '../../reference/decode-apng'
import { decodeGif } from '../../reference/decode-gif'
import { opened, studio } from '../fake-crew'

const SCRIPT = `INT. OFFICE - DAY

NOOR (30, red coat) stands at the window.

NOOR
Now or never.
`
const yaml = (container: string) =>
  `script: film.fountain\nfps: 24\noutputs:\n  - { name: clip, container: ${container}, size: 64x36, retro: { style: gameboy, resolution: 64x36 } }\n`

/** A picture in four greens that moves: rgba. */
function pictureOf(frame: number): Uint8Array {
  const rgba = new Uint8Array(64 * 36 * 4)
  for (let i = 0; i < 64 * 36; i++) {
    const level = 1 + (((i % 64) + frame * 3 + (i >> 9)) & 3)
    rgba.set([level * 8, level * 60, level * 20, 255], i * 4)
  }
  return rgba
}

const codesOf = (rgba: Uint8Array): Int32Array =>
  Int32Array.from({ length: rgba.length / 4 }, (_, i) => (rgba[i * 4]! << 16) | (rgba[i * 4 + 1]! << 8) | rgba[i * 4 + 2]!)

async function made(container: 'gif' | 'apng' | 'webp', frames = 4) {
  const film = opened(SCRIPT, yaml(container))
  const store = new MemoryStore()
  const house = studio(store)
  for (const renderer of house.renderers) renderer.pictureOf = (_, frame) => pictureOf(frame)
  const { engine, request, events } = house.engineFor(film, { range: { from: 0, to: frames } })
  const summary = await engine.start(request).done
  expect(summary.error).toBeUndefined()
  const output = JSON.parse(new TextDecoder().decode(await store.read(runFile(film, `${outputArtifact('clip')}.json`)))) as RenderOutput
  const file = (await store.read(outputFile(film, film.outputs[0]!))) as Uint8Array
  return { output, file, events, style: film.outputs[0]!.style }
}

describe('a moving picture', () => {
  it("[RET-11] is a GIF whose frames are the film's own pictures, each of its time", async () => {
    const { output, file, style } = await made('gif')
    expect(output).toMatchObject({ file: 'clip.gif', container: 'gif', codec: 'gif', width: 64, height: 36, frames: 4 })
    expect(style.display.kind).toBe('plain')
    const gif = decodeGif(file)
    expect([gif.width, gif.height, gif.loop]).toEqual([64, 36, 0])
    expect(gif.frames.map((f) => f.codes)).toEqual([0, 1, 2, 3].map((f) => codesOf(pictureOf(f))))
    expect(gif.frames.map((f) => f.ticks)).toEqual([4, 4, 5, 4])
    // The style's own colours come first.
    expect(gif.palette.slice(0, 4)).toEqual(style.palette?.map((c) => Number.parseInt(c.slice(1), 16)))
  })

  it('[RET-11] is an APNG or a WebP of the same pictures', async () => {
    const apng = decodeApng((await made('apng')).file)
    expect(apng.frames.map((f) => f.codes)).toEqual([0, 1, 2, 3].map((f) => codesOf(pictureOf(f))))
    const { file, output } = await made('webp')
    expect(new TextDecoder().decode(file.subarray(8, 12))).toBe('WEBP')
    expect(output.file).toBe('clip.webp')
  })
})
