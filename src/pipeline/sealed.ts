import { canonicalJson, sha256Hex } from '../film'
import type { ArtifactStore } from './artifact-store'

/** What is kept beside bytes: how to know them again, and whatever their maker adds. */
export interface Seal {
  readonly sha256: string
  readonly bytes: number
  readonly [key: string]: unknown
}

/** Where the seal of a file stands. */
export const sealName = (name: string): string => `${name}.meta.json`

/**
 * Writes bytes, and after them their SHA-256 beside them: a file that was cut off or changed later no longer fits its
 * seal, whatever order the disk kept.
 * @param meta plain JSON: what it is, where it was made.
 * @throws StoreError
 */
export async function writeSealed(
  store: ArtifactStore,
  name: string,
  bytes: Uint8Array,
  meta: Readonly<Record<string, unknown>> = {},
  signal?: AbortSignal,
): Promise<Seal> {
  const seal: Seal = { ...meta, sha256: await sha256Of(bytes), bytes: bytes.byteLength }
  await store.write(name, bytes, signal)
  await store.write(sealName(name), new TextEncoder().encode(canonicalJson(seal)), signal)
  return seal
}

/** Sealed bytes with their seal; undefined if either is missing or they do not fit each other. */
export async function readSealed(
  store: ArtifactStore,
  name: string,
): Promise<{ readonly bytes: Uint8Array; readonly seal: Seal } | undefined> {
  const seal = await readSeal(store, name)
  const bytes = seal && (await store.read(name))
  if (!seal || !bytes || bytes.byteLength !== seal.bytes || (await sha256Of(bytes)) !== seal.sha256) return
  return { bytes, seal }
}

/**
 * Why sealed bytes must be made, in words; undefined if they are there and whole. What a task's `missing` asks.
 */
export async function sealedMissing(store: ArtifactStore, name: string): Promise<string | undefined> {
  if (await readSealed(store, name)) return
  return (await store.has(name)) ? 'it is damaged' : 'it is not made yet'
}

/** Removes bytes with their seal, the seal first: what a task's `rollback` does. */
export async function removeSealed(store: ArtifactStore, name: string): Promise<void> {
  await store.remove(sealName(name))
  await store.remove(name)
}

/** The seal alone, unverified: its maker's notes without reading the bytes. */
export async function readSeal(store: ArtifactStore, name: string): Promise<Seal | undefined> {
  const text = await store.read(sealName(name))
  if (!text) return
  try {
    const seal: unknown = JSON.parse(new TextDecoder().decode(text))
    if (typeof seal !== 'object' || seal === null) return
    const { sha256, bytes } = seal as Record<string, unknown>
    return typeof sha256 === 'string' && typeof bytes === 'number' ? (seal as Seal) : undefined
  } catch {
    return
  }
}

/** Bytes from which the platform's own digest is quicker than ours. */
const LARGE = 1 << 16

/** SHA-256 in hex; by the platform's own digest where it has one and there is much to do. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const subtle = bytes.byteLength >= LARGE ? globalThis.crypto?.subtle : undefined
  if (!subtle) return sha256Hex(bytes)
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('')
}
