import { bloom } from 'three/addons/tsl/display/BloomNode.js'
import { ao } from 'three/addons/tsl/display/GTAONode.js'
import {
  acesFilmicToneMapping,
  agxToneMapping,
  Fn,
  float,
  fract,
  If,
  Loop,
  luminance,
  mix,
  perspectiveDepthToViewZ,
  rtt,
  screenCoordinate,
  screenUV,
  smoothstep,
  sRGBTransferOETF,
  texture3D,
  vec2,
  vec3,
  vec4,
} from 'three/tsl'
import { HalfFloatType, type Node, type PassNode, type PerspectiveCamera, type TextureNode } from 'three/webgpu'
import { LOOK_TABLE_SIZE } from '../../departments/retro'
import type { QualityProfile } from '../quality'
import type { AirPass } from './air-pass'
import type { LookUniforms } from './look-uniforms'

type Colour = Node<'vec3'>

/** The brightest that bloom takes a point for, in exposed light: white is 1. */
const MOST_GLARE = 4

/** Scene light on its way to the lens. */
export interface SceneLight {
  /** Darkened where little light from all round gets, and as it comes through the air. */
  readonly light: Colour
  /** How much of what is round a point is open, 0 to 1; 1 where occlusion is off. */
  readonly open: Node<'float'>
}

/** A scene pass's light with ambient occlusion and what hangs in the air. */
export function sceneLight(
  scenePass: PassNode,
  camera: PerspectiveCamera,
  q: Pick<QualityProfile, 'aoSamples' | 'aoScale'>,
  u: LookUniforms,
  air?: AirPass,
): SceneLight {
  const colour = scenePass.getTextureNode('output')
  const depth = scenePass.getTextureNode('depth')

  let light: Colour = colour.rgb
  let open: Node<'float'> = float(1)
  if (q.aoSamples > 0) {
    const occlusion = ao(depth, null as never, camera)
    occlusion.resolutionScale = q.aoScale
    occlusion.samples.value = q.aoSamples
    occlusion.radius.value = 0.35
    occlusion.thickness.value = 0.6
    occlusion.distanceExponent.value = 1.4
    // Direct light is not occluded: the brighter a point, the less it is darkened.
    const k = mix(float(0.9), float(0.25), smoothstep(float(0.15), float(1.5), luminance(colour.rgb.mul(u.exposure))))
    open = occlusion.getTextureNode().r as unknown as Node<'float'>
    light = light.mul(mix(float(1), open, k.mul(u.occlusion)))
  }
  return { light: air ? air.over(light) : light, open }
}

/**
 * From the scene pass to a display-referred picture: ambient occlusion, what hangs in the air, depth of field, bloom and halation, the shot's own
 * grade in scene light, the view transform, the style's table.
 */
export function developed(scenePass: PassNode, camera: PerspectiveCamera, q: QualityProfile, u: LookUniforms, air?: AirPass): Node {
  const colour = scenePass.getTextureNode('output')
  const depth = scenePass.getTextureNode('depth')
  const { light } = sceneLight(scenePass, camera, q, u, air)
  let sharp: Colour = light
  if (q.blurTaps > 0) {
    const viewZ = perspectiveDepthToViewZ(depth.r, float(camera.near), float(camera.far)).negate().max(0.05)
    // Radius of the circle of confusion in pixels (thin lens), negative in front of the focus.
    const confusion = viewZ
      .sub(u.focus)
      .div(viewZ.mul(u.focus))
      .mul(u.aperture)
      .mul(u.height.div(2))
      .clamp(u.blurReach.negate(), u.blurReach)
    const composed = rtt(vec4(light, confusion), null, null, { type: HalfFloatType })
    const blurred = rtt(gathered(composed, q.blurTaps, u), null, null, {
      type: HalfFloatType,
      resolutionScale: 0.5,
    } as never)
    const here = composed.sample(screenUV)
    // What lies in front of the focus spreads over its own edge: the blurred picture's alpha tells how much.
    const soft = blurred.sample(screenUV)
    sharp = mix(here.rgb, soft.rgb, smoothstep(float(0.7), float(2.2), here.a.abs().max(soft.a)))
  }

  let hdr: Colour = sharp.mul(u.exposure)
  if (q.bloom) {
    const source = colour.rgb.mul(u.exposure)
    const seen = air ? air.overRoughly(source) : source
    // A lamp near the lens would veil all of the picture: what is brighter than this glows no more for it.
    const held = seen.mul(float(MOST_GLARE).div(luminance(seen).max(MOST_GLARE)))
    const glow = bloom(vec4(held, 1), 0.16, 0.65, 1.1)
    // What shines through the film is thrown back by its base, and lights the red layer first.
    const thrownBack = luminance(glow.rgb)
      .mul(vec3(2.6, 0.62, 0.16))
      .mul(u.halation)
    hdr = hdr.add(glow.rgb.mul(u.bloom)).add(thrownBack)
  }

  return Fn(() => {
    const c = hdr.max(0).toVar()
    const tone = smoothstep(float(0.02), float(0.6), luminance(c))
    const tinted = c.mul(mix(u.shadows as unknown as Colour, u.highlights as unknown as Colour, tone)).toVar()
    const saturated = mix(vec3(luminance(tinted)), tinted, u.saturation).max(0)
    const graded = saturated.div(0.18).pow(vec3(u.contrast)).mul(0.18).toVar()
    const shown = vec3(0).toVar()
    If(u.view.lessThan(0.5), () => {
      shown.assign(agxToneMapping(graded, float(1)))
    })
      .ElseIf(u.view.lessThan(1.5), () => {
        shown.assign(acesFilmicToneMapping(graded, float(1)))
      })
      .Else(() => {
        shown.assign(neutralView(graded as unknown as Colour))
      })
    const coded = (sRGBTransferOETF(shown.clamp(0, 1)) as unknown as Colour).clamp(0, 1).toVar()
    If(u.graded.greaterThan(0), () => {
      const n = LOOK_TABLE_SIZE
      coded.assign(texture3D(u.table, coded.mul((n - 1) / n).add(0.5 / n)).rgb)
    })
    return vec4(coded, 1)
  })() as unknown as Node
}

/** Khronos PBR Neutral (1.0): keeps colours as they are below 0.8 and lets what is brighter fade to white. */
function neutralView(colour: Colour): Colour {
  const least = colour.x.min(colour.y).min(colour.z)
  const offset = least.lessThan(0.08).select(least.sub(least.mul(least).mul(6.25)), float(0.04))
  const c = colour.sub(offset)
  const peak = c.x.max(c.y).max(c.z).max(1e-6)
  const [start, desaturation] = [0.76, 0.15]
  const d = 1 - start
  const pressed = float(1).sub(float(d * d).div(peak.add(d - start)))
  const g = float(1).sub(float(1).div(peak.sub(pressed).mul(desaturation).add(1)))
  const bright = mix(c.mul(pressed.div(peak)), vec3(pressed), g)
  return peak.lessThan(start).select(c, bright) as unknown as Colour
}

/** Half-size depth of field: a disc of taps around each pixel, each counted if its own blur reaches here. Alpha: blur spread from the foreground. */
function gathered(composed: TextureNode<'vec4'>, taps: number, u: LookUniforms): Node<'vec4'> {
  return Fn(() => {
    const centre = composed.sample(screenUV).toVar()
    const here = centre.a.toVar()
    const sum = centre.rgb.toVar()
    const weight = float(1).toVar()
    const front = float(0).toVar()
    // A turn per pixel makes grain of what would be rings; it is fixed to the screen, so it does not crawl.
    const cell = screenCoordinate.floor()
    const turn = fract(fract(cell.x.mul(0.06711056).add(cell.y.mul(0.00583715))).mul(52.9829189)).mul(Math.PI * 2)
    Loop(taps, ({ i }) => {
      const k = float(i).add(0.5)
      const radius = k.div(taps).sqrt().mul(u.blurReach).toVar()
      const angle = k.mul(2.399963).add(turn)
      const there = composed.sample(screenUV.add(vec2(angle.cos().mul(u.narrow), angle.sin()).mul(radius).mul(u.texel))).toVar()
      // What lies behind may not bleed over what is sharp in front of it.
      const size = there.a.greaterThan(here).select(there.a.abs().min(here.abs()), there.a.abs())
      const w = smoothstep(radius.sub(1.2), radius.add(0.6), size).toVar()
      sum.addAssign(there.rgb.mul(w))
      weight.addAssign(w)
      front.addAssign(there.a.lessThan(0).select(w.mul(there.a.abs()), 0))
    })
    return vec4(sum.div(weight), front.div(taps / 2))
  })() as unknown as Node<'vec4'>
}
