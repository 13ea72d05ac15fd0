/** Milliseconds after which a browser has taken what it was handed. */
const TAKEN_MS = 10_000

/** Hands something to the reader as a file to keep. @param type MIME type. */
export function saveFile(name: string, content: string | Uint8Array, type = 'text/plain'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS)
}
