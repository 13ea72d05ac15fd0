import type { CameraMove, Framing, Shot, ShotSize } from '../../film'
import type { Choice, Coverage } from './coverage'

/** A choice, with what most shots have: eye level. */
export function shot(
  size: ShotSize,
  framing: Framing,
  move: CameraMove,
  subjects: readonly string[],
  because: Choice['because'],
  more: { over?: string; object?: string; angle?: Shot['angle'] } = {},
): Choice {
  return {
    size,
    framing,
    move,
    angle: more.angle ?? 'eye',
    subjects,
    because,
    ...(more.over ? { over: more.over } : {}),
    ...(more.object ? { object: more.object } : {}),
  }
}

/** The place itself: where we are, or what is in it. */
export function place(c: Coverage, r: number, opening: boolean): Choice {
  const people = c.montage ? [] : c.here
  if (opening && people.length > 0) return master(c, 'opens the scene: who is here, and where')
  if (!opening && c.throughWindow)
    return shot(
      'CU',
      'insert',
      'static',
      [],
      { framing: 'insert: what goes on is at the window', size: 'close, so that the window fills the frame' },
      { object: 'window' },
    )
  if (opening || c.sinceWide > 0 || !c.things.length) {
    const size: ShotSize = c.interior ? 'WS' : opening || r < 0.5 ? 'EWS' : 'WS'
    const opens: CameraMove = c.interior
      ? r < 0.6
        ? 'push-in'
        : r < 0.85
          ? 'truck'
          : 'pedestal'
      : r < 0.6
        ? 'crane'
        : r < 0.8
          ? 'drone'
          : 'pan'
    const move: CameraMove = opening ? opens : r < 0.4 ? 'pan' : r < 0.75 ? 'push-in' : 'static'
    return shot(
      size,
      'establishing',
      move,
      [],
      {
        framing: opening ? 'establishing shot: shows where we are' : 'the place alone: nobody acts in this line',
        size: 'wide, so that the place can be read',
        move: 'a slow move keeps an empty frame alive',
      },
      { angle: !c.interior && opening ? 'high' : 'eye' },
    )
  }
  const object = c.things[0]!
  return shot(
    'CU',
    'insert',
    'push-in',
    [],
    {
      framing: `insert: the line is about the ${object}`,
      size: 'close, so that the thing fills the frame',
      move: 'a slow push draws the eye',
    },
    { object },
  )
}

/** Everybody who is here, and the place. */
export function master(c: Coverage, why: string): Choice {
  const subjects = c.here.slice(0, 6)
  const crowd = subjects.length > 2 || subjects.some((k) => c.isGroup(k))
  return shot('WS', 'master', c.first ? 'push-in' : 'static', subjects, {
    framing: `master: ${why}`,
    size: crowd ? 'wide enough for everybody' : 'wide enough for the place and the people in it',
    ...(c.first ? { move: 'a slow push leads into the scene' } : {}),
  })
}
