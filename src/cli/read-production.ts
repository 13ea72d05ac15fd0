import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { isModelName, isPanoramaName, isPhotoName } from '../film'
import { isMasterName, isScriptName, isSoundName } from '../production'
import type { ProductionInput, ProductionInputDto } from '../workers'
import { type InputFile, readInput } from './read-input'

/** What the command was pointed at: a screenplay, a master file with the files around it, or a folder of them. */
export interface ProductionSource {
  /** As the user wrote it. */
  readonly path: string
  /** The folder that its files are named from. */
  readonly folder: string
  /** Without folders and endings: what outputs are named after. */
  readonly base: string
  /** A screenplay alone. */
  readonly bare: boolean
  readonly files: ProductionInput['files']
  readonly main: string
}

/** Files beside a master file that are looked at; a production that lies in somebody's home folder has many neighbours. */
const MOST_FILES = 2000
const DEEPEST = 4
/** Bytes of a file that is part of a production by name. */
const LARGEST = 5 * 1024 * 1024
/** Folders that hold nothing anybody wrote. */
const SKIPPED = /^(?:\.|node_modules$|artifacts$)/

/**
 * Reads what the user named. Of the files around a master file only those are read that it, or one that it names, speaks
 * of; the others are there by name, so that the checks know that they exist.
 * @throws InputError if it is missing or not readable.
 */
export async function readProduction(path: string, cwd: string): Promise<ProductionSource> {
  const full = resolve(cwd, path)
  const isFolder = (await stat(full).catch(() => undefined))?.isDirectory() ?? false
  const base = basename(full)
    .replace(/(?<=.)\.[^.]*$/, isFolder ? '$&' : '')
    .replace(/(?<=.)\.production$/i, '')
  if (!isFolder && !isMasterName(full)) {
    const file = await readInput(path, cwd)
    return { path, folder: dirname(full), base, bare: true, files: [{ name: file.name, bytes: file.bytes }], main: file.name }
  }
  const folder = isFolder ? full : dirname(full)
  const main = isFolder ? undefined : await readInput(path, cwd)
  const names = await filesUnder(folder)
  const files = new Map<string, Uint8Array>(names.map((name) => [name, new Uint8Array(0)]))
  const wanted = main ? [] : names.filter(isMasterName)
  const scripts = names.filter(isScriptName)
  // A folder with one script and nothing else is a film of that script.
  if (!main && wanted.length === 0 && scripts.length === 1) wanted.push(...scripts)
  const texts: string[] = []
  const keep = (name: string, bytes: Uint8Array) => {
    files.set(name, bytes)
    if (isMasterName(name)) texts.push(new TextDecoder().decode(bytes).toLowerCase())
  }
  if (main) keep(main.name, main.bytes)
  const isRead = new Set(main ? [main.name] : [])
  for (;;) {
    for (const text of texts.splice(0))
      wanted.push(
        ...names.filter(
          (n) =>
            [isMasterName, isScriptName, isModelName, isPanoramaName, isPhotoName, isTableName, isSoundName].some((is) => is(n)) &&
            text.includes(basename(n).toLowerCase()),
        ),
      )
    const next = wanted.find((n) => !isRead.has(n))
    if (next === undefined) break
    isRead.add(next)
    keep(next, (await readPart(folder, next)).bytes)
  }
  return {
    path,
    folder,
    base,
    bare: false,
    files: [...files].map(([name, bytes]) => ({ name, bytes })),
    main: main?.name ?? '',
  }
}

/** Tables of colours, which styles of outputs name. */
const isTableName = (name: string): boolean => /\.cube$/i.test(name)

const readPart = (folder: string, name: string): Promise<InputFile> =>
  readInput(relative(process.cwd(), join(folder, name)) || name, process.cwd(), isMasterName(name) ? LARGEST : undefined)

/** Names of files in a folder and the folders in it, forward slashes, sorted. */
async function filesUnder(folder: string): Promise<string[]> {
  const names: string[] = []
  const walk = async (at: string, prefix: string, depth: number): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (names.length >= MOST_FILES || SKIPPED.test(entry.name)) continue
      if (entry.isFile()) names.push(prefix + entry.name)
      else if (entry.isDirectory() && depth < DEEPEST) await walk(join(at, entry.name), `${prefix}${entry.name}/`, depth + 1)
    }
  }
  await walk(folder, '', 0)
  return names.sort()
}

/** Bytes as the page takes them. */
export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')

/** A production as the page takes it. */
export const forPage = ({ files, main }: ProductionSource, overrides: Readonly<Record<string, unknown>> = {}): ProductionInputDto => ({
  files: files.map(({ name, bytes }) => ({ name, base64: base64(bytes) })),
  main,
  overrides,
})
