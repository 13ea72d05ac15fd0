import { zipSync } from 'fflate'

/** A date for all files in a zip, so that equal contents make equal bytes: the earliest that zip knows. */
const ZIP_DATE = new Date(1980, 0, 1)

/**
 * Files by name as one zip.
 * @param level 0 stores them as they are, which is right for pictures and films; 9 makes them as small as can be.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array>, level: 0 | 6 | 9): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(files), { level, mtime: ZIP_DATE }) as Uint8Array<ArrayBuffer>
}
