import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BrowserSession, SessionLostError, type SessionOptions, withBrowser } from '../../src/cli/browser-session'
import { type AppServer, serveApp } from '../../src/cli/serve-app'
import { InputError } from '../../src/film'
import { CancelledError, PipelineError, type ProgressEvent, type RunEvent } from '../../src/pipeline'
import type { StillRequest } from '../../src/workers/engine-api'

/** A page that answers as the engine does, without drawing: what it is asked for decides what happens. */
const PAGE = `
let cancelled
const store = new URL(new URLSearchParams(location.search).get('store'), location.href)
window.oneshot = {
  adapter: async () => 'none',
  open: async (file) => { throw Object.assign(new Error('no scenes'), { diagnostics: [{ severity: 'error', rule: 'script.no-scenes', message: 'no scenes', remedy: 'write one', line: 0, column: 0 }] }) },
  still: async ({ file, style }) => {
    if (style === 'pipeline') throw Object.assign(new Error('x'), { name: 'PipelineError', phase: 'render', task: 'shot 1', problem: 'too large', remedy: 'smaller' })
    if (style === 'lost') throw Object.assign(new Error('the GPU went away'), { name: 'GpuLostError' })
    if (style === 'odd') throw new RangeError('style: no such thing')
    await fetch(new URL(file, store), { method: 'PUT', body: new Uint8Array([1, 2, 3]) })
    await window.oneshotProgress({ phase: 'still', done: 1, total: 1, etaS: 0 })
    return { file, width: 2, height: 2, hash: 'h' }
  },
  run: async ({ runId }) => {
    const tell = (of, kind, task) => window.oneshotEvent({ of, kind, task, phase: 'shots', runId: 'r', atMs: 0 })
    if (runId === 'no-gpu' || runId === 'gpu-gone') {
      if (runId === 'gpu-gone') await tell('task', 'completed', 'shots/segment:1')
      throw Object.assign(new Error('x'), { name: 'PipelineError', phase: 'shots', task: 'a', problem: 'WebGPU is not available', remedy: 'r', type: 'render' })
    }
    await tell('run', 'started')
    return new Promise((_, reject) => { cancelled = () => reject(Object.assign(new Error('render: cancelled'), { name: 'CancelledError' })) })
  },
  cancel: () => cancelled?.(),
}
`

let folder: string
let server: AppServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><script type="module" src="/page.js"></script>')
  await writeFile(join(folder, 'page.js'), PAGE)
  server = await serveApp({ appFolder: folder, storeFolder: join(folder, 'store') })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const still = (style: string): StillRequest => ({ where: { frame: 0 }, style, width: 2, height: 2, quality: 'draft', file: 'a.png' })

function options(change: Partial<SessionOptions> = {}) {
  const events: ProgressEvent[] = []
  const runEvents: RunEvent[] = []
  const notes: string[] = []
  const all: SessionOptions = {
    server,
    signal: new AbortController().signal,
    onProgress: (e) => void events.push(e),
    onEvent: (e) => void runEvents.push(e),
    note: (t) => void notes.push(t),
    detail: () => {},
    ...change,
  }
  return { ...all, events, runEvents, notes }
}

describe('BrowserSession', () => {
  it('[B1] carries answers, progress, files and errors', async () => {
    const o = options()
    const session = await BrowserSession.start(o)
    try {
      expect(await session.call('still', still('hollywood'))).toEqual({ file: 'a.png', width: 2, height: 2, hash: 'h' })
      expect(o.events).toEqual([{ phase: 'still', done: 1, total: 1, etaS: 0 }])
      expect(await (await fetch(`${server.url}store/${server.token}/a.png`)).arrayBuffer()).toEqual(new Uint8Array([1, 2, 3]).buffer)
      await expect(session.call('open', { files: [], main: 'x' })).rejects.toThrow(InputError)
      await expect(session.call('still', still('pipeline'))).rejects.toThrow(PipelineError)
      await expect(session.call('still', still('lost'))).rejects.toThrow(SessionLostError)
      await expect(session.call('still', still('odd'))).rejects.toThrow('style: no such thing')
    } finally {
      await session.close()
    }
    await expect(session.call('adapter')).rejects.toThrow()
  }, 60_000)

  it('[B2] stops what runs when told', async () => {
    const controller = new AbortController()
    const o = options({ signal: controller.signal })
    const work = withBrowser(o, async (session) => {
      setTimeout(() => controller.abort(), 100)
      return session.call('run', {})
    })
    await expect(work).rejects.toThrow(CancelledError)
    expect(o.runEvents).toMatchObject([{ of: 'run', kind: 'started' }])
  }, 60_000)

  it('[B3] starts another browser when the GPU goes away, and gives up after some', async () => {
    const o = options()
    let starts = 0
    const answer = await withBrowser(o, async (session) => {
      starts++
      return session.call('still', still(starts === 1 ? 'lost' : 'hollywood'))
    })
    expect([starts, answer.file]).toEqual([2, 'a.png'])
    expect(o.notes).toEqual(['the GPU went away: starting another browser; what is done is kept'])
    await expect(withBrowser(options(), (session) => session.call('still', still('lost')), 1)).rejects.toThrow('the GPU went away, 2 times')
  }, 120_000)

  it('[B5] takes a GPU that was there and is not any more for lost, and one that never was for missing', async () => {
    const session = await BrowserSession.start(options())
    try {
      await expect(session.call('run', { runId: 'no-gpu' })).rejects.toThrow(PipelineError)
      await expect(session.call('run', { runId: 'gpu-gone' })).rejects.toThrow(SessionLostError)
    } finally {
      await session.close()
    }
  }, 60_000)

  it('[B4] says why a page does not start', async () => {
    await writeFile(join(folder, 'page.js'), 'throw new Error("this build is broken")')
    await expect(BrowserSession.start({ ...options(), startUpMs: 1500 })).rejects.toThrow(/the page did not start: this build is broken/)
  }, 60_000)
})
