import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppServer, fileUnder, serveApp } from '../../src/cli/serve-app'
import { LoopbackStore, StoreError } from '../../src/pipeline'

let folder: string
let server: AppServer
let store: LoopbackStore

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
  await mkdir(join(folder, 'app/assets'), { recursive: true })
  await writeFile(join(folder, 'app/index.html'), '<!doctype html>')
  await writeFile(join(folder, 'app/assets/a.js'), 'export {}')
  await writeFile(join(folder, 'app/.secret'), 'no')
  await writeFile(join(folder, 'outside.txt'), 'no')
  server = await serveApp({ appFolder: join(folder, 'app'), storeFolder: join(folder, 'store') })
  store = new LoopbackStore(`${server.url}store/${server.token}/`)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** A request whose path is sent as it is written; fetch would tidy it. */
function raw(
  path: string,
  options: { method?: string; host?: string; body?: string } = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { port } = new URL(server.url)
  return new Promise((done, fail) => {
    const r = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', ...(options.host ? { headers: { host: options.host } } : {}) },
      (answer) => {
        let body = ''
        answer.on('data', (d: Buffer) => {
          body += d.toString()
        })
        answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      },
    )
    r.on('error', fail)
    r.end(options.body)
  })
}

describe('serveApp', () => {
  it('[H1] serves the page with types and a strict policy', async () => {
    const page = await raw('/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toContain("default-src 'self'")
    expect(page.headers['content-security-policy']).not.toContain("'unsafe-eval'")
    const script = await raw('/assets/a.js?v=1')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    expect((await raw('/', { method: 'HEAD' })).body).toBe('')
  })
  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/assets/%2e%2e%2f%2e%2e%2foutside.txt',
    '/..%5coutside.txt',
    '/.secret',
    '/%00',
    '/%zz',
    '//etc/passwd',
    '/none.js',
  ])('[H2] does not give %s', async (path) => {
    expect((await raw(path)).status).toBe(404)
  })
  it('[H3] answers under its own name only, and only reads the page', async () => {
    expect((await raw('/', { host: 'evil.example' })).status).toBe(403)
    expect((await raw('/index.html', { method: 'PUT', body: 'x' })).status).toBe(405)
    expect((await raw('/', { host: `localhost:${new URL(server.url).port}` })).status).toBe(200)
  })
  it('[H4] keeps to its folder in every case', () => {
    expect(fileUnder('/app', '/')).toBe('/app/index.html')
    expect(fileUnder('/app', '/a/../../b')).toBeUndefined()
    expect(fileUnder('/app', '/..')).toBeUndefined()
  })
  it('[H5] says when a port is taken', async () => {
    await expect(serveApp({ appFolder: folder, port: Number(new URL(server.url).port) })).rejects.toThrow(/port \d+ is taken/)
  })
})

describe('the store behind it', () => {
  it('[H6] wants the token', async () => {
    expect((await raw('/store/wrong/x', { method: 'PUT', body: 'x' })).status).toBe(404)
    expect((await raw(`/store/${server.token.slice(1)}/x`)).status).toBe(404)
    expect((await raw('/store/')).status).toBe(404)
  })
  it.each(['../x', '%2e%2e/x', '..%2fx', 'a/../../x', '.hidden', 'x.part', 'a//b'])('[H7] refuses to write %s', async (name) => {
    expect((await raw(`/store/${server.token}/${name}`, { method: 'PUT', body: 'x' })).status).toBe(400)
  })
  it('[H8] keeps whole files by name', async () => {
    await store.write('segments/a.seg', new Uint8Array([1, 2, 3]))
    expect(new Uint8Array(await readFile(join(folder, 'store/segments/a.seg')))).toEqual(new Uint8Array([1, 2, 3]))
    expect(await store.read('segments/a.seg')).toEqual(new Uint8Array([1, 2, 3]))
    expect(await store.has('segments/a.seg')).toBe(true)
    expect(await store.has('segments/b.seg')).toBe(false)
    expect(await store.read('segments/b.seg')).toBeUndefined()
    await store.write('empty', new Uint8Array(0))
    expect(await store.read('empty')).toEqual(new Uint8Array(0))
    expect(await store.list()).toEqual(['empty', 'segments/a.seg'])
    expect(await store.list('seg')).toEqual(['segments/a.seg'])
    await store.remove('empty')
    await store.remove('empty')
    expect(await store.list()).toEqual(['segments/a.seg'])
  })
  it('[H9] takes a file in pieces, out of order, and shows it when it is whole', async () => {
    const sink = await store.open('movies/m.mp4')
    const large = new Uint8Array(5 << 20).fill(7)
    await sink.write(4, large)
    await sink.write(0, new Uint8Array([1, 2, 3, 4]))
    expect(await store.has('movies/m.mp4')).toBe(false)
    await sink.close()
    const bytes = (await store.read('movies/m.mp4'))!
    expect(bytes.byteLength).toBe(4 + large.byteLength)
    expect([...bytes.subarray(0, 6)]).toEqual([1, 2, 3, 4, 7, 7])
    const other = await store.open('movies/n.mp4')
    await other.write(0, large)
    await other.abort()
    expect(await store.list('movies/')).toEqual(['movies/m.mp4'])
  })
  it('[H10] leaves nothing of an upload that breaks off', async () => {
    const { port } = new URL(server.url)
    await new Promise<void>((done) => {
      const r = request({
        host: '127.0.0.1',
        port,
        path: `/store/${server.token}/broken`,
        method: 'PUT',
        headers: { 'content-length': 1000 },
      })
      r.on('error', () => done())
      r.write('half')
      setTimeout(() => r.destroy(new Error('gone')), 50)
    })
    await new Promise((r) => setTimeout(r, 100))
    expect(await store.list('broken')).toEqual([])
  })
  it('[H12] takes unfinished files with it when it closes', async () => {
    const other = await serveApp({ appFolder: join(folder, 'app'), storeFolder: join(folder, 'other') })
    const sink = await new LoopbackStore(`${other.url}store/${other.token}/`).open('m.mp4')
    await sink.write(0, new Uint8Array(5 << 20))
    expect((await readdir(join(folder, 'other'))).length).toBe(1)
    await other.close()
    expect(await readdir(join(folder, 'other'))).toEqual([])
  })
  it('[H11] says which name is wrong, and when nobody answers', async () => {
    await expect(store.write('../x', new Uint8Array(1))).rejects.toThrow(StoreError)
    await expect(new LoopbackStore('http://127.0.0.1:9/store/t/').read('x')).rejects.toThrow(/does not answer/)
    expect(() => new LoopbackStore('http://127.0.0.1:9/store')).toThrow(TypeError)
  })
})
