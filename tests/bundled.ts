import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Where bundles go: inside the packages' folder, so that what stays outside a bundle is found from there. */
const FOLDER = fileURLToPath(new URL('../node_modules/.cache/oneshot-tests/', import.meta.url))

/**
 * A module of tests as one plain file that Node itself loads. The test runner reaches every import of every module through a getter, for
 * mocks: where a test counts its calls by the hundred million, that is two thirds of its time. Lines of it are not counted as covered.
 */
export async function bundled<T>(module: URL): Promise<T> {
  mkdirSync(FOLDER, { recursive: true })
  const entry = fileURLToPath(module)
  const outfile = join(FOLDER, `${basename(entry, '.ts')}.${process.pid}.mjs`)
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as T
  } finally {
    rmSync(outfile)
  }
}
