import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readScript } from '../departments/development'
import { InputError } from '../film'
import { isScriptName, planFilm } from '../production'
import type { BenchPart } from '../workers/engine-api'
import type { Context } from './command'
import { longScript } from './long-script'
import { main } from './main'
import type { MustRow } from './must-table'
import { packageRoot } from './package-root'
import { readInput } from './read-input'
import { base64, readProduction } from './read-production'
import { inSpareBrowser, runBench } from './run-bench'

type World = Pick<Context, 'io' | 'report'>

const LONG = new TextEncoder().encode(longScript(120, 'must'))
/** How long a page stands open before somebody has found the file, in milliseconds. */
const STAND_MS = 6000

const planOf = (name: string, bytes: Uint8Array) => planFilm(readScript({ name, bytes })).store.plan

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

const bench = async (world: World, part: BenchPart) =>
  runBench(await readProduction('public/samples/night-owls.fountain', packageRoot()), world, [part])

/** What issue "the spine" must hold. */
export const SPINE: readonly MustRow[] = [
  {
    what: `a 120-page script in a page that stood open ${STAND_MS / 1000} s: parse, shot list, plan in the worker; longest task of the main thread`,
    asked: '< 2 s, < 50 ms',
    measure: async (world) => {
      const { openMs: ms, longestTaskMs } = await inSpareBrowser(world, (browser) =>
        browser.measureOpen({ name: 'long.fountain', base64: base64(LONG) }, STAND_MS),
      )
      const block = longestTaskMs === 0 ? 'no task over 50 ms' : `${Math.round(longestTaskMs)} ms`
      return { value: `${seconds(ms)}, ${block}`, ok: ms < 2000 && longestTaskMs < 50 }
    },
  },
  {
    what: 'the same in Node, cold: one thread that has compiled nothing',
    asked: 'reported',
    measure: async ({ io }) => {
      const t = io.now()
      const plan = planOf('long.fountain', LONG)
      const ms = io.now() - t
      return {
        value: `${seconds(ms)}, ${plan.scenes.length} scenes, ${plan.shots.length} shots`,
        ok: plan.shots.length > plan.scenes.length,
      }
    },
  },
  {
    what: 'every sample and test script: a film or a clear diagnostic',
    asked: 'all',
    measure: async () => {
      const root = packageRoot()
      const failed: string[] = []
      let films = 0
      for (const folder of ['public/samples', 'tests/fixtures/scripts'])
        for (const name of (await readdir(join(root, folder))).filter(isScriptName)) {
          const { bytes } = await readInput(join(folder, name), root)
          try {
            if (planOf(name, bytes).frames > 0) films++
            else failed.push(`${name}: no frames`)
          } catch (error) {
            if (!(error instanceof InputError)) failed.push(`${name}: ${(error as Error).message}`)
          }
        }
      return { value: failed.length === 0 ? `${films} films` : failed.join('; '), ok: failed.length === 0 && films > 0 }
    },
  },
  {
    what: 'missing, folder, empty, binary and 50 MB files: message, no stack',
    asked: 'exit 2 each',
    measure: async ({ io }) => {
      const folder = await mkdtemp(join(tmpdir(), 'oneshot-'))
      try {
        await writeFile(join(folder, 'empty.fountain'), '')
        await writeFile(
          join(folder, 'binary.fountain'),
          Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255),
        )
        await writeFile(join(folder, 'large.fountain'), 'INT. ROOM - DAY\n')
        await truncate(join(folder, 'large.fountain'), 50 * 1024 * 1024)
        const wrong: string[] = []
        for (const name of ['missing.fountain', '.', 'empty.fountain', 'binary.fountain', 'large.fountain']) {
          let said = ''
          const err = (text: string) => {
            said += text
          }
          const quiet = { ...io, out: () => {}, err }
          const code = await main(['run', join(folder, name), '-o', join(folder, 'x.mp4')], quiet)
          if (code !== 2 || said === '' || said.includes('    at '))
            wrong.push(`${name}: exit ${code}, ${JSON.stringify(said.slice(0, 80))}`)
        }
        return { value: wrong.length === 0 ? '5 of 5' : wrong.join('; '), ok: wrong.length === 0 }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  },
  {
    what: 'export against rendering the same frames alone',
    asked: '≤ 1.25 ×',
    measure: async (world) => {
      const { exportOverRender = Infinity, adapter } = await bench(world, 'export')
      return { value: `${exportOverRender.toFixed(2)} × (${adapter})`, ok: exportOverRender <= 1.25 }
    },
  },
  {
    what: 'ms a frame in each style at 640×360',
    asked: 'all measured',
    measure: async (world) => {
      const { frames = [] } = await bench(world, 'styles')
      return {
        value: frames.map((f) => `${f.style} ${Math.round(f.msPerFrame)}`).join(', '),
        ok: frames.length >= 3 && frames.every((f) => f.msPerFrame > 0),
      }
    },
  },
  {
    what: 'npm run demo',
    asked: '≤ 180 s',
    measure: async ({ io }) => {
      const t = io.now()
      const code = await new Promise<number>((done, fail) => {
        const child = spawn(process.execPath, [join(packageRoot(), 'dist/cli/demo.js'), '--out', 'out/must-demo.mp4'], {
          stdio: ['ignore', 'ignore', 'inherit'],
          cwd: io.cwd,
        })
        child.on('error', fail)
        child.on('close', (c) => done(c ?? 1))
      })
      const ms = io.now() - t
      return { value: `${Math.round(ms / 1000)} s, exit ${code}`, ok: code === 0 && ms <= 180_000 }
    },
  },
]
