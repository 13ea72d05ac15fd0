import { add, type CharacterSpec, distance, random, type ShotSlice, scale, sub, VERBS, type Vec3, type Whereabouts } from '../../src/film'
import { gripOf } from '../../src/motion'
import { faults, look, type Seen, slide, worstJump } from './checks'
import { act, go, performance, person, sliceOf, stay } from './slices'

/** Somebody of any age, size and build. */
export function anybody(key: string): CharacterSpec {
  const r = random(`anybody/${key}`)
  const age = r.chance(0.15) ? r.range(7, 15) : r.range(16, 88)
  return person(key, {
    age,
    heightM: age < 12 ? r.range(1.2, 1.45) : r.range(1.5, 2),
    build: r.next(),
    muscle: r.next(),
    stoop: r.next() * 0.7,
    sex: r.chance(0.5) ? 'male' : 'female',
  })
}

/** Acts for two: what the one does, what the other does and how much later, how far apart, for how long. */
const PAIRS = [
  ['hug', 'hug', 0, 0.72, 2.4],
  ['kiss', 'kiss', 0, 0.72, 2.4],
  ['shake-hands', 'shake-hands', 0, 0.86, 2.2],
  ['hand-over', 'receive', 0, 0.86, 2],
  ['punch', 'flinch', 0.4, 0.78, 0.9],
  ['slap', 'flinch', 0.4, 0.72, 0.9],
  ['whisper', 'lean-in', 0.3, 0.72, 2.8],
] as const
const NOT_HERE = new Set<string>([...PAIRS.flatMap(([a, b]) => [a, b]), 'fall', 'die'])
const ALONE = VERBS.filter((v) => !NOT_HERE.has(v) || v === 'flinch')
const FAST = new Set<string>(['throw', 'kick', 'punch', 'slap', 'jump', 'fall', 'die'])

/** One walks up to another, they do something together, one walks off, each goes on alone: about eight seconds at twelve frames. */
export interface AnyScene {
  readonly slice: ShotSlice
  readonly name: string
  /** When hands hold on to each other, if they do. */
  readonly clasp: number | undefined
  readonly fast: boolean
}

export function anyScene(key: string): AnyScene {
  const r = random(`scene/${key}`)
  const cast = [anybody(`${key}-a`), anybody(`${key}-b`)]
  const [a, b] = cast.map((c) => c.key) as [string, string]
  const [does, answers, late, apart, long] = r.pick(PAIRS)
  const turn = r.range(-3, 3)
  const dir: Vec3 = [Math.sin(turn), 0, Math.cos(turn)]
  const to = scale(dir, -apart)
  const far = add(to, scale([Math.sin(turn + r.range(-0.9, 0.9)), 0, Math.cos(turn + r.range(-0.9, 0.9))], -r.range(0.8, 2)))
  const walk = distance(far, to) / 1.15 + 0.4
  const t = 0.3 + walk + 0.2
  const end = t + late + long + 0.2
  // Then a few steps away: leaning and bowing want room.
  const back = add(to, scale([Math.sin(turn + r.range(-0.8, 0.8)), 0, Math.cos(turn + r.range(-0.8, 0.8))], -1.1))
  const where: Whereabouts[] = [
    stay(far, turn, 'stand', 0, 0.3),
    go([far, to], 0.3, 0.3 + walk),
    stay(to, turn, 'stand', 0.3 + walk, end),
    go([to, back], end, end + 1.8),
    stay(back, turn, 'stand', end + 1.8, 20),
  ]
  const stance = r.pick(['stand', 'stand', 'lean', 'kneel', 'crouch'] as const)
  const other: Whereabouts[] = [stay([0, 0, 0], turn + Math.PI, 'stand', 0, end), stay([0, 0, 0], turn + Math.PI, stance, end, 20)]
  const alone = [r.pick(ALONE), r.pick(ALONE)] as const
  const more = { energy: r.range(0.2, 1) }
  const gives = does === 'hand-over'
  const slice = sliceOf(
    [
      performance(a, {
        where,
        acts: [act(does, t, t + long, { to: b, hand: 'right', ...more }), act(alone[0], end + 2.2, end + 3.6, more)],
        speech: [{ t0: 0.4, t1: 2.4, text: 'I never thought that you would come back here.', energy: r.next() }],
        gaze: [{ kind: 'actor', t0: 0.1, actor: b }],
      }),
      performance(b, {
        where: other,
        acts: [
          act(answers, t + late, t + late + long, { to: a, hand: 'right', ...more }),
          act(alone[1], end + 1.2, end + 3, { ...more, hand: r.pick(['left', 'right', 'both'] as const) }),
        ],
        gaze: [{ kind: 'actor', t0: 0, actor: a }],
      }),
    ],
    {
      cast,
      shot: {
        key: `any~${key}`,
        fps: { num: 12, den: 1 },
        frames: Math.ceil((end + 3.7) * 12),
        props: gives
          ? [
              {
                key: 'cup',
                prop: 'cup',
                states: [
                  { kind: 'held', t0: 0, by: a, hand: 'right' },
                  { kind: 'held', t0: t + 1, by: b, hand: 'right' },
                ],
              },
            ]
          : [],
      },
    },
  )
  return {
    slice,
    name: `${key}: ${does}, ${alone.join(', ')}, ${stance}`,
    clasp: does === 'shake-hands' ? t + 1 : undefined,
    fast: [does, ...alone].some((v) => FAST.has(v)),
  }
}

/** Shortest distance between two straight stretches, by sampling. */
function between(a: Vec3, b: Vec3, c: Vec3, d: Vec3): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i <= 4; i++) {
    const p = add(a, scale(sub(b, a), i / 4))
    for (let k = 0; k <= 4; k++) best = Math.min(best, distance(p, add(c, scale(sub(d, c), k / 4))))
  }
  return best
}

/** Trunks and heads of two people that are inside each other. */
function collisions(s: Seen): string[] {
  const [a, b] = s.joints
  if (!a || !b) return []
  const out: string[] = []
  const deep = s.figures.map((f) => f.heightM * 0.062)
  const trunks = between(a.hips.position, a.upperChest.position, b.hips.position, b.upperChest.position)
  if (trunks < (deep[0]! + deep[1]!) * 0.95) out.push(`frame ${s.state.frame}: trunks ${trunks.toFixed(3)} apart`)
  const head = (j: typeof a, i: number): Vec3 => add(j.head.position, [0, 0.32 * s.figures[i]!.headM, 0])
  const heads = distance(head(a, 0), head(b, 1))
  if (heads < 0.3 * (s.figures[0]!.headM + s.figures[1]!.headM)) out.push(`frame ${s.state.frame}: heads ${heads.toFixed(3)} apart`)
  return out
}

/** Everything wrong with a scene: numbers, joints, feet, jumps, bodies in each other, hands that miss. */
export function wrongWith(scene: AnyScene): string[] {
  const seen = look(scene.slice)
  const out: string[] = []
  for (const who of [0, 1]) {
    out.push(...seen.flatMap((s) => faults(s, who)).slice(0, 2))
    const s = slide(seen, who)
    if (s > 0.01) out.push(`actor ${who} slides ${s.toFixed(4)}`)
    const jump = worstJump(seen, who)
    // Nine metres a second for a fist or a kick of somebody of 1.72 m, six and a half for anything else.
    if (jump.metres > (scene.fast ? 0.44 : 0.31) * seen[0]!.figures[who]!.heightM) out.push(`actor ${who} jumps ${JSON.stringify(jump)}`)
  }
  out.push(...seen.flatMap(collisions).slice(0, 1))
  if (scene.clasp !== undefined) {
    const s = seen[Math.round(scene.clasp * 12)]!
    const [p, q] = [0, 1].map((i) => gripOf(s.figures[i]!, s.state.actors[i]!, 1).position)
    if (distance(p!, q!) > 0.01) out.push(`hands ${distance(p!, q!).toFixed(3)} apart`)
  }
  return out.map((e) => `${scene.name}: ${e}`)
}

/** Frames in which somebody's head and eyes do not look at a point they can see, degrees off at the worst. */
export function looksAt(key: string): { readonly off: number; readonly head: number } {
  const r = random(`looks/${key}`)
  const who = anybody(key)
  const at: Vec3 = [r.range(-1.5, 1.5), r.range(0.8, 2), r.range(1.2, 4)]
  const slice = sliceOf(
    [
      performance(who.key, {
        where: [stay([0, 0, 0], 0, r.pick(['stand', 'sit', 'lean'] as const), 0, 9, 0.45)],
        gaze: [
          { kind: 'ahead', t0: 0 },
          { kind: 'point', t0: 0.5, at },
        ],
      }),
    ],
    { cast: [who] },
  )
  const s = look(slice, 49, 48)[1]!
  const j = s.joints[0]!
  const eyes = scale(add(j.leftEye.position, j.rightEye.position), 0.5)
  const to = sub(at, eyes)
  const angle = (q: readonly number[]): number => {
    const [x, y, z, w] = q as [number, number, number, number]
    const f: Vec3 = [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)]
    return (Math.acos(Math.min(1, (f[0] * to[0] + f[1] * to[1] + f[2] * to[2]) / Math.hypot(...to))) * 180) / Math.PI
  }
  return { off: angle(j.leftEye.quaternion), head: angle(j.head.quaternion) }
}
