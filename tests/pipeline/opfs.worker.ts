import { OpfsStore } from '../../src/pipeline'

/** Writes a file out of order from a worker, where the store uses sync handles; answers what is there then. */
self.onmessage = async () => {
  const store = new OpfsStore('test-worker')
  const sink = await store.open('movies/m.mp4')
  await sink.write(4096, new Uint8Array([9, 9]))
  await sink.write(0, new Uint8Array([1, 2, 3]))
  const before = await store.list()
  await sink.close()
  const broken = await store.open('movies/n.mp4')
  await broken.write(0, new Uint8Array(1000))
  await broken.abort()
  self.postMessage({ before, after: await store.list(), bytes: await store.read('movies/m.mp4') })
}
