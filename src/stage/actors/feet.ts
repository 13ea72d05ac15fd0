import { BONES, type Bone, type Garment, hexToLinear, smoothstep, type Vec3 } from '../../film'
import type { Body } from './body-field'
import type { Binding, Look, MeshBuilder } from './mesh-builder'
import { march } from './sdf'

/** Half width, top height and bottom height of a foot along its length, heel 0 to toe 1, in foot lengths. */
const SECTIONS: readonly (readonly [number, number, number])[] = [
  [0.1, 0.2, 0.02],
  [0.135, 0.3, 0.0],
  [0.142, 0.37, 0.0],
  [0.138, 0.36, 0.0],
  [0.14, 0.29, 0.0],
  [0.158, 0.225, 0.0],
  [0.176, 0.18, 0.0],
  [0.178, 0.155, 0.0],
  [0.158, 0.13, 0.006],
  [0.1, 0.1, 0.014],
]

/** Shoes with soles, boots with shafts, or bare feet with toes. */
export function feet(b: MeshBuilder, body: Body, garment: Garment, skin: string, detail: 'wide' | 'full'): void {
  const { pose, h } = body
  const length =
    pose.figure.footLengthM *
    (garment.kind === 'boots' ? 1.1 : garment.kind === 'sneakers' ? 1.08 : garment.kind === 'bare-feet' ? 0.98 : 1.06)
  const bare = garment.kind === 'bare-feet'
  const chunky = garment.kind === 'boots' ? 1.12 : garment.kind === 'sneakers' ? 1.1 : bare ? 0.94 : 1
  const colour = hexToLinear(bare ? skin : garment.colour)
  const upper: Look = bare
    ? { colour, kind: 'skin', roughness: 0.52 }
    : {
        colour,
        kind: garment.kind === 'sneakers' ? 'cloth' : 'leather',
        roughness: garment.kind === 'sneakers' ? 0.75 : garment.kind === 'boots' ? 0.5 : 0.32,
      }
  const pale = (colour[0] + colour[1] + colour[2]) / 3 > 0.3
  const sole: Look = {
    colour:
      garment.kind === 'sneakers'
        ? pale
          ? [0.5, 0.47, 0.42]
          : [0.72, 0.7, 0.66]
        : [colour[0] * 0.25 + 0.006, colour[1] * 0.25 + 0.005, colour[2] * 0.25 + 0.004],
    kind: 'plastic',
    roughness: 0.7,
  }
  const soleH = bare ? 0 : garment.kind === 'shoes' ? 0.06 : 0.095
  const columns = detail === 'full' ? 16 : 9
  for (const [side, sx] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const ankle = pose.at(`${side}Foot` as Bone)
    const toes = pose.at(`${side}Toes` as Bone)
    const foot = BONES.indexOf(`${side}Foot` as Bone)
    const toe = BONES.indexOf(`${side}Toes` as Bone)
    const shin = BONES.indexOf(`${side}LowerLeg` as Bone)
    const heelZ = ankle[2] - 0.27 * length
    const turn = 0.1 * sx
    const place = (x: number, y: number, t: number): Vec3 => {
      const z = heelZ + t * length
      const inward = 0.026 * length * Math.sin(Math.PI * Math.min(1, Math.max(0, (t - 0.35) / 0.65)))
      const px = x * length - sx * inward + (z - ankle[2]) * turn
      return [ankle[0] + px, y * length, z]
    }
    const bind = (p: Vec3): Binding => {
      const t = smoothstep(toes[2] - 0.012 * h, toes[2] + 0.02 * h, p[2])
      return [
        [toe, t],
        [foot, 1 - t],
      ]
    }
    const start = b.count
    const startIndex = b.index.length
    const shell = (grow: number, low: (t: number) => number, high: (k: number, t: number) => number, look: Look) => {
      const grid = SECTIONS.map(([w, top, bottom], i) => {
        const t = i / (SECTIONS.length - 1)
        const y0 = low(bottom)
        const y1 = high(top, t)
        return Array.from({ length: columns }, (_, j) => {
          const a = (j / columns) * Math.PI * 2
          const c = Math.cos(a)
          const s = Math.sin(a)
          const flat = Math.sign(c) * Math.abs(c) ** 0.75
          const y = s >= 0 ? y0 + (y1 - y0) * (0.3 + 0.7 * s ** 1.1) : y0 + (y1 - y0) * 0.3 * (1 - (-s) ** 0.6)
          const p = place(flat * (w * chunky + grow) * (s > 0 ? 1 - 0.3 * s : 1), y, t)
          return b.vertex(p, [0, 0, 0], look, bind(p), [a * 0.03, t * length], s < -0.5 ? 0.7 : 1)
        })
      })
      for (let i = 0; i + 1 < grid.length; i++)
        for (let j = 0; j < columns; j++) {
          const k = (j + 1) % columns
          b.quad(grid[i]![j]!, grid[i]![k]!, grid[i + 1]![k]!, grid[i + 1]![j]!)
        }
      for (const [row, at, turned] of [
        [grid[0]!, -0.03, true],
        [grid[SECTIONS.length - 1]!, 1.035, false],
      ] as const) {
        const [, top, bottom] = at < 0 ? SECTIONS[0]! : SECTIONS[SECTIONS.length - 1]!
        const p = place(0, (low(bottom) + high(top, at < 0 ? 0 : 1)) * 0.48, at)
        const hub = b.vertex(p, [0, 0, 0], look, bind(p))
        for (let j = 0; j < columns; j++) {
          const k = (j + 1) % columns
          if (turned) b.triangle(hub, row[k]!, row[j]!)
          else b.triangle(hub, row[j]!, row[k]!)
        }
      }
    }
    shell(
      0,
      (v) => v + soleH * 0.8,
      (top) => top * (bare ? 0.95 : 1.02) + soleH * 0.7,
      upper,
    )
    if (!bare)
      shell(
        0.012,
        (v) => v,
        () => soleH,
        sole,
      )
    else
      for (let k = 0; k < 5; k++) {
        // Toes: a row of small balls, the big one inside.
        const x = (-0.105 + k * 0.053) * sx * -1
        const t = 0.985 - 0.03 * k * (k > 0 ? 1 : 0) + (k === 0 ? 0.01 : 0)
        const r = (k === 0 ? 0.052 : 0.036 - 0.002 * k) * length
        const c = place(-x * -1, 0.05, t)
        ball(b, c, r, upper, [[toe, 1]], detail === 'full' ? 7 : 5)
      }
    b.smoothNormals(start, startIndex)
    // The shaft or the ankle joins the leg.
    const tall = garment.kind === 'boots' ? 0.125 * h : bare ? 0.05 * h : 0.034 * h
    const rows = 5
    const shaftStart = b.count
    const shaftIndex = b.index.length
    const grid = Array.from({ length: rows + 2 }, (_, i) => {
      const t = Math.min(1, i / rows)
      const y = ankle[1] * 0.72 + tall * t
      const r =
        (garment.kind === 'boots' ? 0.0325 + 0.004 * t : bare ? 0.0215 - 0.001 * t : 0.0265) *
        h *
        (i > rows ? 0.84 : 1) *
        (1 + 0.12 * Math.max(0, body.fat))
      return Array.from({ length: columns }, (_, j) => {
        const a = (j / columns) * Math.PI * 2
        // A boot's shaft is wide enough for the calf and the trousers inside.
        const calf =
          garment.kind === 'boots'
            ? (march(body.legs, ankle[0], y, ankle[2] - 0.004 * h, Math.cos(a), 0, Math.sin(a), 0.1 * h) + 0.0115 * h) *
              (i > rows ? 0.9 : 1)
            : 0
        const k = Math.max(r * (1 + 0.12 * Math.abs(Math.sin(a))), calf)
        const p: Vec3 = [ankle[0] + Math.cos(a) * k, y - (i > rows ? 0.012 * h : 0), ankle[2] - 0.004 * h + Math.sin(a) * k]
        const w = smoothstep(ankle[1] - 0.005 * h, ankle[1] + 0.03 * h, y)
        return b.vertex(
          p,
          [0, 0, 0],
          upper,
          [
            [shin, w],
            [foot, 1 - w],
          ],
          [a * 0.03, y],
          i > rows ? 0.25 : 1,
        )
      })
    })
    for (let i = 0; i + 1 < grid.length; i++)
      for (let j = 0; j < columns; j++) {
        const k = (j + 1) % columns
        b.quad(grid[i]![j]!, grid[i + 1]![j]!, grid[i + 1]![k]!, grid[i]![k]!)
      }
    b.smoothNormals(shaftStart, shaftIndex)
  }
}

/** A small ball, for toes, buttons and beads. */
export function ball(b: MeshBuilder, c: Vec3, r: number, look: Look, bind: Binding, columns: number, squash: Vec3 = [1, 1, 1]): void {
  const rows = Math.max(3, Math.floor(columns / 2))
  const grid = Array.from({ length: rows + 1 }, (_, i) => {
    const a = 0.01 + (i / rows) * (Math.PI - 0.02)
    return Array.from({ length: columns }, (_, j) => {
      const t = (j / columns) * Math.PI * 2
      const n: Vec3 = [Math.cos(t) * Math.sin(a), Math.cos(a), Math.sin(t) * Math.sin(a)]
      return b.vertex([c[0] + n[0] * r * squash[0], c[1] + n[1] * r * squash[1], c[2] + n[2] * r * squash[2]], n, look, bind)
    })
  })
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      const k = (j + 1) % columns
      b.quad(grid[i]![j]!, grid[i]![k]!, grid[i + 1]![k]!, grid[i + 1]![j]!)
    }
}
