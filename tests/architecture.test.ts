import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')

/** Which rooms a room may use; each may use itself. */
const MAY_USE: Record<string, readonly string[]> = {
  film: [],
  departments: ['film'],
  motion: ['departments', 'film'],
  stage: ['motion', 'departments', 'film'],
  render: ['stage', 'motion', 'departments', 'film'],
  audio: ['motion', 'departments', 'film'],
  encode: ['film', 'pipeline'],
  pipeline: ['film'],
  production: ['pipeline', 'render', 'audio', 'encode', 'stage', 'motion', 'departments', 'film'],
  workers: ['production', 'pipeline', 'render', 'audio', 'encode', 'stage', 'motion', 'departments', 'film'],
  app: ['workers', 'production', 'pipeline', 'render', 'encode', 'stage', 'motion', 'departments', 'film'],
  cli: ['workers', 'production', 'pipeline', 'render', 'encode', 'motion', 'departments', 'film'],
}

/** Packages only some rooms may touch. */
const PACKAGE_WALLS: Record<string, readonly string[]> = {
  three: ['stage', 'render', 'app', 'workers'],
  react: ['app'],
  '@react-three': ['app'],
  zustand: ['app'],
  comlink: ['workers'],
  'mp4-muxer': ['encode'],
  mediabunny: ['encode'],
  '@mediabunny': ['encode'],
  '@cantoo/pdf-lib': ['encode'],
  '@codemirror': ['app'],
  fflate: ['encode', 'production'],
  yaml: ['production', 'app'],
  'fountain-js': ['departments'],
  playwright: ['cli'],
  'node:': ['cli'],
}

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name)
    return statSync(path).isDirectory() ? files(path) : /\.tsx?$/.test(name) ? [path] : []
  })

const imports = (path: string): string[] => {
  const text = readFileSync(path, 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((m) => (m[1] ?? m[2] ?? m[3]) as string)
}

const room = (path: string) => relative(SRC, path).split('/')[0] as string
const department = (path: string) => relative(SRC, path).split('/')[1] as string

/** Every wall that an import of `from` by `path` breaks; empty when it is allowed. */
function broken(path: string, from: string): string | undefined {
  const here = room(path)
  if (!from.startsWith('.')) {
    for (const [name, rooms] of Object.entries(PACKAGE_WALLS))
      if ((from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`)) && !rooms.includes(here))
        return `${here} may not use ${from}`
    return
  }
  const target = resolve(dirname(path), from)
  if (!target.startsWith(SRC)) return
  const there = room(target)
  if (there === here) {
    if (here === 'departments' && department(target) !== department(path)) return 'departments do not use each other'
    return
  }
  if (!MAY_USE[here]?.includes(there)) return `${here} may not use ${there}`
}

describe('architecture', () => {
  const all = files(SRC)

  it('sees the house', () => {
    expect(all.length).toBeGreaterThan(100)
    for (const name of [
      'film',
      'departments',
      'motion',
      'stage',
      'render',
      'audio',
      'encode',
      'pipeline',
      'production',
      'workers',
      'app',
      'cli',
    ])
      expect(
        all.some((f) => room(f) === name),
        `src/${name} has files`,
      ).toBe(true)
  })

  it('imports point downward only', () => {
    const wrong = all.flatMap((f) =>
      imports(f).flatMap((i) => {
        const why = broken(f, i)
        return why ? [`${relative(ROOT, f)}: ${why}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('notices a broken wall', () => {
    expect(broken(join(SRC, 'film/x.ts'), '../app/store')).toBe('film may not use app')
    expect(broken(join(SRC, 'departments/art/x.ts'), 'three/webgpu')).toBe('departments may not use three/webgpu')
    expect(broken(join(SRC, 'departments/art/x.ts'), '../camera/y')).toBe('departments do not use each other')
  })

  it('keeps clocks and unseeded chance out of pure rooms', () => {
    const wrong = all
      .filter((f) => ['film', 'departments', 'motion', 'stage', 'render', 'audio'].includes(room(f)) && !f.includes('/bench/'))
      .flatMap((f) => (/Math\.random|Date\.now|new Date\b|performance\.now/.test(readFileSync(f, 'utf8')) ? [relative(ROOT, f)] : []))
    expect(wrong).toEqual([])
  })

  it('gives every room a door and a page', () => {
    const rooms = readdirSync(SRC).filter((n) => statSync(join(SRC, n)).isDirectory())
    const folders = rooms.flatMap((r) =>
      r === 'departments'
        ? readdirSync(join(SRC, r))
            .filter((n) => statSync(join(SRC, r, n)).isDirectory())
            .map((n) => `${r}/${n}`)
        : [r],
    )
    for (const f of folders) {
      const names = readdirSync(join(SRC, f))
      expect(names, `src/${f} has a README.md`).toContain('README.md')
      expect(
        names.some((n) => /^index\.tsx?$/.test(n)),
        `src/${f} has an index.ts`,
      ).toBe(true)
    }
  })
})
