import type { z } from '../../film'
import type { Fields } from './plain-data'
import type { DataPath } from './read-yaml'
import { Production } from './schema'

type Issue = z.core.$ZodIssue

/** The part of a document that has a production's shape, so that the rest can be resolved whatever is wrong; the validator says what is. */
export function wellShaped(data: Fields): Fields {
  const parsed = Production.safeParse(data)
  if (parsed.success) return data
  const copy = structuredClone(data) as Record<string, unknown>
  // Taking the nearest alternative's faults out may leave something that fits no alternative at all.
  for (let issues: readonly Issue[] = parsed.error.issues, pass = 0; issues.length > 0 && pass < 4; pass++) {
    for (const issue of issues) for (const path of wrongPaths(issue, [])) remove(copy, path)
    issues = Production.safeParse(copy).error?.issues ?? []
  }
  return Production.safeParse(copy).success ? copy : {}
}

/** What is wrong by the alternative that the writer came nearest to: the one that goes wrong deepest down. */
function wrongPaths(issue: Issue, above: DataPath): DataPath[] {
  const path = [...above, ...issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p))]
  if (issue.code !== 'invalid_union') return [path]
  const branches = issue.errors.map((errors) => errors.flatMap((e) => wrongPaths(e, path)))
  const depth = (paths: readonly DataPath[]) => Math.min(...paths.map((p) => p.length))
  const inside = branches.filter((b) => b.length > 0 && depth(b) > path.length)
  return inside.sort((a, b) => depth(b) - depth(a))[0] ?? [path]
}

/** Takes a value out; in a list of things it leaves an empty one, so that the others keep their places. */
function remove(data: Record<string, unknown>, path: DataPath): void {
  let parent: unknown = data
  for (const step of path.slice(0, -1))
    parent = typeof parent === 'object' && parent !== null ? (parent as Record<string | number, unknown>)[step] : undefined
  const last = path.at(-1)
  if (typeof parent !== 'object' || parent === null || last === undefined) return
  if (Array.isArray(parent)) parent[Number(last)] = ''
  else delete (parent as Record<string, unknown>)[last]
}
