import { FileError } from '../../film'
import type { DataPath } from './read-yaml'
import { type Resolving, sayAt } from './resolve-bases'

/** Says that a file cannot be used by a browser, and what stands in for it. */
export const sayStandIn = (r: Resolving, path: DataPath, what: string, file: string, instead: string) =>
  sayAt(
    r,
    'warning',
    'film.stand-in',
    path,
    `${what} ${file} cannot be used here; ${instead}`,
    'describe it in words, and it is made from them',
    file,
  )

/** Says that something is asked for which nothing reads yet. */
export const sayNotYet = (r: Resolving, path: DataPath, what: string, remedy: string) =>
  sayAt(r, 'warning', 'film.not-yet', path, `${what} is kept, and changes no picture yet`, remedy)

/** Says why a file of the production is refused, where it is named. @throws `error` where it is no FileError. */
export function sayRefused(r: Resolving, path: DataPath, name: string, error: unknown): undefined {
  if (!(error instanceof FileError)) throw error
  const { rule, place, message, remedy, value } = error
  sayAt(r, 'error', rule, path, `${name}${place === '' ? '' : `, ${place}`}: ${message}`, remedy, value ?? name)
  return undefined
}
