import { sha256Hex } from '../film'

/** Bytes from which the platform's own digest is quicker than ours. */
const LARGE = 1 << 16

/** SHA-256 in hex; by the platform's own digest where it has one and there is much to do. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const subtle = bytes.byteLength >= LARGE ? globalThis.crypto?.subtle : undefined
  if (!subtle) return sha256Hex(bytes)
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest, (b) => b.toString(16).padStart(2, '0')).join('')
}
