import { isMaster } from './production-state'

/** A file with its path inside what was dropped. */
export interface DroppedFile {
  readonly name: string
  readonly file: File
}

/** A folder with more is not a production. */
const MOST_FILES = 2000

/** The files of a drop, folders walked, hidden files left out. Must be called while the drop is being handled. */
export async function droppedFiles(data: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  if (!entries.some((e) => e?.isDirectory)) return [...data.files].map((file) => ({ name: file.name, file }))
  const found: DroppedFile[] = []
  for (const entry of entries) if (entry) await walk(entry, undefined, found)
  return found
}

/** The files of a folder that was chosen in a dialogue. */
export const chosenFiles = (list: FileList): DroppedFile[] =>
  [...list]
    .map((file) => ({ name: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file }))
    .filter((f) => !isHidden(f.name))
    .slice(0, MOST_FILES)

const isHidden = (path: string) => path.split('/').some((p) => p.startsWith('.'))

/** @param path Where the entry stands: `undefined` for what was dropped itself, whose name is no part of the paths if it is a folder. */
async function walk(entry: FileSystemEntry, path: string | undefined, found: DroppedFile[]): Promise<void> {
  if (found.length >= MOST_FILES || entry.name.startsWith('.')) return
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))
    found.push({ name: (path ?? '') + entry.name, file })
    return
  }
  const inner = path === undefined ? '' : `${path}${entry.name}/`
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  for (;;) {
    // A reader answers some at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (some.length === 0) return
    for (const one of some) await walk(one, inner, found)
  }
}

/** Whether files are a production (a master file, a folder) rather than a screenplay alone. */
export const isProduction = (names: readonly string[]): boolean => names.length > 1 || names.some(isMaster)
