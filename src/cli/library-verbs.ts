import type { Dirent } from 'node:fs'
import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { InputError } from '../film'
import type { RunRecord } from '../pipeline'
import { createProduction, isMasterName, isScriptName, openProduction, TEMPLATES } from '../production'
import type { Verb } from './command'
import { shownPath } from './deliver'
import { nodeSpeaker } from './node-voices'
import { choiceOf, numberOf } from './option-values'
import { readProduction } from './read-production'
import { duration } from './report'
import { storeEngine } from './store-engine'
import { writersOf } from './store-writers'
import { bytesIn } from './tidy-store'
import { UsageError } from './usage-error'

/** The store that `run` keeps beside what it makes. */
const STORE = '.oneshot'

/** A film of a folder, as it is listed. */
interface Listed {
  readonly file: string
  readonly title: string
  readonly seconds: number | undefined
  readonly shots: number | undefined
  /** How its last run here stands. */
  readonly run: Pick<RunRecord, 'state' | 'updatedAt' | 'done' | 'total'> | undefined
  readonly errors: number
}

/** Runs in a folder's store, the last first. */
const runsIn = async (folder: string, now: () => number): Promise<readonly RunRecord[]> =>
  existsSync(folder) ? storeEngine(folder, now).list() : []

/** `list`: productions and screenplays of a folder. */
export const LIST: Verb = {
  name: 'list',
  takes: 'DIR',
  summary: 'productions and screenplays of a folder, with how their runs stand',
  flags: [{ name: 'checkpoint', value: 'PATH', help: 'folder that keeps the pieces (default: .oneshot in DIR)' }],
  examples: ['list .', 'list films --json'],
  run: async ({ args, io, json, report }) => {
    const path = args.positionals[0] as string
    const folder = resolve(io.cwd, path)
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw new UsageError(`list: there is no folder ${JSON.stringify(path)}`, 'name a folder')
    })
    const names = entries.filter((e) => !e.isDirectory()).map((e) => e.name)
    const folders = await foldersOfParts(folder, entries)
    const checkpoint = args.values.get('checkpoint')
    const runs = await runsIn(checkpoint === undefined ? join(folder, STORE) : resolve(io.cwd, checkpoint), io.now)
    const listed: Listed[] = []
    // Scripts that a production names are listed with it.
    const taken = new Set<string>()
    for (const name of [...folders, ...[...names.filter(isMasterName), ...names.filter(isScriptName)].sort(mastersFirst)]) {
      if (name.startsWith('.') || taken.has(name)) continue
      const source = await readProduction(join(path, name), io.cwd).catch((error: unknown) => {
        if (error instanceof InputError) return undefined
        throw error
      })
      if (!source) continue
      const opened = openProduction({ files: source.files, main: source.main }, { speak: nodeSpeaker() })
      const errors = opened.diagnostics.filter((d) => d.severity === 'error').length
      if (!opened.ok) {
        // Any text and any JSON may lie in a folder: only what says that it is a production is listed with its errors.
        if (/\.production\.[^.]+$|\.(?:fountain|fdx|spmd)$/i.test(name))
          listed.push({ file: name, title: '', seconds: undefined, shots: undefined, run: undefined, errors })
        continue
      }
      const { plan } = opened.film.store
      const script = opened.production.script?.file
      if (script !== undefined) taken.add(script)
      const run = runs.find((r) => r.project === opened.project)
      listed.push({
        file: name,
        title: plan.title,
        seconds: Math.round((plan.frames * plan.fps.den * 1000) / plan.fps.num) / 1000,
        shots: plan.shots.length,
        run: run && { state: run.state, updatedAt: run.updatedAt, done: run.done, total: run.total },
        errors: 0,
      })
    }
    if (json) {
      io.out(`${JSON.stringify(listed, undefined, 2)}\n`)
      return
    }
    if (listed.length === 0) report.note(`no production and no screenplay in ${path}`)
    const widths = [Math.max(4, ...listed.map((l) => l.file.length)), Math.max(5, ...listed.map((l) => l.title.length))] as const
    for (const l of listed) {
      const length = l.seconds === undefined ? '' : duration(l.seconds)
      const state = l.run
        ? `${l.run.state}, ${l.run.done}/${l.run.total}, ${l.run.updatedAt.slice(0, 16).replace('T', ' ')}`
        : 'not run here'
      const errors = `${l.errors} ${l.errors === 1 ? 'error' : 'errors'}: oneshot validate ${l.file}`
      io.out(`${l.file.padEnd(widths[0])}  ${l.title.padEnd(widths[1])}  ${length.padEnd(12)}  ${l.errors > 0 ? errors : state}\n`)
    }
  },
}

/** Folders that hold master files: one production each, in parts. A folder of whole productions is none. */
async function foldersOfParts(folder: string, entries: readonly Dirent[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name } of entries.filter((e) => e.isDirectory() && !e.name.startsWith('.'))) {
    const inside = (await readdir(join(folder, name)).catch(() => [])).filter(isMasterName)
    if (inside.length > 0 && !inside.some((f) => /\.production\.[^.]+$/i.test(f))) found.push(name)
  }
  return found.sort()
}

const mastersFirst = (a: string, b: string): number => Number(isScriptName(a)) - Number(isScriptName(b)) || (a < b ? -1 : a > b ? 1 : 0)

/** `create`: a new production. */
export const CREATE: Verb = {
  name: 'create',
  takes: 'TITLE',
  summary: 'a new production from a template; nothing is overwritten',
  flags: [
    { name: 'template', value: 'T', help: `${Object.keys(TEMPLATES).join(', ')} (default short_film)` },
    { name: 'output', short: 'o', value: 'DIR', help: 'folder that its files go to (default: this one)' },
  ],
  examples: ["create 'The Long Night' --template short_film --output films"],
  run: async ({ args, io, json }) => {
    const template = choiceOf(args, 'template', Object.keys(TEMPLATES))
    const title = (args.positionals[0] as string).trim()
    if (title === '') throw new UsageError('create: the title is empty', "for example oneshot create 'The Long Night'")
    const folder = resolve(io.cwd, args.values.get('output') ?? '.')
    const files = createProduction(title, template).map((f) => ({ ...f, path: join(folder, f.name) }))
    const there = files.find((f) => existsSync(f.path))
    const taken = (path: string) =>
      new UsageError(`create: ${shownPath(path, io.cwd)} is there already`, 'choose another title, or another --output')
    if (there) throw taken(there.path)
    await mkdir(folder, { recursive: true })
    for (const { path, bytes } of files)
      await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? taken(path) : error
      })
    const names = files.map((f) => shownPath(f.path, io.cwd))
    io.out(json ? `${JSON.stringify(names)}\n` : `${names.join('\n')}\n`)
  },
}

/** `clean`: takes old runs out of a store. */
export const CLEAN: Verb = {
  name: 'clean',
  takes: 'DIR',
  summary: 'remove old runs, and pieces that no run needs, from a folder’s .oneshot',
  flags: [
    { name: 'days', value: 'N', help: 'runs untouched for so long go (default 30)' },
    { name: 'size', value: 'GB', help: 'what may be left: the oldest runs go until it fits' },
    { name: 'checkpoint', value: 'PATH', help: 'the store itself, where it is not DIR/.oneshot' },
  ],
  examples: ['clean . --days 7', 'clean films --size 20'],
  run: async ({ args, io, json }) => {
    const size = numberOf(args, 'size', 0, 1e6)
    const days = numberOf(args, 'days', 0, 36_500) ?? (size === undefined ? 30 : undefined)
    const checkpoint = args.values.get('checkpoint')
    const path = checkpoint ?? join(args.positionals[0] as string, STORE)
    const folder = resolve(io.cwd, path)
    if (!existsSync(folder)) throw new UsageError(`clean: there is no ${path}`, 'name the folder that films were made in')
    const writers = await writersOf(folder)
    if (writers.length > 0)
      throw new Error(`clean: process ${writers.join(', ')} works in ${path} now: wait until it has ended, or stop it`)
    const engine = storeEngine(folder, io.now)
    const before = await bytesIn(folder)
    const removed = await engine.cleanUp({ ...(days === undefined ? {} : { days }), ...(size === undefined ? {} : { bytes: size * 1e9 }) })
    const freed = before - (await bytesIn(folder))
    if (json) io.out(`${JSON.stringify({ removed, freedBytes: freed })}\n`)
    else io.out(`Removed ${removed} ${removed === 1 ? 'run' : 'runs'}, ${Math.round(freed / 1e6)} MB.\n`)
  },
}
