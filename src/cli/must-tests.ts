import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MustRow } from './must-table'
import { packageRoot } from './package-root'

/** What a run of tests said. */
export interface TestRun {
  readonly passed: number
  readonly failed: number
  /** All that was printed, without colours. */
  readonly output: string
  /** The first failure in a line; empty where there is none. */
  readonly why: string
}

/** What the JSON reporter of vitest writes, as far as it is read. */
interface JsonReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly message?: string
    readonly assertionResults: readonly { readonly failureMessages: readonly string[] | null }[]
  }[]
}

/** Runs tests of the repository, which must be there with its development dependencies. */
export async function runTests(project: string, files: string): Promise<TestRun> {
  const root = packageRoot()
  const folder = await mkdtemp(join(tmpdir(), 'oneshot-must-'))
  try {
    const json = join(folder, 'tests.json')
    const words = ['run', '--project', project, files, '--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
    let output = ''
    await new Promise<void>((done, fail) => {
      const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
      const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
        })
      child.on('error', fail)
      child.on('close', () => done())
    })
    const report = await readFile(json, 'utf8').then(
      (text) => JSON.parse(text) as JsonReport,
      () => {
        throw new Error(`vitest made no report: ${output.trim().split('\n').at(-1) ?? ''}`)
      },
    )
    const why = report.testResults.flatMap((file) => [
      ...file.assertionResults.flatMap((test) => test.failureMessages ?? []),
      file.message ?? '',
    ])
    const [first = ''] = why.filter((text) => text !== '')
    return { passed: report.numPassedTests, failed: report.numFailedTests, output, why: first.split('\n')[0] ?? '' }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The values that a test printed for a row.
 * @throws Error where it ended before it said any.
 */
export function said<T>(run: TestRun, row: string): T {
  const values = heard<T>(run, row)
  if (values === undefined) throw new Error(`the test said nothing of "${row}": ${run.why}`)
  return values
}

/** The values that a test printed for a row: a line `must NAME {…}`. */
export function heard<T>({ output }: TestRun, row: string): T | undefined {
  const [, json] = output.match(new RegExp(`^must ${row} (\\{.*\\})$`, 'm')) ?? []
  return json === undefined ? undefined : (JSON.parse(json) as T)
}

/** A row that holds when all tests of a file do. */
export const tested = (what: string, asked: string, file: string, run = () => runTests('node', file)): MustRow => ({
  what,
  asked,
  measure: async () => {
    const { passed, failed, why } = await run()
    return { value: `${passed} tests passed, ${failed} failed${why ? `: ${why}` : ''} (${file})`, ok: failed === 0 && passed > 0 }
  },
})
