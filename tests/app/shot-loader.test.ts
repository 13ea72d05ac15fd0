import { expect, it } from 'vitest'
import type { Moment } from '../../src/app/viewport/moment'
import { ShotLoader } from '../../src/app/viewport/shot-loader'
import type { ShotSlice } from '../../src/film'
import type { FilmRenderer } from '../../src/render'
import type { ShotParts } from '../../src/stage'

it('puts one shot on stage at a time, though another is asked for meanwhile: the last one is there', async () => {
  const steps: string[] = []
  const waiting: (() => void)[] = []
  const film = {
    stage: { partKeys: () => [] },
    load: async ({ shot }: ShotSlice) => {
      steps.push(`begins ${shot.key}`)
      await new Promise<void>((done) => waiting.push(done))
      steps.push(`ends ${shot.key}`)
    },
  } as unknown as FilmRenderer
  const moment = (key: string) => ({ shot: { key, address: key, sliceHash: key, line: 1 }, stage: key }) as unknown as Moment
  const loader = new ShotLoader(
    async (key) => ({ shot: { key } }) as unknown as ShotSlice,
    async () => ({}) as ShotParts,
  )
  const done = new Promise<void>((there) => {
    loader.load(film, moment('a'), () => undefined)
    setTimeout(() => {
      loader.load(film, moment('b'), () => undefined)
      loader.load(film, moment('c'), there)
      setTimeout(() => waiting.shift()?.(), 5)
    }, 5)
  })
  while (!steps.includes('begins c')) await new Promise((next) => setTimeout(next, 2))
  waiting.shift()?.()
  await done
  expect(steps).toEqual(['begins a', 'ends a', 'begins c', 'ends c'])
  expect(loader.loaded).toBe('c')
})
