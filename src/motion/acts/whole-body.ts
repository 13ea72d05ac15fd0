import { add, clamp, lerp, mix, quatMul, random, smoothstep, type Vec3 } from '../../film'
import { type Body, blendBody, type Foot } from '../body'
import { bend, bump, ease, rx, SIDES, SIGN } from '../rig'
import { crouching, kneeling, lying } from '../stances'
import { type ActNow, byChest, chestWard, type Move, reachFor } from './kit'

const lift = (f: Foot, by: Vec3): Foot => ({ ...f, ankle: add(f.ankle, by), planted: false })

/** How long a fall and a death on one's feet take, seconds. */
const FALL_S = 1.05
const DIE_S = 1.9

/** Down to the floor: the knees give way, then the weight goes. Who dies clutches the chest first and goes more slowly. */
function falling(seconds: number, dies: boolean): Move {
  const began = (n: ActNow) => (dies ? clamp((n.s - 0.45) / (seconds - 0.45), 0, 1) : clamp(n.s / seconds, 0, 1))
  return {
    tail: Number.POSITIVE_INFINITY,
    body: (n, b) => {
      const u = began(n)
      const r = random(`${n.key}/way`)
      const turn = r.range(0.35, 0.7) * (r.chance(0.5) ? 1 : -1)
      const h = n.build.figure.heightM
      const floor = lying(n.build, 0).body
      const down: Body = {
        ...floor,
        hips: add(floor.hips, [0, 0, -0.22 * h]),
        torso: [0.06, turn * 0.3, 0.08],
        feet: [lift(floor.feet[0], [0, 0, -0.2 * h]), lift(floor.feet[1], [0, 0, -0.14 * h])],
        shrug: [0, 0],
      }
      const folded = kneeling(n.build).body
      const knees: Body = {
        ...folded,
        hips: add(folded.hips, [0, -0.1 * h, -0.07 * h]),
        hipsRot: bend(-0.15, turn * 0.4, turn * 0.15),
        torso: [0.5, turn * 0.3, turn * 0.25],
        rest: [undefined, undefined],
        feet: b.feet,
        shrug: [0.1, 0.1],
      }
      if (dies) {
        // The blow arrives: the back gives, the head drops.
        const hit = smoothstep(0, 0.35, n.s) * (1 - u)
        b.torso = add(b.torso, [0.34 * hit, turn * 0.2 * hit, turn * 0.1 * hit])
        b.hips = add(b.hips, [0, -0.03 * h * hit, -0.03 * h * hit])
        b.head = add(b.head, [0.25 * hit, 0, turn * 0.2 * hit])
      }
      const a = smoothstep(0, 0.48, u)
      const c = clamp((u - 0.34) / 0.62, 0, 1) ** 2
      const out = blendBody(blendBody(b, knees, a), down, c)
      const landed = dies ? 0.45 + (seconds - 0.45) * 0.96 : seconds * 0.96
      const bounce = 0.015 * h * bump((n.s - landed) / 0.22)
      Object.assign(b, out, { hips: add(out.hips, [0, bounce, 0]) })
      b.head = [b.head[0] + 0.3 * bump(u), b.head[1], b.head[2] + turn * 0.25 * c]
      return c
    },
    hands: (n, h) => {
      const u = began(n)
      const w = bump(u) * 0.75
      for (const side of SIDES) reachFor(h, side, w, { wrist: byChest(h, SIGN[side] * 0.2, -0.05, 0.14), curl: 0.1 })
      if (!dies) return
      const clutch = smoothstep(0.05, 0.4, n.s) * (1 - smoothstep(0.35, 0.75, u))
      for (const side of SIDES) {
        const s = SIGN[side]
        reachFor(h, side, clutch * (side === n.side ? 1 : 0.8), {
          wrist: byChest(h, s * 0.055, side === n.side ? -0.1 : -0.15, 0.115),
          fingers: chestWard(h, -s, 0.15, 0.05),
          palm: chestWard(h, 0, 0, -1),
          pole: chestWard(h, s, -0.6, 0.1),
          curl: 0.35,
        })
      }
    },
    face: (n) => ({
      lids: smoothstep(seconds * 0.6, seconds * 1.15, n.s),
      ...(dies ? { expressions: [['fear', 0.5 * bump(n.s / seconds)]] } : {}),
    }),
  }
}

const fall = falling(FALL_S, false)
const die = falling(DIE_S, true)

/** How deep a jump crouches (heights), and how long it takes to go down and to rise again, seconds. */
const JUMP_DEPTH = 0.12
const JUMP_DOWN_S = 0.28
const JUMP_RISE_S = 0.5

/** Height of the hips above standing, metres: down, a push that ends at take-off speed, free fall, caught and up again. */
function jumpHeight(s: number, rise: number, depth: number): number {
  const speed = Math.sqrt(2 * 9.81 * rise)
  const push = (2 * depth) / speed
  const flight = (2 * speed) / 9.81
  if (s < JUMP_DOWN_S) return -depth * ease(s / JUMP_DOWN_S)
  let u = s - JUMP_DOWN_S
  if (u < push) return -depth + depth * (u / push) ** 2
  u -= push
  if (u < flight) return speed * u - (9.81 / 2) * u * u
  u -= flight
  if (u < push) return -depth * (1 - (1 - u / push) ** 2)
  return -depth * (1 - ease((u - push) / JUMP_RISE_S))
}

const jump: Move = {
  tail: 1.2,
  body: (n, b) => {
    if (n.upright < 0.5) return undefined
    const h = n.build.figure.heightM
    const rise = (0.08 + 0.12 * n.energy) * h
    const y = jumpHeight(n.s, rise, JUMP_DEPTH * h) * n.w
    const crouch = Math.max(0, -y) / (JUMP_DEPTH * h)
    const flying = smoothstep(0, 0.35, y / rise)
    b.hips = add(b.hips, [0, y, -0.04 * h * crouch])
    b.torso = add(b.torso, [0.42 * crouch - 0.08 * flying, 0, 0])
    b.hipsRot = quatMul(rx(0.3 * crouch), b.hipsRot)
    if (y <= 0) return 0
    b.feet = SIDES.map((k) => ({
      ...lift(b.feet[k], [0, y + 0.025 * h * flying, -0.03 * h * flying]),
      rot: quatMul(b.feet[k].rot, rx(0.55 * flying)),
    })) as [Foot, Foot]
    return 1
  },
  hands: (n, h) => {
    if (n.upright < 0.5) return
    const up = bump((n.s - 0.15) / 1)
    for (const side of SIDES)
      reachFor(h, side, up * 0.8 * n.w, { wrist: byChest(h, SIGN[side] * 0.16, lerp(-0.2, 0.06, up), 0.16), curl: 0.3 })
  },
}

const climb: Move = {
  body: (n, b) => {
    if (n.upright < 0.5) return undefined
    const h = n.build.figure.heightM
    const a = n.s * 2 * Math.PI * 0.75
    for (const side of SIDES) {
      const up = Math.max(0, Math.sin(a + (side === 0 ? 0 : Math.PI))) ** 2 * n.w
      const f = b.feet[side]
      b.feet[side] = {
        ...f,
        ankle: add(f.ankle, [0, 0.2 * h * up, 0.13 * h * up]),
        planted: f.planted && up < 0.01,
        knee: [SIGN[side] * 0.3, 0.5, 1],
      }
    }
    b.hips = add(b.hips, [0.015 * h * Math.sin(a) * n.w * -1, 0.01 * h * Math.abs(Math.cos(a)) * n.w - 0.02 * h * n.w, 0.01 * h])
    b.torso = add(b.torso, [0.1 * n.w, 0.12 * Math.sin(a) * n.w, 0])
    return undefined
  },
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 0.75
    for (const side of SIDES) {
      const up = 0.5 + 0.5 * Math.sin(a + (side === 0 ? Math.PI : 0))
      reachFor(h, side, n.w, {
        wrist: byChest(h, SIGN[side] * 0.085, lerp(-0.02, 0.2, ease(up)), 0.17),
        fingers: chestWard(h, 0, 0.8, 0.6),
        palm: chestWard(h, 0, -0.5, 1),
        curl: 0.75,
        thumb: 0.5,
      })
    }
  },
}

const crouch: Move = {
  easeIn: 0.6,
  easeOut: 0.7,
  body: (n, b) => {
    if (n.upright < 0.3) return undefined
    const feet = b.feet
    const low = crouching(n.build)
    const w = n.w * (0.75 + 0.25 * n.energy)
    const out = blendBody(b, { ...low, feet }, w)
    Object.assign(b, out, { feet: SIDES.map((s) => ({ ...feet[s], knee: mix(feet[s].knee, low.feet[s].knee, w) })) as [Foot, Foot] })
    return undefined
  },
}

const dance: Move = {
  easeIn: 0.5,
  easeOut: 0.6,
  body: (n, b) => {
    const h = n.build.figure.heightM
    const a = n.s * 2 * Math.PI * 0.95
    const k = n.w * (0.5 + 0.6 * n.energy)
    b.hips = add(b.hips, [0.028 * h * Math.sin(a) * k, (-0.022 + 0.012 * Math.cos(2 * a)) * h * k, 0])
    b.hipsRot = quatMul(bend(0, 0.12 * Math.sin(a + 0.6) * k, 0.09 * Math.sin(a) * k), b.hipsRot)
    b.torso = add(b.torso, [0.04 * Math.cos(2 * a) * k, -0.3 * Math.sin(a + 0.3) * k, -0.13 * Math.sin(a) * k])
    b.head = add(b.head, [0.07 * Math.cos(2 * a + 0.5) * k, 0.1 * Math.sin(a) * k, 0.05 * Math.sin(a) * k])
    b.shrug[0] += 0.07 * Math.max(0, Math.sin(a)) * k
    b.shrug[1] += 0.07 * Math.max(0, -Math.sin(a)) * k
    for (const side of SIDES) {
      // The unloaded heel comes up about the ball, so the toes stay where they are.
      const free = Math.max(0, -Math.sin(a) * SIGN[side]) * k
      const f = b.feet[side]
      const pitch = 0.45 * free
      const ball = n.build.limbs.ball
      const up = ball * Math.sin(pitch)
      if (n.upright > 0.5 && pitch > 0.004)
        b.feet[side] = {
          ...f,
          ankle: add(f.ankle, [0, up, ball * (1 - Math.cos(pitch))]),
          rot: quatMul(f.rot, rx(pitch)),
          toe: pitch,
          planted: false,
        }
    }
    return undefined
  },
  hands: (n, h) => {
    const a = n.s * 2 * Math.PI * 0.95
    for (const side of SIDES) {
      const s = SIGN[side]
      const beat = Math.sin(a + (side === 0 ? 0 : Math.PI * 0.85))
      reachFor(h, side, n.w * (0.6 + 0.4 * n.energy), {
        wrist: byChest(h, s * (0.15 + 0.025 * beat), -0.12 + 0.06 * n.energy + 0.06 * beat, 0.14 + 0.03 * Math.cos(a)),
        fingers: chestWard(h, -s * 0.2, 0.6 + 0.3 * beat, 0.8),
        palm: chestWard(h, -s * 0.5, -0.5, 0.5),
        pole: chestWard(h, s, -0.7, -0.3),
        curl: 0.4,
      })
    }
  },
}

/** Moves of the whole body. */
export const BODY_MOVES = {
  fall,
  jump,
  climb,
  crouch,
  die,
  dance,
} as const satisfies Readonly<Record<string, Move>>
