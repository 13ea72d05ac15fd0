import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this package, found from wherever this file was bundled to. @throws Error if it was moved out of it. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'oneshot') return folder
    if (folder === dirname(folder)) throw new Error('oneshot: its package.json is not above its code: install it again')
  }
}

/** The version in package.json. */
export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version
}

/** The built page. @throws Error with the remedy if it was never built. */
export function appFolder(): string {
  const folder = join(packageRoot(), 'dist', 'app')
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`the page is not built: ${folder} has no index.html (run npm run build)`)
  return folder
}
