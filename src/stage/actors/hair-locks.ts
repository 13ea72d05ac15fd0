import { normalize, type Random, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { lock } from './hair-lock'
import type { HairStyle } from './hair-styles'
import type { HeadContext } from './head'
import { clearOfBody } from './head-cap'
import { between, type Chart } from './head-chart'
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

/** Short spikes in staggered rows. */
function spikes(g: HairGround): void {
  const { style, rng, flip } = g
  const rows = isFull(g) ? 6 : 3
  for (let r = 0; r < rows; r++) {
    const s0 = 0.05 + 0.76 * (r / (rows - 1))
    const count = Math.round(isFull(g) ? 6 + 11 * s0 : 5 + 7 * s0)
    for (let i = 0; i < count; i++) {
      const phi = ((i + 0.5 * (r % 2)) / count) * Math.PI * 2 - Math.PI + rng.range(-0.03, 0.03)
      const [turn, up, long] = [rng.range(-0.34, 0.34), rng.range(0.6, 1.25), rng.range(0.75, 1.2)]
      const tint = shade(g)
      const frontal = Math.max(0, Math.cos(phi)) ** 2
      const bend = (0.5 * turn + 0.55 * style.sweep * flip * frontal) * (0.4 + s0)
      // No spike grows over the ear.
      const end = Math.min(s0 + 0.3 * long, 1)
      if (end - s0 < 0.12) continue
      const p = (t: number) => on(g, phi + bend * t * t, Math.min(s0 + (end - s0) * t, 1.0), 0.004 + 0.1 * up * t ** 1.5)
      lock(g.b, g.context, [on(g, phi, Math.max(0.02, s0 - 0.1), -0.02), p(0.35), p(0.7), p(1)], {
        width: isFull(g) ? 0.06 : 0.075,
        thick: 0.05,
        rows: isFull(g) ? 4 : 3,
        look: g.look,
        bind: g.bind,
        tint,
        // Broad where it leaves its neighbours, then to a point.
        profile: (t: number) => Math.min(1, 0.7 + t) * (1 - t ** 1.6) ** 0.9,
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
