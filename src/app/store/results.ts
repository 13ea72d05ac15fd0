/** What a run left behind, sorted for the gallery by what can be done with it. */
export interface RunResults {
  readonly films: readonly string[]
  /** Picture sequences by folder, pictures in order. */
  readonly sequences: readonly { readonly folder: string; readonly pictures: readonly string[] }[]
  readonly reports: readonly string[]
  readonly packages: readonly string[]
  /** Manifests, artifacts and logs. */
  readonly documents: readonly string[]
}

const FILM = /\.(mp4|webm|mov|gif|apng|webp)$/i

/** Sorts the store names of one run. */
export function sortResults(names: readonly string[]): RunResults {
  const sequences = new Map<string, string[]>()
  for (const name of names) {
    if (!/\.(?:png|exr)$/i.test(name)) continue
    const folder = name.slice(0, name.lastIndexOf('/'))
    const list = sequences.get(folder)
    if (list) list.push(name)
    else sequences.set(folder, [name])
  }
  const pick = (pattern: RegExp) => names.filter((n) => pattern.test(n))
  return {
    films: pick(FILM),
    sequences: [...sequences].filter(([, p]) => p.length > 1).map(([folder, pictures]) => ({ folder, pictures: pictures.sort() })),
    reports: pick(/\.html?$/i),
    packages: pick(/\.zip$/i),
    documents: names.filter((n) => /\.(json|ndjson|txt|vtt|srt|csv)$/i.test(n) && !/\.meta\.json$/.test(n)),
  }
}

/** The last part of a store name. */
export const baseName = (name: string): string => name.split('/').at(-1) ?? name

/** The folder that a run's artifacts are in. */
export const runFolder = (project: string, runId: string): string => `artifacts/${project}/${runId}/`
