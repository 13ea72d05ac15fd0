import { didYouMean } from '../../film'
import { isFields } from '../master/plain-data'
import type { DataPath } from '../master/read-yaml'
import { resolvePath } from '../master/resolve-path'
import type { Inspection } from './inspection'
import { type Finding, quoted, type Rule } from './rule'

/** Formats that a page can read, and those of tools that it cannot, with what to save instead. */
const READABLE = 'glb gltf vrm hdr exr png jpg jpeg webp wav mp3 ogg flac m4a aac mp4 webm mov ttf otf woff woff2 cube'.split(' ')
const UNREADABLE: Readonly<Record<string, string>> = {
  blend: 'export it as .glb (people as .vrm)',
  fbx: 'export it as .glb (people as .vrm)',
  obj: 'export it as .glb',
  dae: 'export it as .glb',
  max: 'export it as .glb',
  ma: 'export it as .glb',
  mb: 'export it as .glb',
  c4d: 'export it as .glb',
  usd: 'export it as .glb',
  usda: 'export it as .glb',
  usdc: 'export it as .glb',
  usdz: 'export it as .glb',
  abc: 'export it as .glb',
  tif: 'save it as .png',
  tiff: 'save it as .png',
  tga: 'save it as .png',
  psd: 'save it as .png',
  aif: 'save it as .wav',
  aiff: 'save it as .wav',
  wma: 'save it as .wav',
  avi: 'save it as .mp4',
  mkv: 'save it as .mp4',
}

/** Sections without files in them, and the script, which is found where it is read. */
const SKIPPED_SECTIONS = new Set(['meta', 'script', 'style', 'schedule', 'development'])
/** Keys that hold words for people, not paths; `file` of an output is to be written. */
const WORDS = new Set(['name', 'description', 'action', 'dialogue', 'line', 'title', 'text', 'notes', 'mannerisms'])

interface Named {
  readonly text: string
  readonly extension: string
  readonly path: DataPath
}

/** Every text of the production that names a file, by its ending. */
function namedFiles(p: Inspection): Named[] {
  const out: Named[] = []
  const walk = (value: unknown, path: DataPath): void => {
    if (out.length >= 2000) return
    if (typeof value === 'string') {
      const extension =
        value.length <= 500 && !value.includes('\n') ? /[^\s/\\]\.([a-z0-9]{2,5})$/i.exec(value)?.[1]?.toLowerCase() : undefined
      if (extension !== undefined && (READABLE.includes(extension) || Object.hasOwn(UNREADABLE, extension)))
        out.push({ text: value, extension, path })
    } else if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, [...path, i])
    else if (isFields(value))
      for (const [k, v] of Object.entries(value)) if (!WORDS.has(k) && !(path[0] === 'outputs' && k === 'file')) walk(v, [...path, k])
  }
  for (const [section, value] of Object.entries(p.data)) if (!SKIPPED_SECTIONS.has(section)) walk(value, [section])
  return out
}

/** The file a text means, from the folder of the file that names it; undefined when it leads out of the production. */
const target = (p: Inspection, { text, path }: Named): string | undefined => resolvePath(p.document.place(path).file, text)

function* missing(p: Inspection): Iterable<Finding> {
  const { files } = p.context
  if (!files) return
  const there = new Set(files.map((f) => f.toLowerCase()))
  for (const named of namedFiles(p)) {
    const file = target(p, named)
    if (file === undefined || Object.hasOwn(UNREADABLE, named.extension) || there.has(file.toLowerCase())) continue
    const same = files.find((f) => f.toLowerCase().endsWith(`/${base(file)}`) || f.toLowerCase() === base(file))
    const near = same ?? didYouMean(file, files.slice(0, 500))
    yield {
      path: named.path,
      message: `there is no file ${quoted(file)}; a stand-in is made for it`,
      remedy: near === undefined ? "put it into the production's folder" : `did you mean ${near}?`,
      value: named.text,
    }
  }
}

const base = (file: string): string => file.replace(/^.*\//, '').toLowerCase()

function* unreadable(p: Inspection): Iterable<Finding> {
  for (const { text, extension, path } of namedFiles(p)) {
    const remedy = Object.hasOwn(UNREADABLE, extension) ? UNREADABLE[extension] : undefined
    if (remedy !== undefined)
      yield { path, message: `no browser reads .${extension} (${quoted(text)}); a stand-in is made for it`, remedy, value: text }
  }
}

function* outsideFolder(p: Inspection): Iterable<Finding> {
  for (const named of namedFiles(p)) {
    if (target(p, named) !== undefined) continue
    const web = /^[a-z][a-z0-9+.-]+:\/\//i.test(named.text)
    yield {
      path: named.path,
      message: web
        ? `${quoted(named.text)} is on the web, and nothing is fetched`
        : `${quoted(named.text)} lies outside of the production's folder`,
      remedy: `put the file into the folder and write ${quoted(named.text.replace(/^.*[\\/]/, ''))}`,
      value: named.text,
    }
  }
}

export const FILE_RULES: readonly Rule[] = [
  { id: 'files.missing', severity: 'warning', check: missing },
  { id: 'files.unreadable', severity: 'warning', check: unreadable },
  { id: 'files.outside', severity: 'warning', check: outsideFolder },
]
