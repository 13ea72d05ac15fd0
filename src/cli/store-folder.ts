import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { nameParts, StoreError, type StoreSink, TEMPORARY_SUFFIX } from '../pipeline'

const SINK_ID = /^[0-9a-f-]{36}$/

/** Names what is being written, and the process that writes it: what a killed one left can be told from what is still written. */
const temporaryName = (file: string, id: string): string => `${file}.${process.pid}-${id}${TEMPORARY_SUFFIX}`
const TEMPORARY = /\.(\d+)-[0-9a-f-]{36}\.part$/

/** The disk, or what of it a user may have, is full. */
const isFull = (code: string | undefined): boolean => code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'

/** Where a store keeps a file. @throws StoreError for a name that is none. */
export const storeFile = (folder: string, name: string): string => join(folder, ...nameParts(name))

/**
 * Answers one request to a store folder; see LoopbackStore for the other end.
 * @param unfinished temporary files that sinks are writing now: whoever closes the server removes them.
 */
export async function answerStore(
  folder: string,
  unfinished: Set<string>,
  name: string,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, body = '') => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
    response.end(body)
  }
  try {
    if (name === '') {
      if (request.method !== 'GET') return end(405, 'a list can only be read')
      response.writeHead(200, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(await listStore(folder, query.get('prefix') ?? '')))
      return
    }
    const file = storeFile(folder, name)
    if (request.method === 'PUT') {
      const sink = query.get('sink')
      if (sink === null) await writeWhole(file, request)
      else if (SINK_ID.test(sink)) await writePart(file, sink, query, request, unfinished)
      else return end(400, 'sink: expected an id')
      return end(204)
    }
    if (request.method === 'DELETE') {
      await rm(file, { force: true })
      return end(204)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'expected GET, HEAD, PUT or DELETE')
    const info = await stat(file).catch(() => undefined)
    if (!info?.isFile()) return end(404, 'there is no such file')
    response.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': info.size, 'Cache-Control': 'no-store' })
    if (request.method === 'HEAD') response.end()
    else await pipeline(createReadStream(file), response)
  } catch (error) {
    if (response.headersSent) throw error
    if (error instanceof StoreError) return end(400, error.message)
    const code = (error as NodeJS.ErrnoException).code
    return end(
      isFull(code) ? 507 : 500,
      isFull(code) ? 'the disk is full' : `the file could not be written: ${code ?? (error as Error).message}`,
    )
  }
}

/** Names of the whole files in a store folder that begin with a prefix, sorted. */
export async function listStore(folder: string, prefix = ''): Promise<string[]> {
  const names: string[] = []
  const walk = async (at: string, path: string): Promise<void> => {
    for (const entry of await readdir(at, { withFileTypes: true }).catch(() => []))
      if (entry.name.startsWith('.')) continue
      else if (entry.isDirectory()) await walk(join(at, entry.name), `${path}${entry.name}/`)
      else if (!entry.name.endsWith(TEMPORARY_SUFFIX) && (path + entry.name).startsWith(prefix)) names.push(path + entry.name)
  }
  await walk(folder, '')
  return names.sort()
}

/**
 * Removes what writers left that were killed: files that a process was writing which is gone, last touched before this
 * one began. Answers how many.
 */
export async function sweepStore(folder: string, beforeMs = performance.timeOrigin): Promise<number> {
  let swept = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const pid = TEMPORARY.exec(entry.name)?.[1]
    if (!entry.isFile() || pid === undefined || Number(pid) === process.pid || isAlive(Number(pid))) continue
    const file = join(entry.parentPath, entry.name)
    const info = await stat(file).catch(() => undefined)
    if (!info || info.mtimeMs >= beforeMs) continue
    await rm(file, { force: true })
    swept++
  }
  return swept
}

/** Whether a process of that id runs here. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Gives a whole file its name; the folder is synced too, so that the name outlives a power cut. */
async function putInPlace(temporary: string, file: string): Promise<void> {
  await rename(temporary, file)
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** A file to be written out of order: a temporary name beside it until it is whole, then synced and renamed. */
export async function fileSink(file: string, id = crypto.randomUUID()): Promise<StoreSink> {
  await mkdir(dirname(file), { recursive: true })
  const temporary = temporaryName(file, id)
  const handle = await open(temporary, 'w')
  let isOpen = true
  return {
    write: async (position, bytes) => {
      await handle.write(bytes, 0, bytes.byteLength, position)
    },
    close: async () => {
      await handle.sync()
      await handle.close()
      isOpen = false
      await putInPlace(temporary, file)
    },
    abort: async () => {
      if (isOpen) await handle.close()
      isOpen = false
      await rm(temporary, { force: true })
    },
  }
}

async function writeWhole(file: string, request: IncomingMessage): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const temporary = temporaryName(file, crypto.randomUUID())
  try {
    await pipeline(request, createWriteStream(temporary, { flush: true }))
    await putInPlace(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** One step of a sink: bytes at a position, or its end. */
async function writePart(
  file: string,
  id: string,
  query: URLSearchParams,
  request: IncomingMessage,
  unfinished: Set<string>,
): Promise<void> {
  const temporary = temporaryName(file, id)
  if (query.has('abort')) {
    request.resume()
    unfinished.delete(temporary)
    return rm(temporary, { force: true })
  }
  if (query.has('close')) {
    const handle = await open(temporary, 'r+')
    await handle.sync()
    await handle.close()
    unfinished.delete(temporary)
    return putInPlace(temporary, file)
  }
  const at = Number(query.get('at'))
  if (!Number.isSafeInteger(at) || at < 0) throw new StoreError('write', file, `at: expected a position, got ${query.get('at')}`)
  await mkdir(dirname(file), { recursive: true })
  unfinished.add(temporary)
  await (await open(temporary, 'a')).close()
  await pipeline(request, createWriteStream(temporary, { flags: 'r+', start: at }))
}
