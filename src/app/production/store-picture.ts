import { useEffect, useState } from 'react'
import { desk } from '../store/production'
import { storeFile } from '../store/store-file'

/** How many pictures are held at once; older ones are let go. */
const MOST_HELD = 400
const held = new Map<string, Promise<string | undefined>>()

/** A file of this page's store as a URL, to be revoked by its taker. */
export const fileUrl = (name: string, type: string) => storeFile(desk.store, name, type)

/** A small file as a URL of its own bytes: that of a file on the disk would break when a run writes the file again. */
async function copyUrl(name: string, type: string): Promise<string | undefined> {
  const bytes = await desk.store.read(name)
  return bytes && URL.createObjectURL(new Blob([bytes as BlobPart], { type }))
}

/** The URL of a picture in the store, held for all who show it; undefined if it is not there. */
export function pictureUrl(name: string): Promise<string | undefined> {
  const seen = held.get(name)
  if (seen) {
    held.delete(name)
    held.set(name, seen)
    return seen
  }
  const url = copyUrl(name, /\.png$/i.test(name) ? 'image/png' : 'image/jpeg').catch(() => undefined)
  held.set(name, url)
  if (held.size > MOST_HELD) {
    const [oldest, old] = held.entries().next().value as [string, Promise<string | undefined>]
    held.delete(oldest)
    void old.then((u) => u && URL.revokeObjectURL(u))
  }
  return url
}

/** The URL of a picture in the store for as long as it is shown; the picture before stays until the next is there. */
export function useStorePicture(name: string | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!name) return setUrl(undefined)
    let here = true
    void pictureUrl(name).then((u) => {
      if (here && u) setUrl(u)
    })
    return () => {
      here = false
    }
  }, [name])
  return url
}

/** A file of the store as a URL that is let go when it is no longer shown. */
export function useStoreFile(name: string | undefined, type: string): { readonly url: string; readonly bytes: number } | undefined {
  const [file, setFile] = useState<{ readonly url: string; readonly bytes: number }>()
  useEffect(() => {
    setFile(undefined)
    if (!name) return
    let mine: string | undefined
    let here = true
    void fileUrl(name, type).then((f) => {
      if (!f) return
      if (!here) return URL.revokeObjectURL(f.url)
      mine = f.url
      setFile(f)
    })
    return () => {
      here = false
      if (mine) URL.revokeObjectURL(mine)
    }
  }, [name, type])
  return file
}
