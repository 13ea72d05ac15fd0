import { expect, it } from 'vitest'
import { ALIKE_HASH } from './spoken'

it('speaks the same samples in a worker of a browser', async () => {
  const worker = new Worker(new URL('./speak.worker.ts', import.meta.url), { type: 'module' })
  const hash = await new Promise<string>((resolve, reject) => {
    worker.onmessage = (e: MessageEvent<string>) => resolve(e.data)
    worker.onerror = (e) => reject(new Error(e.message))
  })
  worker.terminate()
  expect(hash).toBe(ALIKE_HASH)
})
