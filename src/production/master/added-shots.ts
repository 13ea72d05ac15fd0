import type { Beat, SceneShots, Shot } from '../../film'

/** A shot that a production cuts into a scene of the script. */
export interface AddedShot {
  /** Its name, as a key. */
  readonly name: string
  /** The planned shot that it comes after, by its place in the scene; 0: before the first. */
  readonly after: number
  readonly frames: number
  /** What is seen in it, made from an empty shot of that address and time. */
  readonly seen: (at: Pick<Shot, 'key' | 'address' | 'sceneKey' | 'startFrame' | 'frames' | 'part' | 'added'>) => Shot
}

const ends = (s: { readonly startFrame: number; readonly frames: number }): number => s.startFrame + s.frames

/**
 * A scene with shots cut in that its script does not ask for: while each is seen nothing is said or begun, and what follows is
 * that much later. Addresses are as a continuity supervisor gives them: what comes after `sh2` is `sh2A`, then `sh2B`; other
 * shots keep theirs. Where somebody is speaking over the cut, it comes in before the line, and the next shot has the line.
 */
export function withAddedShots(scene: SceneShots, added: readonly AddedShot[]): SceneShots {
  const planned = scene.shots
  return added.reduce((made, one, i) => {
    const after = Math.min(one.after, planned.length)
    const letters = added.slice(0, i).filter((o) => Math.min(o.after, planned.length) === after).length
    const of = planned[Math.max(0, after - 1)]
    if (!of) return made
    const address = `${of.address.replace(/\d+$/, String(after))}${String.fromCharCode(65 + (letters % 26)).repeat(1 + Math.floor(letters / 26))}`
    // Behind what was added there before.
    const index = made.shots.findIndex((s) => s.key === of.key) + (after === 0 ? 0 : 1 + letters)
    return cutIn(made, index, one, { address, of })
  }, scene)
}

/** @param index what its place in the scene is to be, from 0. */
function cutIn(
  scene: SceneShots,
  index: number,
  one: AddedShot,
  { address, of }: { readonly address: string; readonly of: Shot },
): SceneShots {
  const at = pauseAt(scene, index)
  const [before, behind] = [scene.shots[index - 1], scene.shots[index]]
  const earlier = before && behind ? ends(before) - at : 0
  const later = <T extends { readonly startFrame: number; readonly frames: number }>(s: T): T =>
    s.startFrame >= at ? { ...s, startFrame: s.startFrame + one.frames } : s
  const shots = scene.shots.map((s, i): Shot => {
    // What the shot before loses, the one behind has.
    if (i === index - 1) return { ...s, frames: s.frames - earlier }
    if (i === index) return { ...s, startFrame: s.startFrame + one.frames - earlier, frames: s.frames + earlier }
    return later(s)
  })
  const seen = one.seen({
    key: `${scene.sceneKey}.added-${one.name}`,
    address,
    sceneKey: scene.sceneKey,
    ...(of.part === undefined ? {} : { part: of.part }),
    added: one.name,
    startFrame: at,
    frames: one.frames,
  })
  const beats = scene.beats.map(later)
  const neighbour = scene.beats.findLast((b) => ends(b) <= at) ?? scene.beats[0]
  const pause: readonly Beat[] = neighbour
    ? [
        {
          key: `added-${one.name}`,
          kind: 'pause',
          element: neighbour.element,
          text: 'held',
          startFrame: at,
          frames: one.frames,
          line: neighbour.line,
        },
      ]
    : []
  return {
    ...scene,
    frames: scene.frames + one.frames,
    beats: [...beats, ...pause].toSorted((a, b) => a.startFrame - b.startFrame),
    shots: [...shots.slice(0, index), seen, ...shots.slice(index)],
  }
}

/** The frame of a cut; where a line or deed is under way there, the last frame of the shot before it at which none is, if it has any. */
function pauseAt({ shots, beats }: SceneShots, index: number): number {
  const [before, behind] = [shots[index - 1], shots[index]]
  if (!before) return behind?.startFrame ?? 0
  const cut = ends(before)
  const breaks = (t: number): boolean => beats.some((b) => b.startFrame < t && ends(b) > t)
  if (!breaks(cut) || behind?.startFrame !== cut) return cut
  const free = beats.flatMap((b) => [b.startFrame, ends(b)]).filter((t) => t > before.startFrame && t < cut && !breaks(t))
  return free.length > 0 ? Math.max(...free) : cut
}
