import {
  Break,
  exp,
  Fn,
  float,
  fract,
  If,
  int,
  Loop,
  max,
  mix,
  perspectiveDepthToViewZ,
  screenCoordinate,
  screenUV,
  smoothstep,
  texture3D,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import type { Node, TextureNode } from 'three/webgpu'
import { PROBE_DIMS } from '../../departments/lighting'
import type { AirUniforms } from './air-uniforms'

type F = Node<'float'>
type V2 = Node<'vec2'>
type V3 = Node<'vec3'>
type V4 = Node<'vec4'>
const asF = (n: unknown) => n as F
const asV3 = (n: unknown) => n as V3

/** A ray through the picture at `uv` (0, 0 top left): where to, unit; and the metres before the lens over those along it. */
function rayAt(u: AirUniforms, uv: V2): { readonly way: V3; readonly slant: F } {
  const seen = vec2(uv.x.mul(2).sub(1).add(u.lens.z).div(u.lens.x), float(1).sub(uv.y.mul(2)).add(u.lens.w).div(u.lens.y))
  const view = vec3(seen.x, seen.y, -1)
  const length = view.length()
  return { way: asV3(u.turn.mul(vec4(view, 0)).xyz.div(length)), slant: asF(length) }
}

/** Metres along the ray to what is seen. */
export const metresTo = (u: AirUniforms, depth: F, slant: F): F =>
  asF(
    perspectiveDepthToViewZ(depth, u.near as never, u.far as never)
      .negate()
      .mul(slant),
  )

/** The point of the world that is seen at `uv`. */
export function pointSeen(u: AirUniforms, uv: V2, depth: F): { readonly at: V3; readonly metres: F } {
  const { way, slant } = rayAt(u, uv)
  const metres = metresTo(u, depth, slant)
  return { at: asV3(u.eye.add(way.mul(metres))), metres }
}

const noiseAt = (u: AirUniforms, p: V3): F => asF(texture3D(u.noise, p).r)

/** Bright lines where waves of the water's surface gather the sun's light: ridges of two noises that move against each other. 0 to 1. */
export function causticsAt(u: AirUniforms, p: V3): F {
  const up = max(float(0.2), u.sunWay.y)
  const over = u.surface.sub(p.y)
  const at = vec2(p.x, p.z).add(vec2(u.sunWay.x, u.sunWay.z).mul(over.div(up)))
  const ridge = (scale: number, x: number, z: number, deep: number) =>
    float(1)
      .sub(
        noiseAt(u, asV3(vec3(at.x.mul(scale).add(u.time.mul(x)), u.time.mul(deep), at.y.mul(scale).add(u.time.mul(z)))))
          .sub(0.5)
          .abs()
          .mul(5),
      )
      .clamp(0, 1)
  return asF(
    ridge(0.17, 0.021, 0.012, 0.05)
      .min(ridge(0.23, -0.017, 0.019, 0.061))
      .pow(1.6),
  )
}

/** Share of a light that gets to a point past what stands in its way. */
function seenBy({ map, matrix, bias }: AirUniforms['sunShadow'], p: V3): F {
  const c = matrix.mul(vec4(p, 1))
  const at = vec3(c.x.div(c.w), float(1).sub(c.y.div(c.w)), c.z.div(c.w).add(bias))
  const inside = at.x
    .greaterThanEqual(0)
    .and(at.x.lessThanEqual(1))
    .and(at.y.greaterThanEqual(0))
    .and(at.y.lessThanEqual(1))
    .and(at.z.lessThanEqual(1))
    .and(c.w.greaterThan(0))
  return asF(inside.select((map.sample(at.xy) as TextureNode).compare(at.z).r, float(1)))
}

/** What the air itself turns aside at a point, 1/m. */
function scatteringAt(u: AirUniforms, p: V3): F {
  const moved = p.sub(u.drift.mul(u.drifted)).toVar()
  const n = noiseAt(u, asV3(moved.mul(u.grain)))
  const fine = noiseAt(u, asV3(moved.add(u.drift.mul(u.drifted).mul(0.35)).mul(u.grain).mul(3.1)))
  const billow = smoothstep(float(0.36), float(0.66), n.mul(0.72).add(fine.mul(0.28)))
  const high = exp(max(float(0), p.y.sub(u.floor)).mul(u.thinning).negate())
  return asF(u.scattering.mul(high).mul(mix(float(1), billow.mul(1.9), u.uneven)))
}

/** A column of smoke where a ray passes it: how far along that is, metres, how much it hides there, and how bright it is. */
function plumeAlong(u: AirUniforms, i: F, dir: V3, metres: F): { readonly t: F; readonly depth: F; readonly shade: F; readonly p: V3 } {
  const at = u.plumeAt.element(i as never) as unknown as V4
  const form = u.plumeForm.element(i as never) as unknown as V4
  const lean = u.plumeLean.element(i as never).xy as unknown as V2
  const flat = vec2(dir.x, dir.z).toVar()
  const slow = flat.dot(flat).max(1e-3).toVar()
  const eye = vec2(u.eye.x, u.eye.z)
  // The column leans and swings: the point of its axis that is nearest is sought twice.
  const axisAt = (up: F): V2 => {
    const high = up.max(0)
    const turn = high.mul(0.9).sub(u.time.mul(form.z).mul(0.9)).add(at.x)
    const swing = at.w
      .add(form.x.mul(high))
      .mul(0.45)
      .mul(smoothstep(float(0), float(1.5), high))
    return vec2(at.x, at.z)
      .add(lean.mul(high))
      .add(vec2(turn.sin(), turn.mul(0.8).cos()).mul(swing)) as unknown as V2
  }
  const nearest = (axis: V2): F => asF(axis.sub(eye).dot(flat).div(slow).clamp(0, 200))
  const first = nearest(axisAt(asF(form.y.mul(0.3)))).toVar()
  const t = nearest(axisAt(asF(u.eye.y.add(dir.y.mul(first)).sub(at.y)))).toVar()
  const p = u.eye.add(dir.mul(t)).toVar()
  const up = p.y.sub(at.y).toVar()
  const radius = at.w.add(form.x.mul(up.max(0))).toVar()
  const off = vec2(p.x, p.z)
    .sub(axisAt(asF(up)))
    .length()
    .div(radius)
    .toVar()
  const rising = vec3(p.x.sub(lean.x.mul(up)), p.y.sub(u.time.mul(form.z)), p.z.sub(lean.y.mul(up)))
    .div(radius.sub(at.w).mul(0.35).add(at.w).mul(7))
    .add(at.xyz.mul(0.37))
    .toVar()
  const billow = noiseAt(u, asV3(rising))
    .mul(0.65)
    .add(noiseAt(u, asV3(rising.mul(2.7))).mul(0.35))
    .toVar()
  const part = up.div(form.y).clamp(0, 1)
  const edge = float(1).sub(smoothstep(float(0.25), float(1.05), off.add(billow.sub(0.5).mul(1.5))))
  const ends = smoothstep(float(0), float(0.03), part).mul(float(1).sub(part).pow(1.4))
  // What it hides before a thing is less where the thing stands in it.
  const before = smoothstep(radius.negate(), radius, metres.sub(t))
  const depth = form.w.mul(at.w).mul(1.6).mul(at.w.div(radius).pow(0.35)).mul(edge).mul(ends).mul(before).div(slow.sqrt())
  const shade = float(1)
    .add(billow.sub(noiseAt(u, asV3(rising.add(u.sunWay.mul(0.07))))).mul(2.2))
    .clamp(0.45, 1.6)
  return { t, depth: asF(depth), shade: asF(shade), p: asV3(p) }
}

/** Henyey and Greenstein's share (1941) of light that goes on at an angle whose cosine is given, 1/sr. */
function phase(g: F, cosine: F): F {
  const gg = g.mul(g)
  return asF(
    float(1)
      .sub(gg)
      .div(float(1).add(gg).sub(g.mul(cosine).mul(2)).max(1e-3).pow(1.5))
      .div(4 * Math.PI),
  )
}

/** Light that comes by at a point and is turned to the eye: radiance for a scattering of 1/m. */
function turnedToEye(u: AirUniforms, p: V3, way: V3, even: V3): V3 {
  const sum = vec3(even).toVar()
  If(u.sunColour.x.add(u.sunColour.y).add(u.sunColour.z).greaterThan(0), () => {
    const lit = seenBy(u.sunShadow, p).toVar()
    // Under water its waves gather it, in beams that reach down.
    If(u.caustics.greaterThan(0), () => {
      lit.mulAssign(mix(float(1), causticsAt(u, p).mul(2.6).add(0.25), u.caustics))
    })
    sum.addAssign(
      u.sunColour
        .mul(lit)
        .mul(phase(asF(u.forward), asF(way.dot(u.sunWay))))
        .mul(u.beams),
    )
  })
  u.spots.forEach(({ colour, at, aim, outer, inner }, i) => {
    If(colour.x.add(colour.y).add(colour.z).greaterThan(0), () => {
      const from = p.sub(at).toVar()
      const d2 = from.dot(from).max(0.04).toVar()
      const to = from.div(d2.sqrt()).toVar()
      const cone = smoothstep(outer, inner.max(outer.add(1e-3)), to.dot(aim)).toVar()
      If(cone.greaterThan(0), () => {
        const shadow = u.spotShadows[i]
        const lit = shadow ? seenBy(shadow, p) : float(1)
        sum.addAssign(
          colour
            .mul(cone.mul(lit).div(d2))
            .mul(phase(asF(u.forward), asF(way.dot(to).negate())))
            .mul(u.beams),
        )
      })
    })
  })
  for (const { colour, at } of u.points)
    If(colour.x.add(colour.y).add(colour.z).greaterThan(0), () => {
      const from = p.sub(at).toVar()
      const d2 = from.dot(from).max(0.02)
      sum.addAssign(colour.div(d2).mul(phase(asF(u.forward.mul(0.5)), asF(way.dot(from.normalize()).negate()))))
    })
  return asV3(sum)
}

/** Bounced light half way along the ray, the same from all sides: the room's own, and beyond it the open sky's. */
function evenLight(u: AirUniforms, p: V3): V3 {
  const { bounce } = u
  const at = p
    .sub(bounce.corner)
    .div(bounce.extent)
    .clamp(0.5 / Math.max(...PROBE_DIMS), 1 - 0.5 / Math.max(...PROBE_DIMS))
  const [r, g, b] = bounce.channels.map((t) => texture3D(t, at).x.max(0))
  const past = p.sub(bounce.corner).negate().max(p.sub(bounce.corner).sub(bounce.extent))
  const beyond = smoothstep(float(0), float(6), past.x.max(past.y).max(past.z))
  const open = bounce.openSky.add(bounce.openGround).div(2 * Math.PI)
  return asV3(
    mix(vec3(r as F, g as F, b as F), open, beyond)
      .mul(bounce.strength)
      .mul(u.veil),
  )
}

/** Where steps begin on this pixel, 0 to 1: each of sixteen once in four by four pixels (Bayer 1973), fixed to the screen. */
function stepShift(u: AirUniforms): F {
  const x = int(screenCoordinate.x).toVar()
  const y = int(screenCoordinate.y).toVar()
  const bit = (v: Node, n: number) => (v as ReturnType<typeof int>).shiftRight(n as never).bitAnd(1 as never)
  const differ = (n: number) => bit((x as never as ReturnType<typeof int>).bitXor(y as never), n)
  const place = differ(0).mul(8).add(bit(y, 0).mul(4)).add(differ(1).mul(2)).add(bit(y, 1))
  return asF(fract(float(place).add(0.5).div(16).add(u.shift)))
}

/**
 * Light scattered once on the way from what is seen to the eye, and what is left of what is seen, in `steps` steps: sun and
 * spots with their shadows, points, bounced light. Steps are closer together near the lens. Of the air itself: rgb is
 * radiance, a the share that is left (what water swallows is taken off elsewhere).
 */
export const airMarched = (u: AirUniforms, depth: TextureNode, steps: number): V4 =>
  Fn(() => {
    const { way, slant } = rayAt(u, screenUV as unknown as V2)
    const dir = way.toVar()
    const metres = metresTo(u, asF((depth.sample(screenUV) as TextureNode).r), slant)
      .min(u.reach)
      .toVar()
    // Only what lies in its box.
    const safe = dir.abs().max(1e-5).mul(dir.sign().mul(2).add(1).sign())
    const a = u.min.sub(u.eye).div(safe)
    const b = u.max.sub(u.eye).div(safe)
    const into = a.min(b)
    const out = a.max(b)
    const from = into.x.max(into.y).max(into.z).max(0).toVar()
    const length = out.x.min(out.y).min(out.z).min(metres).sub(from).max(0).toVar()
    const light = vec3(0).toVar()
    const left = float(1).toVar()
    If(length.greaterThan(0.01), () => {
      const even = evenLight(u, asV3(u.eye.add(dir.mul(from.add(length.mul(0.4)))))).toVar()
      const shift = stepShift(u).toVar()
      Loop(steps, ({ i }) => {
        const s = float(i).add(shift).div(steps).toVar()
        const t = from.add(length.mul(s.pow(1.5))).toVar()
        const wide = length.mul(s.sqrt()).mul(1.5 / steps)
        const p = u.eye.add(dir.mul(t)).toVar()
        const thick = scatteringAt(u, asV3(p)).toVar()
        If(thick.greaterThan(1e-4), () => {
          const kept = exp(thick.mul(wide).negate()).toVar()
          const swallowed = exp(u.absorption.mul(t).negate())
          light.addAssign(
            turnedToEye(u, asV3(p), asV3(dir), asV3(even))
              .mul(u.colour)
              .mul(swallowed)
              .mul(left.mul(float(1).sub(kept))),
          )
          left.mulAssign(kept)
          If(left.lessThan(0.003), () => {
            Break()
          })
        })
      })
    })
    Loop({ start: int(0), end: int(u.plumes as never), type: 'int', condition: '<' } as never, ({ i }: { i: F }) => {
      const { t, depth: thick, shade, p } = plumeAlong(u, i, asV3(dir), asF(metres))
      If(thick.greaterThan(0.003), () => {
        const kept = exp(thick.negate()).toVar()
        // Air before the column stays as it is; what is behind it is hidden by it.
        const front = t.div(from.add(length).max(t)).toVar()
        const through = left.max(1e-3).pow(front).toVar()
        const even = evenLight(u, asV3(p))
        light.mulAssign(mix(kept, float(1), front))
        light.addAssign(turnedToEye(u, asV3(p), asV3(dir), even).mul(u.colour).mul(shade).mul(through).mul(float(1).sub(kept)))
        left.mulAssign(kept)
      })
    })
    return vec4(light, left)
  })() as unknown as V4
