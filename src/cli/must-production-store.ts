import { readFile } from 'node:fs/promises'
import { readSegment } from '../encode'
import { sha256Hex } from '../film'
import { listStore, storeFile } from './store-folder'

const META = '.meta.json'

/**
 * Everything in a store folder that is not what it says it is: files that do not fit the SHA-256 beside them, segments
 * that cannot be read or are named for something else, JSON and pictures that are cut off.
 */
export async function storeFaults(folder: string): Promise<string[]> {
  const names = await listStore(folder)
  const bytesOf = (name: string) => readFile(storeFile(folder, name))
  const faults: string[] = []
  for (const name of names) {
    const bytes = await bytesOf(name)
    if (name.endsWith('.seg')) {
      const fault = segmentFault(name, bytes)
      if (fault) faults.push(fault)
    } else if (name.endsWith('.json')) {
      const data = parsed(bytes)
      if (data === undefined) faults.push(`${name}: no JSON`)
      else if (name.endsWith(META)) {
        const about = `${name.slice(0, -META.length)}.json`
        if (names.includes(about) && sha256Hex(new Uint8Array(await bytesOf(about))) !== data.sha256)
          faults.push(`${about}: does not fit its hash`)
      }
    } else if (name.endsWith('.jpg') && !(bytes[0] === 0xff && bytes.at(-1) === 0xd9)) faults.push(`${name}: cut off`)
  }
  return faults
}

function segmentFault(name: string, bytes: Uint8Array): string | undefined {
  try {
    const { key } = readSegment(new Uint8Array(bytes))
    return name.includes(key.slice(0, 40)) ? undefined : `${name}: holds ${key}`
  } catch (error) {
    return `${name}: ${(error as Error).message}`
  }
}

function parsed(bytes: Uint8Array): { readonly sha256?: unknown } | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as { readonly sha256?: unknown }
  } catch {
    return undefined
  }
}
