import { afterEach, describe, expect, it } from 'vitest'
import type { RunStanding } from '../../src/pipeline'
import { GateLine, lineTo } from '../../src/workers/gate-line'

const open: { close(): void }[] = []
afterEach(() => {
  for (const end of open.splice(0)) end.close()
})

/** A run that can be paused and ended, and a renderer at the other end of its line. */
function connected() {
  const told: { done: number; picture: string | undefined }[] = []
  let listener: ((standing: RunStanding) => void) | undefined
  let ms = 0
  const line = lineTo({
    gate: async (done, picture) => {
      told.push({ done, picture })
      return true
    },
    watch: (hear) => {
      listener = hear
      hear('going')
      return () => {
        listener = undefined
      }
    },
  })
  const renderer = new GateLine(line.far, () => ms)
  open.push(line, renderer)
  const later = (by: number) => {
    ms += by
  }
  return { told, line, renderer, say: (standing: RunStanding) => listener?.(standing), later, isWatched: () => listener !== undefined }
}

const aWhile = () => new Promise((done) => setTimeout(done, 50))

describe('the line of a run to a renderer', () => {
  it('asks nothing across for a frame, and tells four times a second how far it is', async () => {
    const { renderer, told, later } = connected()
    for (let f = 0; f < 100; f++) {
      expect(await renderer.gate(f)).toBe(true)
      later(20)
    }
    await aWhile()
    expect(told.map((t) => t.done)).toEqual([13, 26, 39, 52, 65, 78, 91])
  })

  it('tells of a picture at once', async () => {
    const { renderer, told } = connected()
    await renderer.gate(7, 'pictures/a.jpg')
    await renderer.gate(8)
    await aWhile()
    expect(told).toEqual([{ done: 7, picture: 'pictures/a.jpg' }])
  })

  it('holds a renderer that never lets go of its thread within a frame, lets it go on, and ends it', async () => {
    const { renderer, say } = connected()
    let frames = 0
    let isOver = false
    const drawing = (async () => {
      while (await renderer.gate(frames)) frames++
      isOver = true
    })()
    await aWhile()
    expect(frames).toBeGreaterThan(0)
    say('paused')
    await aWhile()
    const held = frames
    await aWhile()
    expect(frames).toBe(held)
    say('going')
    await aWhile()
    expect(frames).toBeGreaterThan(held)
    say('paused')
    say('over')
    await drawing
    expect(isOver).toBe(true)
  })

  it('hears nothing more of the run when it is closed', () => {
    const { line, isWatched } = connected()
    line.close()
    expect(isWatched()).toBe(false)
  })
})
