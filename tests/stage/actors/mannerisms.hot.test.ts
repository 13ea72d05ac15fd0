import { expect, test } from 'vitest'
import { BONES, type Mannerism } from '../../../src/film'
import { frameState } from '../../../src/motion'
import { scoresOf } from '../../../src/motion/score'
import { type ActorGeometry, type ActorMesh, buildActor } from '../../../src/stage/actors'
import { idle, somebody } from '../../motion/with-mannerism'
import { skinMesh } from './skin-mesh'

/** A vertex in the world with its normal and the bone that carries most of it. */
interface Point {
  readonly p: readonly [number, number, number]
  readonly n: readonly [number, number, number]
  readonly bone: string
}

function pointsOf(g: ActorGeometry, mesh: ActorMesh, state: Parameters<typeof skinMesh>[2]): Point[] {
  const { positions, normals } = skinMesh(g, mesh, state)
  return Array.from({ length: positions.length / 3 }, (_, v): Point => {
    let best = 0
    for (let k = 1; k < 4; k++) if (mesh.skinWeights[v * 4 + k]! > mesh.skinWeights[v * 4 + best]!) best = k
    return {
      p: [positions[v * 3]!, positions[v * 3 + 1]!, positions[v * 3 + 2]!],
      n: [normals[v * 3]!, normals[v * 3 + 1]!, normals[v * 3 + 2]!],
      bone: BONES[mesh.skinIndices[v * 4 + best]!] ?? '',
    }
  })
}

const HAND = /^(?:left|right)(?:Hand|Fingers|Index|Thumb)$/

/**
 * How near a hand comes to what it is at, and how deep it goes in, metres: against the nearest vertex of the other part, by its
 * normal. `deep` is positive inside.
 */
function contact(m: Mannerism, key: string, at: RegExp): { readonly gap: number; readonly deep: number } {
  const spec = somebody(m, key)
  const slice = idle(spec)
  const { t0, t1, hand } = scoresOf(slice)[0]!.bouts[0]!
  const g = buildActor(spec, 'full')
  let gap = Number.POSITIVE_INFINITY
  let deep = 0
  for (const u of [0.45, 0.55]) {
    const state = frameState(slice, Math.round((t0 + (t1 - t0) * u) * 12)).actors[0]!
    const all = [...pointsOf(g, g.body, state), ...pointsOf(g, g.head, state)]
    const side = at.source.includes('other') ? (hand === 'left' ? 'right' : 'left') : ''
    const hands = all.filter((v) => HAND.test(v.bone) && v.bone.startsWith(hand))
    const other = side ? all.filter((v) => HAND.test(v.bone) && v.bone.startsWith(side)) : all.filter((v) => at.test(v.bone))
    for (const a of hands) {
      let least = Number.POSITIVE_INFINITY
      let out = 0
      for (const b of other) {
        const d = [a.p[0] - b.p[0], a.p[1] - b.p[1], a.p[2] - b.p[2]] as const
        const far = d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
        if (far >= least) continue
        least = far
        out = d[0] * b.n[0] + d[1] * b.n[1] + d[2] * b.n[2]
      }
      gap = Math.min(gap, Math.sqrt(least))
      if (least < 0.03 ** 2) deep = Math.max(deep, -out)
    }
  }
  return { gap, deep }
}

const HEAD = /^(?:head|jaw|neck|leftEye|rightEye)$/
const OTHER = /other/
const TRUNK = /^(?:spine|chest|upperChest|neck|(?:left|right)(?:Shoulder|UpperArm))$/
const AT: Readonly<Partial<Record<Mannerism, RegExp>>> = {
  'pushes-glasses': HEAD,
  'strokes-chin': HEAD,
  'strokes-beard': HEAD,
  'scratches-head': HEAD,
  'tugs-ear': HEAD,
  'rubs-nose': HEAD,
  'pinches-nose': HEAD,
  'rubs-eyes': HEAD,
  'rubs-temple': HEAD,
  'wipes-brow': HEAD,
  'bites-nails': HEAD,
  'twirls-hair': HEAD,
  'tucks-hair': HEAD,
  'combs-hair': HEAD,
  'rubs-hands': OTHER,
  'wrings-hands': OTHER,
  'steeples-fingers': OTHER,
  'picks-nails': OTHER,
  'fixes-tie': TRUNK,
  'fixes-collar': TRUNK,
  'fingers-necklace': TRUNK,
  'dusts-shoulder': TRUNK,
  'rubs-arm': TRUNK,
}

test('hands of mannerisms touch what they are at, within a centimetre, and do not go into it', { timeout: 120_000 }, () => {
  const wrong: string[] = []
  for (const [m, at] of Object.entries(AT) as [Mannerism, RegExp][])
    for (const key of ['', 'b']) {
      const { gap, deep } = contact(m, key, at)
      if (gap > 0.01) wrong.push(`${m} ${key}: ${(gap * 100).toFixed(1)} cm off`)
      // Fingers go into hair and beards.
      if (deep > (/hair|beard/.test(m) ? 0.03 : 0.018)) wrong.push(`${m} ${key}: ${(deep * 100).toFixed(1)} cm in`)
    }
  expect(wrong).toEqual([])
})
