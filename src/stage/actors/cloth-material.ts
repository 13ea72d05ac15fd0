import {
  abs,
  attribute,
  clamp,
  cross,
  dFdx,
  dFdy,
  dot,
  float,
  fract,
  fwidth,
  max,
  min,
  mix,
  normalize,
  positionGeometry,
  positionView,
  sign,
  sin,
  smoothstep,
  step,
  texture,
  uniform,
  varying,
  vec2,
  vec3,
} from 'three/tsl'
import { type DataTexture, type Node, type Object3D, Vector4 } from 'three/webgpu'
import type { SceneLookUniforms } from '../materials'
import { type ClothBake, clothTexture, GRADIENT_RANGE } from './cloth-relief'
import { COILED, FOLD_ZONES, KINDS, PATTERNS } from './mesh-builder'

type Scalar = Node<'float'>
type Colour = Node<'vec3'>
type Four = Node<'vec4'>

/** What a person's meshes carry for the shared material, in `userData`: how far joints are bent (0 to 1) and what lies under cloth. */
export interface ClothState {
  /** Elbow left and right, armpit left and right. */
  readonly arms: Vector4
  /** Hip left and right, knee left and right. */
  readonly legs: Vector4
  /** Skin colour, and the waist's bend. */
  readonly trunk: Vector4
}

/** Puts fresh state on a mesh. */
export function clothState(object: Object3D, skin: readonly [number, number, number]): ClothState {
  const state: ClothState = { arms: new Vector4(), legs: new Vector4(), trunk: new Vector4(skin[0], skin[1], skin[2], 0) }
  object.userData.cloth = state
  return state
}

const surface = () => attribute<'vec4'>('surface', 'vec4')
/** 1 where the surface is of one kind. */
export const isKind = (kind: keyof typeof KINDS): Scalar => step(abs(surface().z.sub(KINDS[kind])), 0.5)
const albedoOf = () => attribute<'vec3'>('albedo', 'vec3')
const grainOf = () => attribute<'vec2'>('grain', 'vec2')

/** Everything woven, knitted or sewn. */
export const isWoven = (): Scalar => max(isKind('cloth'), step(float(7.5), surface().z))

const nothing = new Vector4()
const perPerson = (key: keyof ClothState): Four =>
  uniform(new Vector4()).onObjectUpdate(
    ({ object }) => (object?.userData.cloth as ClothState | undefined)?.[key] ?? nothing,
  ) as unknown as Four

/** What the shared material needs of cloth: its colour, roughness and normal at a fragment. */
export interface ClothNodes {
  readonly colour: Colour
  readonly roughness: Scalar
  /** Disturbs a view-space normal by folds and weave. */
  normal(n: Colour): Colour
  /** Noise along the strands of hair, about −1 to 1; 0 elsewhere. */
  readonly strands: Scalar
  /** The soft glow of fibres at grazing angles, by kind of cloth. */
  readonly fuzz: Scalar
  /** How much light runs along the threads of silk. */
  readonly lustre: Scalar
  dispose(): void
}

/** A two-colour pattern: 0 the cloth's own colour, 1 its accent. Edges are a pixel wide and even out before they could shimmer. */
function pattern(): Scalar {
  const accent = attribute<'vec4'>('accent', 'vec4')
  const g = grainOf()
  const id = accent.w
  const is = (n: keyof typeof PATTERNS): Scalar => step(abs(id.sub(PATTERNS[n])), 0.5)
  const band = (v: Scalar, period: number, share: number): Scalar => {
    const w = sin(v.mul((Math.PI * 2) / period))
    const soft = fwidth(v)
      .mul((Math.PI * 2) / period)
      .add(0.04)
    return smoothstep(soft.negate(), soft, w.add(share))
  }
  const cross = (period: number, share: number) =>
    band(g.x, period, share)
      .add(band(g.y, period, share))
      .mul(0.5)
  const tartan = cross(0.07, -0.1)
    .mul(0.72)
    .add(max(band(g.x.add(0.018), 0.07, -0.93), band(g.y.add(0.018), 0.07, -0.93)).mul(0.28))
  // Offset rows of dots; flowers are dots with five petals.
  const cell = (period: number) => {
    const row = g.y.div(period)
    const odd = step(0.5, fract(row.mul(0.5)))
    return vec2(fract(g.x.div(period).add(odd.mul(0.5))).sub(0.5), fract(row).sub(0.5))
  }
  const spot = (period: number, radius: Scalar, at: Node<'vec2'>): Scalar => {
    const soft = fwidth(g.x).add(fwidth(g.y)).div(period).mul(0.7).add(0.02)
    return smoothstep(soft, soft.negate(), at.length().sub(radius))
  }
  const dotAt = cell(0.042)
  const flowerAt = cell(0.078)
  const petals = sin(flowerAt.y.atan(flowerAt.x).mul(5)).mul(0.07).add(0.27)
  const flower = spot(0.078, petals as unknown as Scalar, flowerAt).mul(spot(0.078, float(0.08), flowerAt).oneMinus())
  const rib = smoothstep(-0.5, 0.6, sin(g.x.mul(900)))
    .mul(clamp(float(1.5).sub(fwidth(g.x).mul(900)), 0, 1))
    .add(clamp(fwidth(g.x).mul(900).sub(0.5), 0, 0.4))
  return is('stripes')
    .mul(band(g.x, 0.046, -0.1))
    .add(is('hoops').mul(band(g.y, 0.046, -0.1)))
    .add(is('check').mul(cross(0.06, -0.1)))
    .add(is('dots').mul(spot(0.042, float(0.24), dotAt)))
    .add(
      is('pinstripe')
        .mul(band(g.x, 0.022, -0.93))
        .mul(0.6),
    )
    .add(is('plaid').mul(tartan))
    .add(is('floral').mul(flower))
    .add(is('rib').mul(rib).mul(0.8)) as unknown as Scalar
}

/**
 * Cloth as the shared material draws it. Folds come from one filtered relief: where they lie is baked into the vertices, how deep
 * they are follows the bend of the nearest joint. Wear is laid over by place on the body.
 */
export function clothNodes(look: SceneLookUniforms, bake: ClothBake): ClothNodes {
  const relief = clothTexture(bake.folds)
  const marks = clothTexture(bake.wear)
  const fold = attribute<'vec4'>('fold', 'vec4')
  const [arms, legs, trunk] = [perPerson('arms'), perPerson('legs'), perPerson('trunk')]
  const left = step(0, positionGeometry.x)
  const zone = (n: keyof typeof FOLD_ZONES): Scalar => step(abs(fold.w.sub(FOLD_ZONES[n])), 0.5)
  const side = (v: Four, l: 'x' | 'z', r: 'y' | 'w'): Scalar => mix(v[r], v[l], left) as unknown as Scalar
  const bent = zone('elbow')
    .mul(side(arms, 'x', 'y'))
    .add(zone('armpit').mul(side(arms, 'z', 'w')))
    .add(zone('hip').mul(side(legs, 'x', 'y')))
    .add(zone('knee').mul(side(legs, 'z', 'w')))
    .add(zone('waist').mul(trunk.w))
  const depth = varying(fold.z.mul(bent.mul(0.85).add(0.55)) as unknown as Scalar)
  const at = varying(fold.xy as unknown as Node<'vec2'>)
  const folds = texture(relief, at) as unknown as Four
  // Where one kind of folds gives way to another within a triangle the relief is squeezed together: cloth is smooth there.
  const squeezed = (d: (v: Node<'vec2'> | Node<'vec3'>) => Node) =>
    (d(at) as unknown as Node<'vec2'>)
      .length()
      .div((d(positionView as unknown as Node<'vec3'>) as unknown as Node<'vec3'>).length().max(1e-7))
  const whole = smoothstep(
    10.5,
    6.5,
    max(
      squeezed((v) => dFdx(v as never)),
      squeezed((v) => dFdy(v as never)),
    ),
  ) as unknown as Scalar
  const slope = folds.xy.sub(0.5).mul(GRADIENT_RANGE * 2) as unknown as Node<'vec2'>

  const place = varying(vec2(positionGeometry.x.add(positionGeometry.z.mul(0.62)), positionGeometry.y) as unknown as Node<'vec2'>)
  const person = trunk.x.mul(7.3).add(trunk.y.mul(3.1))
  const mark = texture(marks, place.div(0.62).add(person)) as unknown as Four
  // Skin's by place, so that it goes on from a head to a neck; cloth's along its threads.
  const fine = texture(marks, mix(grainOf().mul(3.1), place.mul(13), isKind('skin'))) as unknown as Four
  const wear = attribute<'vec4'>('wear', 'vec4')
  const wet = attribute<'float'>('wet', 'float')
  const woven = isWoven()
  const leather = isKind('leather')

  // Colour: pattern, then thread, then what life did to it.
  const fade = (v: Scalar, frequency: number) => clamp(float(1.4).sub(fwidth(v).mul(frequency)), 0, 1) as unknown as Scalar
  const g = grainOf()
  const accent = attribute<'vec4'>('accent', 'vec4')
  const knit = step(abs(accent.w.sub(PATTERNS.knit)), 0.5)
  const diagonal = g.x.add(g.y) as unknown as Scalar
  const twill = sin(diagonal.mul(1500)).mul(fade(diagonal, 1500)).mul(isKind('denim'))
  const tabby = sin(g.x.mul(2300))
    .mul(sin(g.y.mul(2300)))
    .mul(fade(g.x, 2300))
    .mul(isKind('cloth'))
  // Knitted stitches: columns of chevrons.
  const stitch = sin(g.x.mul(560))
    .mul(0.6)
    .add(sin(g.y.mul(760).add(abs(sin(g.x.mul(280))).mul(2.6))).mul(0.7))
    .mul(fade(g.y, 700))
    .mul(knit)
  // Strands: noise drawn out along the hair, in two sizes.
  const hair = isKind('hair')
  const strandsAt = (across: number, up: number) => texture(marks, vec2(g.x.mul(across), g.y.mul(up).add(g.x.mul(0.7)))) as unknown as Four
  const strands = strandsAt(19, 0.9)
    .y.sub(0.5)
    .add(strandsAt(7, 0.6).x.sub(0.5).mul(1.1))
    .mul(hair)
    .mul(smoothstep(0.77, 0.6, surface().x))
  // Curls are told by their roughness: there strands lie in coils, all ways.
  const coils = step(abs(surface().x.sub(COILED)), 0.01).mul(hair)
  const heather = fine.y
    .sub(0.5)
    .mul(isKind('wool').mul(0.5).add(isKind('denim').mul(0.55)).add(isKind('cloth').mul(0.16)).add(leather.mul(0.3)).add(coils.mul(1.1)))
  // Skin is never even: pores, and blood that stands nearer in one place than in another.
  const skin = isKind('skin')
  const pores = fine.y.sub(0.5).mul(skin) as unknown as Scalar
  const flush = mark.x.sub(0.5).mul(skin).mul(look.texture)
  const tone = tabby.mul(0.08).add(twill.mul(0.16)).add(stitch.mul(0.14)).add(strands.mul(0.6)).add(heather).mul(look.texture).add(1)
  const deep = clamp(depth.mul(80), 0, 1).mul(look.texture).mul(whole)
  const valley = mix(float(1), smoothstep(0.04, 0.42, folds.z).mul(0.46).add(0.54), deep)
  const crest = smoothstep(0.55, 0.85, folds.z).mul(deep)
  const dyed = mix(albedoOf(), accent.xyz, pattern())
    .mul(tone)
    .mul(vec3(1, 1, 1).sub(vec3(0.05, 0.3, 0.36).mul(flush)))
    .mul(valley) as unknown as Colour
  const grey = dot(dyed, vec3(0.3, 0.5, 0.2))
  const rubbed = wear.x.mul(crest.mul(0.7).add(smoothstep(0.45, 0.75, mark.x).mul(0.6)))
  const worn = mix(
    dyed,
    mix(vec3(grey, grey, grey), dyed, 0.45)
      .mul(1.3)
      .add(0.03),
    clamp(rubbed, 0, 0.85),
  )
  // Mud climbs from the hem; blotches everywhere else.
  const low = smoothstep(0.95, 0.05, positionGeometry.y)
  const soil = wear.y.mul(smoothstep(0.5, 0.66, mark.x.mul(0.72).add(mark.y.mul(0.2)).add(low.mul(0.3))))
  const soiled = mix(worn, vec3(0.085, 0.06, 0.038), soil.mul(0.86))
  const ragged = mark.z.mul(0.86).add(fine.y.mul(0.14))
  const hole = wear.w.mul(smoothstep(0.755, 0.768, ragged))
  const frayed = wear.w.mul(smoothstep(0.715, 0.742, ragged)).sub(hole)
  const threads = mix(soiled, soiled.mul(1.25).add(0.14), clamp(frayed, 0, 1).mul(smoothstep(0.3, 0.55, fine.y)))
  // What is seen through a rent lies deeper: shaded under its upper edge.
  const beneath = trunk.xyz.mul(smoothstep(0.75, 0.85, ragged).mul(0.55).add(0.3))
  const torn = mix(threads, beneath, hole)
  const stain = mark.w.mul(0.45).add(mark.x.mul(0.62))
  const blood = wear.z.mul(smoothstep(0.635, 0.66, stain))
  const soaked = wear.z.mul(smoothstep(0.6, 0.645, stain))
  const bloodied = mix(mix(torn, torn.mul(vec3(0.55, 0.16, 0.14)), soaked.mul(0.7)), vec3(0.115, 0.0055, 0.0045), blood.mul(0.93))
  const damp = wet.mul(smoothstep(0.18, 0.5, mark.w.mul(0.5).add(mark.x.mul(0.5)))) as unknown as Scalar
  const any = min(woven.add(leather), 1)
  const plain = dyed
  const colour = mix(plain, bloodied.mul(mix(vec3(1, 1, 1), vec3(0.44, 0.45, 0.48), damp)), any) as unknown as Colour

  const dry = mix(surface().x, max(surface().x, 0.9), max(soil, hole).mul(any))
  const shine = mix(float(0.78), float(0.5), smoothstep(0.5, 0.62, mark.w))
  // Highlights on skin break up over pores and over patches that are drier.
  const broken = pores.mul(0.3).add(flush.mul(0.2)).mul(look.texture)
  const roughness = mix(mix(dry.add(broken), min(dry, shine), damp.mul(any)), float(0.38), blood.mul(any)) as unknown as Scalar

  const micro = tabby
    .mul(0.00012)
    .add(twill.mul(0.0002))
    .add(stitch.mul(0.00075))
    .add(fine.y.mul(leather.mul(0.0011).add(isKind('wool').mul(0.0006))))
    .add(hole.mul(-0.003))
    .add(frayed.mul(0.0012))
    .add(strands.mul(0.00035))
    .add(pores.mul(0.00016))
    .add(fine.y.mul(coils).mul(0.0042))
    .mul(look.texture) as unknown as Scalar
  return {
    colour,
    roughness,
    normal: (n) => {
      const [px, py] = [dFdx(positionView), dFdy(positionView)]
      const amount = depth.mul(look.texture).mul(whole)
      const rise = (d: Node<'vec2'>, m: Scalar) => dot(slope, d).mul(amount).add(m)
      const hx = rise(dFdx(at) as unknown as Node<'vec2'>, dFdx(micro) as unknown as Scalar)
      const hy = rise(dFdy(at) as unknown as Node<'vec2'>, dFdy(micro) as unknown as Scalar)
      const [r1, r2] = [cross(py, n), cross(n, px)]
      const det = dot(px, r1)
      const lean = r1.mul(hx).add(r2.mul(hy)).mul(sign(det))
      // Slopes beyond a right angle's half are held: a fold is never a cliff.
      const size = lean.length().max(1e-9)
      const held = lean.mul(min(float(1), abs(det).mul(1.15).div(size)))
      return normalize(abs(det).max(1e-12).mul(n).sub(held)) as unknown as Colour
    },
    strands: strands as unknown as Scalar,
    fuzz: isKind('cloth')
      .add(isKind('wool').mul(2.3))
      .add(isKind('denim').mul(0.8))
      .add(isKind('silk').mul(0.9))
      .mul(damp.mul(0.75).oneMinus())
      .mul(blood.oneMinus()) as unknown as Scalar,
    lustre: isKind('silk').add(isKind('nylon').mul(0.3)).add(damp.mul(woven).mul(0.18)) as unknown as Scalar,
    dispose: () => {
      for (const t of [relief, marks] as DataTexture[]) t.dispose()
    },
  }
}
