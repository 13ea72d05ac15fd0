/**
 * A path that a file names, from the production's folder; undefined when it leads out of it, is absolute, or is an
 * address of the web.
 */
export function resolvePath(from: string, path: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[\\/~])/i.test(path)) return
  const parts = from.split('/').slice(0, -1)
  for (const step of path.split(/[\\/]/)) {
    if (step === '' || step === '.') continue
    if (step !== '..') parts.push(step)
    else if (parts.pop() === undefined) return
  }
  return parts.join('/')
}
