import { expect } from '@playwright/test'
import { STYLES } from '../../src/departments/retro'
import { show, test } from '../film'
import { ProductionPage, SMALL_FILM } from '../production-page'
import { longestTask, watchThread } from './longest-task'

test('no style holds the page up when it is chosen for the first time', async ({ film: studio }) => {
  const { page } = studio
  await show(studio, 'Stepped', 8)
  const times: [string, number][] = []
  for (const { id } of STYLES) {
    await watchThread(page)
    await studio.chooseStyle(id)
    await studio.drawnIn(id)
    times.push([id, await longestTask(page)])
  }
  times.sort((a, b) => b[1] - a[1])
  console.log(
    `longest tasks: ${times
      .slice(0, 5)
      .map(([id, ms]) => `${id} ${Math.round(ms)} ms`)
      .join(', ')}`,
  )
  expect(times[0]?.[1]).toBeLessThan(50)
  await studio.chooseStyle('hollywood')
  expect(studio.errors).toEqual([])
})

test('a production that runs does not hold the page up', async ({ film }) => {
  const { page } = film
  const room = new ProductionPage(page, film)
  await room.bring('small.yaml', SMALL_FILM)
  await watchThread(page)
  await room.run()
  await room.ended('done')
  const longestMs = await longestTask(page)
  console.log(`longest task: ${Math.round(longestMs)} ms`)
  expect(longestMs).toBeLessThan(50)
})
