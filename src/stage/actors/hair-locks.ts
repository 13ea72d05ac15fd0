import { normalize, type Random, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import { between, type Chart, curl, lock } from './hair-lock'
import type { HairStyle } from './hair-styles'
import type { HeadContext } from './head'
import { clearOfBody } from './head-cap'
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

/** Locks, curls, ropes or a crest over the shell, as the style has them; under a hat only what hangs out of it. */
export function layLocks(g: HairGround): void {
  const { over } = g.style
  if (over === 'hung') hung(g)
  else if (over === 'ropes') ropes(g)
  else if (g.covered || over === 'none') return
  else if (over === 'tufts') tufts(g, 0.06, 0)
  else if (over === 'parted') parted(g)
  else if (over === 'quiff') {
    tufts(g, 0.3, 0)
    quiff(g)
  } else if (over === 'wreath') tufts(g, 0.66, 1.15)
  else if (over === 'swept') swept(g)
  else if (over === 'back') back(g)
  else if (over === 'curls') curls(g)
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

/** Short overlapping locks in staggered rows from a share of the way down; none nearer to the front than azimuth `bare`. */
function tufts(g: HairGround, from: number, bare: number): void {
  const { style, rng, flip } = g
  const [length, tip, wild, width] = style.tuft
  const rows = isFull(g) ? 4 : 3
  for (let r = 0; r < rows; r++) {
    const s0 = from + (0.8 - from) * (r / (rows - 1))
    const count = Math.round((isFull(g) ? 7 : 5) + 6 * s0)
    for (let i = 0; i < count; i++) {
      const phi = ((i + 0.5 * (r % 2)) / count) * Math.PI * 2 - Math.PI + rng.range(-0.1, 0.1) * wild
      const [turn, up, long] = [rng.range(-1, 1) * wild, rng.range(0.5, 1.2), rng.range(0.8, 1.15)]
      const tint = shade(g)
      if (Math.abs(phi) < bare) continue
      const frontal = Math.max(0, Math.cos(phi)) ** 2
      const bend = (0.5 * turn + 0.55 * style.sweep * flip * frontal) * (0.4 + s0)
      // No lock grows over the ear.
      const end = Math.min(s0 + length * long, 1.04 + (Math.abs(phi) < 0.9 ? style.fringe * 0.012 : 0))
      if (end - s0 < 0.12) continue
      const p = (t: number) => on(g, phi + bend * t * t, Math.min(s0 + (end - s0) * t, 1.0), 0.006 + tip * up * t * t)
      const last = on(g, phi + bend, 1, 0.012 + tip * up)
      const over = end > 1 ? Math.max(0, end - 1) * 0.9 : 0
      const tipPoint: Vec3 = end > 1 ? [last[0], last[1] - over, last[2] + over * 0.25 * Math.cos(phi)] : p(1)
      lock(g.b, g.context, [on(g, phi, Math.max(0.02, s0 - 0.08), -0.012), p(0.35), p(0.7), tipPoint], {
        width,
        thick: 0.02 + tip * 0.25,
        rows: isFull(g) ? 5 : 3,
        look: g.look,
        bind: g.bind,
        tint,
        // Spikes run to a point; combed hair keeps its breadth.
        ...(tip > 0.1 ? { profile: (t: number) => (1 - t) ** 0.7 } : {}),
      })
    }
  }
}

/** From a parting over the top and down both sides. */
function parted(g: HairGround): void {
  const { flip, rng } = g
  const n = isFull(g) ? 9 : 6
  for (const side of [flip, -flip])
    for (let i = 0; i < n; i++) {
      const t = i / (n - 1)
      const start = normalize([-flip * 0.3, 0.86 - 0.24 * Math.max(0, 0.5 - t), 0.62 - 1.15 * t])
      const long = side === flip
      const phi = side * (long ? 0.42 + 2.3 * t : 0.75 + 2.0 * t)
      const end = g.chart.at(phi, g.hairline(phi) * (long ? 0.97 : 0.95))
      const rise = long ? 0.05 * (1 - t) : 0
      const wobble = rng.range(-0.006, 0.006)
      const p = (k: number): Vec3 => {
        const d = between(start, end, k)
        return skinned(g, d, g.lift(phi, 0.25 + 0.6 * k, d) + 0.008 + rise * Math.sin(k * Math.PI) + wobble * k)
      }
      lock(g.b, g.context, [p(-0.03), p(0.3), p(0.62), p(1)], {
        width: 0.078,
        thick: 0.03,
        rows: isFull(g) ? 7 : 4,
        look: g.look,
        bind: g.bind,
        tint: shade(g),
      })
    }
}

/** A front that rises and rolls back. */
function quiff(g: HairGround): void {
  const n = isFull(g) ? 11 : 7
  for (let row = 0; row < 2; row++)
    for (let i = 0; i < n; i++) {
      const u = (i / (n - 1)) * 2 - 1
      const phi = u * 0.62
      const high = (0.19 - 0.07 * u * u) * (row ? 0.8 : 1) * g.rng.range(0.85, 1.12)
      const s = 0.96 - 0.24 * row
      const root = on(g, phi, s, 0)
      const far = on(g, phi * 0.8 + 0.1 * g.flip, 0.3 - 0.1 * row, 0.05)
      lock(
        g.b,
        g.context,
        [
          root,
          [root[0] + g.flip * 0.01, root[1] + high * 0.75, root[2] + 0.055 - 0.03 * row],
          [root[0] + g.flip * 0.03, root[1] + high * 1.12, root[2] - 0.06],
          far,
        ],
        { width: 0.088, thick: 0.03, rows: isFull(g) ? 7 : 4, look: g.look, bind: g.bind, tint: shade(g) },
      )
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

/** Hair drawn back from the whole hairline to one place. */
function back(g: HairGround): void {
  const n = isFull(g) ? 20 : 12
  const knot = normalize([0, g.context.spec.hair.style === 'braid' ? 0.02 : 0.3, -0.85])
  for (let i = 0; i < n; i++) {
    const phi = ((i + 0.5) / n) * Math.PI * 2 - Math.PI
    if (Math.abs(phi) > 2.75) continue
    const start = g.chart.at(phi, g.hairline(phi) * 0.985)
    const over = g.chart.at(phi * 0.94, g.hairline(phi) * 0.45)
    const p = (k: number): Vec3 => {
      const d =
        k < 0.5 && Math.abs(phi) < 1.9
          ? between(start, over, k * 2)
          : between(Math.abs(phi) < 1.9 ? over : start, knot, Math.abs(phi) < 1.9 ? k * 2 - 1 : k)
      return skinned(g, d, g.lift(phi, 0.5, d) + 0.004)
    }
    lock(g.b, g.context, [skinned(g, start, -0.012), p(0.2), p(0.5), p(0.75), p(1)], {
      width: 0.088,
      thick: 0.01,
      rows: isFull(g) ? 7 : 4,
      look: g.look,
      bind: g.bind,
      tint: shade(g),
      profile: (t) => 0.55 + 0.45 * Math.sin(Math.PI * Math.min(1, t + 0.12)),
    })
  }
}

/** On the head, but behind, below where it is widest, straight down from there: hair that hangs does not follow the nape. */
function draped(g: HairGround, d: Vec3, lift: number): Vec3 {
  const p = skinned(g, d, lift)
  const share = smoothstep(0.12, -0.3, d[1]) * smoothstep(0.15, -0.35, d[2])
  if (share === 0) return p
  const out = normalize([d[0], 0, d[2]])
  const widest = skinned(g, out, lift)
  const short = (widest[0] - p[0]) * out[0] + (widest[2] - p[2]) * out[2]
  const by = Math.max(0, short - 0.03) * share
  return [p[0] + out[0] * by, p[1], p[2] + out[2] * by]
}

/** Long hair: two layers of locks from the parting over the head and down, lying on shoulders and back. */
function hung(g: HairGround): void {
  const { style, rng, context, flip } = g
  const straight = style.wave === 0
  const bob = style.fall < 0.45
  const fringe = style.fringe > 8
  const partX = fringe ? 0 : -flip * (straight ? 0.06 : 0.26)
  const layers = isFull(g) ? 2 : 1
  for (let layer = 0; layer < layers; layer++)
    for (const side of [1, -1]) {
      const n = isFull(g) ? 8 : 7
      for (let i = 0; i < n; i++) {
        const t = (i + 0.5 * layer) / (n - 0.5)
        const phi = side * (0.98 + (Math.PI - 0.98) * t)
        const long =
          (style.temples + (style.fall - style.temples) * Math.min(1, t * 2)) * (bob ? 1 : rng.range(0.86, 1.06)) * (layer ? 0.9 : 1)
        const start = normalize([partX + side * 0.03, 0.9, 0.6 - 1.0 * t])
        const edge = g.chart.at(phi, g.hairline(phi) * 0.98)
        const from = g.covered ? 0.86 : 0
        const more = 0.006 + 0.014 * (1 - layer)
        const p = (k: number): Vec3 => {
          const d = between(start, edge, k)
          // The front hair arches over the temple instead of lying on the brow.
          // And it grows out of the parting: what begins beside it would leave a notch.
          const root = g.covered ? 0 : 0.04 * Math.max(0, 1 - k / 0.16)
          return draped(g, d, g.lift(phi, 0.3 + 0.5 * k, d) + more - root + (g.covered ? 0 : 0.022 * Math.sin(Math.PI * k)))
        }
        const e = p(1)
        const out = normalize([e[0], 0, e[2]])
        const hang = (k: number): Vec3 => {
          const turned = bob ? 0.05 * Math.sin(k * Math.PI) - 0.05 * k * k : 0.018 + 0.012 * k
          const wave = style.wave * Math.sin(k * 9 + i * 1.3 + layer * 2)
          const across = style.wave * 0.8 * Math.cos(k * 9 + i * 1.3)
          const fore = t < 0.25 ? -0.03 * k : 0
          return clearOfBody(
            context,
            g.body,
            [e[0] + out[0] * (turned + wave) - out[2] * across, e[1] - long * k, e[2] + out[2] * (turned + wave) + out[0] * across + fore],
            0.03,
          )
        }
        const down = [0.2, 0.4, 0.6, 0.8, 1].map(hang)
        lock(g.b, context, [p(from), ...(g.covered ? [] : [p(0.14), p(0.4), p(0.7)]), e, ...down], {
          width: bob ? 0.1 : 0.096,
          thick: 0.036,
          rows: isFull(g) ? 13 : 6,
          look: g.look,
          bind: g.bind,
          tint: shade(g) * (layer ? 0.9 : 1),
          profile: bob
            ? (k) => 0.45 + 0.55 * Math.min(1, k * 2.4)
            : (k) => (0.4 + 0.6 * Math.min(1, k * 2.6)) * (1 - 0.75 * Math.max(0, (k - 0.72) / 0.28) ** 1.5),
        })
      }
    }
  if (fringe && !g.covered)
    for (let i = 0; i < 9; i++) {
      const u = (i / 8) * 2 - 1
      const phi = u * 0.85
      const top = g.chart.at(phi * 0.6, 0.3)
      const end = g.chart.at(phi, g.hairline(phi) + (0.16 + 0.03 * u * u) * (1 + 0.08 * rng.range(-1, 1)))
      const p = (k: number) => skinned(g, between(top, end, k), 0.05 - 0.022 * k + 0.02 * Math.sin(Math.PI * k))
      lock(g.b, context, [p(0), p(0.4), p(0.75), p(1)], {
        width: 0.066,
        thick: 0.03,
        rows: isFull(g) ? 6 : 4,
        look: g.look,
        bind: g.bind,
        tint: shade(g),
        profile: (k) => 0.5 + 0.5 * Math.min(1, k * 2.2) - 0.35 * Math.max(0, (k - 0.85) / 0.15),
      })
    }
}

/** Curls all over the shell; longer hair lets some hang at the nape. */
function curls(g: HairGround): void {
  const { style, rng } = g
  const [, radius, wild] = style.tuft
  const n = isFull(g) ? 112 : 48
  const golden = Math.PI * (3 - Math.sqrt(5))
  const grow = isFull(g) ? 1 : 1.35
  for (let i = 0; i < n; i++) {
    const psi = Math.acos(1 - (1.42 * (i + 0.5)) / n)
    const phi = ((i * golden + Math.PI) % (Math.PI * 2)) - Math.PI
    const [r, q, turn] = [rng.range(0.8, 1.2) * radius * grow, rng.range(-1, 1), rng.range(0, 6)]
    const tint = shade(g)
    const s = psi / g.hairline(phi)
    if (s > 1.02) continue
    const d = g.chart.at(phi, psi)
    const p = skinned(g, d, g.lift(phi, Math.min(s, 0.7), d) - r * 0.5 + q * wild * radius)
    curl(g.b, g.context, p, r, turn, g.look, g.context.headBone, tint)
  }
}

/** Locs or plaits: ropes from the scalp, hanging. */
function ropes(g: HairGround): void {
  const { style, rng, context } = g
  const m = context.headM
  const [, radius, wild] = style.tuft
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
