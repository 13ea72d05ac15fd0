import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SECTIONS } from '../production'
import { measureEngine } from './bench-engine'
import { main } from './main'
import { inScratch } from './must-production-film'
import type { MustRow } from './must-table'

/** What stands where something else is expected. */
const WRONG: Readonly<Record<string, string>> = {
  numbers: '7',
  'not a number': '.nan',
  infinities: '-.inf',
  'huge numbers': '1e400',
  'long numbers': '9'.repeat(4000),
  words: 'nonsense',
  nothing: '~',
  lists: '[[[]], {}, ~, .nan, 1e999, "", [1, [2]]]',
  maps: '{ name: { name: [] }, size: { width: .nan, height: -1e308 }, 0: {}, "": "" }',
  dates: '2026-13-45',
  code: '!!js/function "function () { globalThis.hostile = true }"',
  prototypes: '{ __proto__: { hostile: true }, constructor: { prototype: { hostile: true } } }',
}

const everywhere = (value: string) => SECTIONS.map((section) => `${section}: ${value}`).join('\n')

/** Master files that somebody wrote to do harm. */
export function hostileFiles(): Map<string, string> {
  const files = new Map(Object.entries(WRONG).map(([name, value]) => [name, everywhere(value)]))
  const bomb = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]']
  for (let i = 1; i < 30; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  files.set('alias bomb', `${bomb.join('\n')}\nshots: *a29\n`)
  files.set('aliases of themselves', 'a: &a { b: *a, c: [*a, *a] }\nshots: *a\n<<: *a\n')
  files.set('a million keys', `{${Array.from({ length: 1e6 }, (_, i) => i.toString(36)).join(',')}}`)
  files.set('half a million keys in lines', Array.from({ length: 5e5 }, (_, i) => `${i.toString(36)}: 1`).join('\n'))
  files.set('a million list items', `shots: [${'a,'.repeat(1e6)}]`)
  files.set('the same key again and again', 'shots: 1\n'.repeat(3e5))
  for (const [name, open] of [
    ['lists', '['],
    ['maps', '{a: '],
    ['dashes', '- '],
    ['questions', '? '],
    ['anchors', '&a '],
    ['tags', '!!map '],
  ] as const)
    files.set(`depth of ${name}`, `shots: ${name === 'dashes' || name === 'questions' ? '\n  ' : ''}${open.repeat(2e5)}`)
  files.set('depth by lines', Array.from({ length: 2500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))
  files.set('a long word', `meta: { title: ${'x'.repeat(4.9e6)} }`)
  files.set('many documents', '---\na: 1\n'.repeat(2e5))
  files.set(
    'prototypes at the top',
    '__proto__: { hostile: true }\nconstructor: { prototype: { hostile: true } }\nshots: [{ __proto__: { hostile: true } }]',
  )
  files.set(
    'prototypes by merging',
    'a: &a { __proto__: { hostile: true } }\nmeta: { <<: *a, title: x }\ntemplates: { __proto__: { size: CU } }\nshots: [{ template: __proto__ }]',
  )
  files.set('zeroes', '\0'.repeat(1e5))
  files.set('too large', `meta: { title: ${'x'.repeat(6e6)} }`)
  return files
}

/** Milliseconds of processor time that a file may take. */
const MOST_MS = 2000

/** What comes from outside, and what the engine itself costs. */
export const HOSTILE: readonly MustRow[] = [
  {
    what: 'hostile master files through validate',
    asked: 'findings, each < 2 s of processor, nothing run',
    measure: ({ io }) =>
      inScratch(async (folder) => {
        const wrong: string[] = []
        let longest = { ms: 0, name: '' }
        const files = hostileFiles()
        const before = Object.getOwnPropertyNames(Object.prototype).join()
        for (const [name, text] of files) {
          const file = join(folder, 'film.yaml')
          await writeFile(file, text)
          let said = ''
          const err = (t: string) => {
            said += t
          }
          const start = process.cpuUsage()
          const code = await main(['validate', file], { ...io, out: err, err })
          const { user, system } = process.cpuUsage(start)
          const ms = (user + system) / 1000
          if (ms > longest.ms) longest = { ms, name }
          if (ms > MOST_MS) wrong.push(`${name}: ${Math.round(ms)} ms`)
          if (code === 1 || said === '' || /\n\s+at /.test(said)) wrong.push(`${name}: exit ${code}, ${JSON.stringify(said.slice(0, 120))}`)
        }
        const isTouched = Object.getOwnPropertyNames(Object.prototype).join() !== before || 'hostile' in {} || 'hostile' in globalThis
        if (isTouched) wrong.push('a prototype was touched, or code was run')
        return {
          value: wrong.length === 0 ? `${files.size} files, longest ${Math.round(longest.ms)} ms (${longest.name})` : wrong.join('; '),
          ok: wrong.length === 0,
        }
      }),
  },
  {
    what: 'the engine: start and memory over an empty worker',
    asked: '< 100 ms, ≤ 10 MB',
    measure: async ({ io }) => {
      const { workerStartMs, workerCpuMs, workerBytes } = await measureEngine(io.now)
      return {
        value: `${Math.round(workerStartMs)} ms (${Math.round(workerCpuMs)} ms of processor), ${(workerBytes / 1e6).toFixed(1)} MB`,
        ok: workerStartMs < 100 && workerBytes <= 10e6,
      }
    },
  },
  {
    what: 'the engine: 10,000 tasks that do nothing; state kept; events told',
    asked: '< 5 s, < 10 ms, < 1 ms',
    measure: async ({ io }) => {
      const { tasks, tasksMs, saveMs, eventMs } = await measureEngine(io.now)
      return {
        value: `${(tasksMs / 1000).toFixed(2)} s, ${saveMs.toFixed(2)} ms, ${eventMs.toFixed(3)} ms`,
        ok: tasks === 10_000 && tasksMs < 5000 && saveMs < 10 && eventMs < 1,
      }
    },
  },
]
