import { type ArtifactStore, OpfsStore } from '../../pipeline'

/** A store's file as a URL, to be revoked by its taker; disk-backed where the store is the browser's own, so that films are not copied into memory. */
export async function storeFile(
  store: ArtifactStore,
  name: string,
  type: string,
): Promise<{ readonly url: string; readonly bytes: number } | undefined> {
  const file = store instanceof OpfsStore ? await store.file(name) : undefined
  if (file) return { url: URL.createObjectURL(file.slice(0, file.size, type)), bytes: file.size }
  const bytes = await store.read(name)
  return bytes && { url: URL.createObjectURL(new Blob([bytes as BlobPart], { type })), bytes: bytes.byteLength }
}
