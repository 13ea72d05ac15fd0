import { type ArtifactStore, nameParts, type StoreData, StoreError, type StoreSink } from './artifact-store'
import { collectBytes } from './collect-bytes'

/** Bytes gathered before a sink sends them: few requests, little memory. */
const SINK_CHUNK = 4 << 20

/** Insufficient Storage (RFC 4918 §11.5). */
const NO_ROOM = 507

/**
 * A folder behind a server on this machine (`PUT`, `GET`, `HEAD`, `DELETE` on `base + name`). The server writes to a
 * temporary name, syncs and renames.
 */
export class LoopbackStore implements ArtifactStore {
  readonly #base: string

  /** @param base URL that names are appended to, token included, ending in `/`. */
  constructor(base: string) {
    if (!base.endsWith('/')) throw new TypeError(`LoopbackStore: expected a base that ends in "/", got ${JSON.stringify(base)}`)
    this.#base = base
  }

  async has(name: string): Promise<boolean> {
    return (await this.#ask('has', name, { method: 'HEAD' })).status === 200
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    const answer = await this.#ask('read', name, { method: 'GET' })
    return answer.status === 404 ? undefined : new Uint8Array(await answer.arrayBuffer())
  }

  async write(name: string, data: StoreData, signal?: AbortSignal): Promise<void> {
    const body = await collectBytes(data, signal)
    await this.#ask('write', name, { method: 'PUT', body: body as BodyInit, signal: signal ?? null })
  }

  async open(name: string): Promise<StoreSink> {
    const id = crypto.randomUUID()
    let pending: { position: number; chunks: Uint8Array[]; size: number } | undefined
    const send = async (query: string, body?: BodyInit) => {
      await this.#ask('write', name, { method: 'PUT', ...(body === undefined ? {} : { body }) }, `?sink=${id}&${query}`)
    }
    const flush = async () => {
      if (!pending) return
      const { position, chunks } = pending
      pending = undefined
      await send(`at=${position}`, new Blob(chunks as BlobPart[]))
    }
    return {
      write: async (position, bytes) => {
        if (pending && position !== pending.position + pending.size) await flush()
        pending ??= { position, chunks: [], size: 0 }
        pending.chunks.push(bytes.slice())
        pending.size += bytes.byteLength
        if (pending.size >= SINK_CHUNK) await flush()
      },
      close: async () => {
        await flush()
        await send('close=1')
      },
      abort: async () => {
        pending = undefined
        await send('abort=1').catch(() => {})
      },
    }
  }

  async remove(name: string): Promise<void> {
    await this.#ask('remove', name, { method: 'DELETE' })
  }

  async size(name: string): Promise<number | undefined> {
    const answer = await this.#ask('size', name, { method: 'HEAD' })
    return answer.status === 404 ? undefined : Number(answer.headers.get('Content-Length') ?? 0)
  }

  async list(prefix = ''): Promise<readonly string[]> {
    const answer = await this.#fetch('list', prefix, `${this.#base}?prefix=${encodeURIComponent(prefix)}`, {})
    return (await answer.json()) as string[]
  }

  async #ask(call: string, name: string, init: RequestInit, query = ''): Promise<Response> {
    nameParts(name)
    return this.#fetch(call, name, this.#base + name + query, init)
  }

  async #fetch(call: string, name: string, url: string, init: RequestInit): Promise<Response> {
    let answer: Response
    try {
      answer = await fetch(url, init)
    } catch (error) {
      if (init.signal?.aborted) throw init.signal.reason
      throw new StoreError(call, name, 'the server on this machine does not answer', { cause: error, transient: true })
    }
    if (!answer.ok && answer.status !== 404)
      throw new StoreError(call, name, `the server answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`, {
        full: answer.status === NO_ROOM,
      })
    if (answer.status === 404 && init.method === 'PUT') throw new StoreError(call, name, 'the server does not know this store')
    return answer
  }
}
