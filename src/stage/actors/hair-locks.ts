import { normalize, type Random, smoothstep, sub, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { lock } from './hair-lock'
import type { HairStyle } from './hair-styles'
import type { HeadContext } from './head'
import { clearOfBody } from './head-cap'
import { between, type Chart } from './head-chart'
import { HEAD_CENTRE } from './head-topology'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { tube } from './tube'

/** What the locks of a style are laid on. */
export interface HairGround {
  readonly b: MeshBuilder
  readonly context: HeadContext
  readonly body: Body
  readonly style: HairStyle
  readonly look: Look
  readonly bind: (p: Vec3) => Binding
  readonly chart: Chart
  /** Angle from the crown to the hairline by azimuth. */
  readonly hairline: (phi: number) => number
  /** Height of the shell. */
  readonly lift: (phi: number, s: number, d: Vec3) => number
  /** The side of the parting: hair is swept towards it. */
  readonly flip: number
  readonly covered: boolean
  readonly rng: Random
}

/** Spikes, ropes, a crest or a combed top over the mass, as the style has them; under a hat only what hangs out of it. */
export function layLocks(g: HairGround): void {
  const { over } = g.style
  if (over === 'ropes') ropes(g)
  else if (g.covered || over === 'none') return
  else if (over === 'spikes') spikes(g)
  else if (over === 'swept') swept(g)
  else crest(g)
}

const isFull = (g: HairGround) => g.context.detail === 'full'
const shade = (g: HairGround) => 0.97 + 0.13 * g.rng.range(-1, 1)

/** The shell's surface in a direction, moved out by `more`. */
const on = (g: HairGround, phi: number, s: number, more: number): Vec3 => {
  const d = g.chart.at(phi, s * g.hairline(phi))
  return g.context.surface(d, g.lift(phi, s, d) + more)
}
const skinned = (g: HairGround, d: Vec3, lift: number): Vec3 => g.context.surface(d, lift)

/** Rows of spikes from the crown to the edge: share of the way, how many all round, how long. Heads. */
const SPIKES: readonly (readonly [s: number, count: number, long: number])[] = [
  [0.06, 5, 0.13],
  [0.22, 8, 0.15],
  [0.4, 11, 0.15],
  [0.58, 14, 0.14],
  [0.76, 16, 0.11],
]

/** Tufts that stand up out of the mass, broad where they grow, leaning away from the crown; over the brow they rise, at ears and nape they lie. */
function spikes(g: HairGround): void {
  const { rng } = g
  for (const [row, [s, count, longest]] of SPIKES.entries()) {
    if (!isFull(g) && row % 2 === 1) continue
    for (let i = 0; i < count; i++) {
      const phi = ((i + 0.5 * (row % 2) + rng.range(-0.16, 0.16)) / count) * Math.PI * 2 - Math.PI
      const [turn, own] = [rng.range(-0.3, 0.3), rng.range(0.85, 1.2)]
      const tint = shade(g)
      const front = Math.max(0, Math.cos(phi)) ** 2
      // Below the crown short hair lies close at the sides and behind.
      const flat = smoothstep(0.35, 0.85, s) * (1 - front)
      const long = longest * own * (1 - 0.45 * flat)
      const root = on(g, phi, s, -0.03)
      const out = normalize(sub(root, HEAD_CENTRE))
      const flow = normalize(sub(on(g, phi + turn, Math.min(1, s + 0.12), 0), on(g, phi, s, 0)))
      // Over the brow they stand: what pointed at the lens would read as a stub.
      const brow = front * smoothstep(0.25, 0.7, s)
      const [off, along] = [0.75 - 0.35 * flat - 0.4 * brow, 0.5 + 0.7 * flat - 0.4 * brow]
      const way = normalize([
        out[0] * off + flow[0] * along,
        out[1] * off + flow[1] * along + 0.45 * (1 - flat) + 0.35 * brow,
        out[2] * off + flow[2] * along,
      ])
      // Bent a little towards where it leans.
      const p = (t: number): Vec3 =>
        [0, 1, 2].map((k) => root[k]! + (way[k]! * t + flow[k]! * (0.22 - 0.16 * brow) * t * t) * (long + 0.03)) as unknown as Vec3
      lock(g.b, g.context, [p(0), p(0.34), p(0.68), p(1)], {
        width: (isFull(g) ? 0.1 : 0.12) * (1 - 0.25 * flat),
        thick: 0.085 * (1 - 0.4 * flat),
        rows: isFull(g) ? 5 : 3,
        look: g.look,
        bind: g.bind,
        tint,
        profile: (t: number) => 1 - t ** 1.35,
      })
    }
  }
}

/** A long top combed over to one side above shaved sides. */
function swept(g: HairGround): void {
  const n = isFull(g) ? 12 : 7
  for (let i = 0; i < n; i++) {
    const t = i / (n - 1)
    const start = normalize([-g.flip * 0.42, 0.82, 0.55 - 1.1 * t])
    const end = normalize([g.flip * (0.98 - 0.25 * Math.max(0, 0.4 - t)), 0.3 - 0.12 * g.rng.next(), 0.62 - 1.0 * t])
    const p = (k: number, up: number) => skinned(g, between(start, end, k), 0.02 + up)
    lock(g.b, g.context, [p(-0.03, -0.02), p(0.3, 0.09), p(0.66, 0.085), p(1, 0.035)], {
      width: 0.085,
      thick: 0.04,
      rows: isFull(g) ? 8 : 5,
      look: g.look,
      bind: g.bind,
      tint: shade(g),
    })
  }
}

/** Locs or plaits: ropes from the scalp, hanging. */
function ropes(g: HairGround): void {
  const { style, rng, context } = g
  const m = context.headM
  const [radius, wild] = style.rope
  const plaited = radius < 0.03
  const n = isFull(g) ? (plaited ? 26 : 22) : 14
  for (let i = 0; i < n; i++) {
    const u = (i + 0.5) / n
    const side = i % 2 ? 1 : -1
    const phi = side * (0.85 + (Math.PI - 0.85) * u)
    const long = (style.temples + (style.fall - style.temples) * u) * rng.range(0.8, 1.1)
    const start = normalize([side * 0.04 + 0.2 * rng.range(-1, 1) * wild, 0.92, 0.62 - 1.05 * ((i * 0.618) % 1)])
    const edge = g.chart.at(phi, g.hairline(phi) * 0.97)
    const p = (k: number): Vec3 =>
      skinned(
        g,
        between(start, edge, k),
        (g.covered ? -0.004 : 0.022 + radius * 0.6) + (plaited || g.covered ? 0 : 0.025 * Math.sin(Math.PI * k)),
      )
    const e = p(1)
    const out = normalize([e[0], 0, e[2]])
    const sway = rng.range(-1, 1) * wild * 0.12
    const hang = (k: number): Vec3 =>
      clearOfBody(
        context,
        g.body,
        [
          e[0] + out[0] * 0.03 * Math.sin(k * 3) - out[2] * sway * k,
          e[1] - long * k,
          e[2] + out[2] * 0.03 * Math.sin(k * 3) + out[0] * sway * k,
        ],
        0.03,
      )
    const path = [...(g.covered ? [] : [p(0.02), p(0.35), p(0.7)]), e, hang(0.25), hang(0.5), hang(0.75), hang(1)]
    const tint = shade(g)
    tube(g.b, {
      path: path.map(context.toWorld),
      radius: (t) => {
        const w = radius * m * (plaited ? 1 : 1.08 - 0.22 * t)
        return [w, w]
      },
      sides: 5,
      look: g.look,
      bind: g.bind,
      tint: (t, a) => tint * (0.86 + 0.16 * Math.sin(a + t * (plaited ? 60 : 22))),
    })
  }
}

/** A crest from brow to nape. */
function crest(g: HairGround): void {
  const n = isFull(g) ? 11 : 7
  for (let i = 0; i < n; i++)
    for (const x of isFull(g) ? [-1, 1, 0] : [0]) {
      const t = i / (n - 1)
      const a = -0.15 + 2.25 * t
      const d = normalize([x * 0.09, Math.cos(a - 0.75), -Math.sin(a - 0.75)])
      const root = skinned(g, d, -0.005)
      const high = (0.27 - 0.15 * Math.abs(t - 0.4) ** 1.3) * (x === 0 ? 1.1 : 0.86) * g.rng.range(0.88, 1.1)
      const out = skinned(g, d, high)
      lock(
        g.b,
        g.context,
        [
          root,
          [(root[0] * 2 + out[0]) / 3, (root[1] * 2 + out[1]) / 3, (root[2] * 2 + out[2]) / 3 + 0.01],
          [out[0] * 0.8, out[1], out[2] - 0.06],
        ],
        {
          width: 0.085,
          thick: 0.05,
          rows: isFull(g) ? 5 : 3,
          look: g.look,
          bind: g.bind,
          tint: shade(g),
          profile: (k) => Math.sqrt(1 - 0.96 * k),
        },
      )
    }
}
