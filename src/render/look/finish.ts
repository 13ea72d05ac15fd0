import { Fn, float, If, Loop, luminance, mix, screenCoordinate, screenUV, smoothstep, texture, vec2, vec3, vec4 } from 'three/tsl'
import type { DataTexture, Node, Texture, TextureNode } from 'three/webgpu'
import { FLARES } from './flares'
import { GRAIN_DEVIATION } from './grain-tile'
import type { LookUniforms } from './look-uniforms'
import { SCRATCHES, SPECKS } from './print-wear'

type Scalar = Node<'float'>
type Place = Node<'vec2'>
type Colour = Node<'vec3'>

/** What happens to a developed picture between the gate and the screen: lens, weave, flare, vignette, grain, wear, fades. */
export function finished(source: Texture, grain: DataTexture, u: LookUniforms): Node<'vec4'> {
  const { aspect, corner } = u
  const picture = texture(source) as unknown as TextureNode<'vec4'>
  return Fn(() => {
    const place = bent(screenUV as unknown as Place, u).toVar()
    const out = place.sub(0.5).mul(vec2(aspect, 1)).length().div(corner)
    const spread = out.mul(out).mul(u.aberration).div(corner).toVar()
    const split = (by: Scalar) => picture.sample(place.sub(0.5).mul(by).add(0.5))
    const c = vec3(split(spread.add(1)).r, picture.sample(place).g, split(spread.negate().add(1)).b).toVar()

    If(u.flare.greaterThan(0), () => {
      Loop(FLARES, ({ i }) => {
        const at = u.flareAt.element(i) as unknown as Node<'vec4'>
        const colour = (u.flareColour.element(i) as unknown as Node<'vec4'>).rgb
        c.addAssign(
          flareOf(picture, at, colour, place as unknown as Place, u)
            .mul(u.flare)
            .mul(c.oneMinus()),
        )
      })
    })

    const rim = screenUV.sub(0.5).mul(vec2(1, 0.85)).length()
    c.mulAssign(smoothstep(float(0.35), float(0.85), rim).mul(u.vignette).mul(-0.28).add(1))

    const noise = grainAt(grain, u)
    const l = luminance(c)
    // Thick in the greys, thin where the film is clear or black.
    const amount = u.grain
      .pow(1.7)
      .mul(0.006)
      .mul(smoothstep(float(0.0), float(0.25), l))
      .mul(smoothstep(float(1.05), float(0.5), l).mul(0.7).add(0.3))
    c.addAssign(noise.mul(amount))

    If(u.wear.greaterThan(0), () => {
      c.assign(worn(c as unknown as Colour, u, place as unknown as Place, aspect))
    })
    return vec4(c.clamp(0, 1).mul(u.level).clamp(0, 1), 1)
  })() as unknown as Node<'vec4'>
}

/** Where on the developed picture a place of the screen looks: weave, and a distortion that keeps the picture's corners inside. */
function bent(uv: Place, u: LookUniforms): Place {
  const { aspect, corner } = u
  const from = uv.sub(0.5).mul(vec2(aspect, 1))
  const r = from.length().div(corner)
  const scale = r.mul(r).mul(u.distortion).add(1).div(u.distortion.max(0).add(1)).mul(u.zoom)
  return from.mul(scale).add(u.weave).div(vec2(aspect, 1)).add(0.5) as unknown as Place
}

/** A streak across an anamorphic lens, a glow, and faint images of the iris, if the light is seen. */
function flareOf(
  picture: TextureNode<'vec4'>,
  at: Node<'vec4'>,
  colour: Colour,
  place: Place,
  { aspect, streak: strength }: LookUniforms,
): Colour {
  const bright = (x: number, y: number | Scalar): Scalar =>
    smoothstep(0.72, 0.97, luminance(picture.sample(at.xy.add(vec2(x, y)).clamp(0, 1)).rgb))
  const r = 0.012
  const seen = bright(0, 0)
    .add(bright(r, 0))
    .add(bright(-r, 0))
    .add(bright(0, aspect.mul(r)))
    .add(bright(0, aspect.mul(-r)))
    .mul(0.2)
  const d = place.sub(at.xy).mul(vec2(aspect, 1)).toVar()
  const streak = d.y.abs().mul(-170).exp().mul(d.x.abs().mul(-2.4).exp()).mul(0.42)
  const wide = d.y.abs().mul(-38).exp().mul(d.x.abs().mul(-3.4).exp()).mul(0.1)
  const glow = d.length().mul(-8).exp().mul(0.2)
  const cool = mix(colour, vec3(0.45, 0.68, 1), 0.65)
  let sum = cool.mul(streak.add(wide)).mul(strength).add(colour.mul(glow))
  for (const [along, size, strength] of [
    [0.55, 0.035, 0.035],
    [1.35, 0.07, 0.03],
    [1.8, 0.025, 0.045],
  ] as const) {
    const image = at.xy.add(
      vec2(0.5, 0.5)
        .sub(at.xy)
        .mul(along * 1.1),
    )
    const far = place.sub(image).mul(vec2(aspect, 1)).length()
    sum = sum.add(
      mix(colour, vec3(0.5, 0.9, 0.8), 0.4)
        .mul(smoothstep(size, size * 0.75, far))
        .mul(strength),
    )
  }
  return sum.mul(seen).mul(at.z) as unknown as Colour
}

/** Noise of one deviation: two layers of the tile, so that no repeat is seen; mostly the same in all three dyes. */
function grainAt(tile: DataTexture, u: LookUniforms): Colour {
  const at = screenCoordinate.floor().add(0.5).div(u.grainTile)
  const one = texture(tile).sample(at.add(u.grainAt.xy))
  const two = texture(tile).sample(at.yx.mul(0.83).add(u.grainAt.zw))
  const dyes = one.rgb.add(two.gbr).sub(256 / 255)
  const all = one.a.add(two.a).sub(256 / 255)
  return mix(vec3(all), dyes, 0.3).mul(255 / GRAIN_DEVIATION / Math.SQRT2 / Math.hypot(0.7, 0.3)) as unknown as Colour
}

function worn(c: Colour, u: LookUniforms, place: Place, aspect: Scalar): Colour {
  return Fn(() => {
    const out = c.toVar()
    Loop(SPECKS, ({ i }) => {
      const s = u.specks.element(i) as unknown as Node<'vec4'>
      const d = place.sub(s.xy).mul(vec2(aspect, 1)).toVar()
      // Not quite round: each has lobes of its own.
      const angle = d.y.atan(d.x)
      const lobes = angle
        .mul(2)
        .add(s.x.mul(40))
        .sin()
        .mul(0.3)
        .add(angle.mul(5).add(s.y.mul(60)).sin().mul(0.15))
        .add(1)
      const cover = smoothstep(s.z.mul(lobes), s.z.mul(lobes).mul(0.5), d.length()).mul(s.w.abs())
      out.assign(mix(out, vec3(s.w.greaterThan(0).select(0.95, 0.04)), cover))
    })
    Loop(SCRATCHES, ({ i }) => {
      const s = u.scratches.element(i) as unknown as Node<'vec4'>
      const x = s.x.add(place.y.mul(5).add(s.w).sin().mul(0.0012))
      const line = smoothstep(s.y, s.y.mul(0.3), place.x.sub(x).abs().mul(aspect))
      out.addAssign(line.mul(s.z))
    })
    return out
  })() as unknown as Colour
}
