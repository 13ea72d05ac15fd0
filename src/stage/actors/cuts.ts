import { type Garment, lerp } from '../../film'
import type { Body } from './body-field'
import { TOP_CUT, type TopCut } from './tops'

/** How shirts, sweaters, dresses and suits are cut; `tucked` ends them at the waist, `under` makes them slim beneath a coat. */
export function innerCut(g: Garment, body: Body, tucked: boolean, under: boolean, knee: number, open = true): TopCut {
  const { h } = body
  const hip = body.hipY - 0.012 * h
  // Just far enough into the waistband that no bend pulls it out.
  const tuck = body.waistY - 0.03 * h
  switch (g.kind) {
    case 'sweater':
      if (tucked) return { ...TOP_CUT, ease: 0.0085, armEase: 0.009, hemY: tuck, cuff: 0.021, fit: 0.5 }
      return { ...TOP_CUT, ease: under ? 0.0085 : 0.0105, armEase: 0.009, hemY: hip - 0.006 * h, cuff: 0.0215, fit: under ? 0.5 : 0.2 }
    case 't-shirt':
      return {
        ...TOP_CUT,
        ease: tucked ? 0.006 : 0.0075,
        armEase: 0.008,
        hemY: tucked ? tuck : hip - 0.004 * h,
        fit: tucked || under ? 0.55 : 0.22,
        sleeve: 0.62,
        cuff: 0.031,
        neckline: 1.2,
        collarY: -0.004,
      }
    case 'dress':
      return {
        ...TOP_CUT,
        ease: 0.006,
        armEase: 0.006,
        hemY: g.long ? body.pose.at('leftFoot')[1] + 0.03 * h : knee - 0.03 * h,
        flare: 0.3,
        fit: 0.92,
        sleeve: 0.6,
        cuff: 0.028,
        neckline: 1.36,
        collarY: -0.014,
      }
    case 'pyjamas':
      return {
        ...TOP_CUT,
        ease: 0.0105,
        armEase: 0.01,
        hemY: body.hipY - 0.03 * h,
        cuff: 0.025,
        fit: 0.12,
        vOpen: 0.5,
        buttonY: body.chestY,
      }
    case 'spacesuit':
      return {
        ...TOP_CUT,
        ease: 0.024,
        armEase: 0.018,
        hemY: body.hipY + 0.03 * h,
        cuff: 0.034,
        fit: 0.5,
        quilt: 0.006,
        neckline: 1.5,
        collarY: -0.008,
      }
    case 'uniform':
      return { ...TOP_CUT, ease: 0.0095, armEase: 0.0085, hemY: hip - 0.02 * h, cuff: 0.0225, fit: 0.5, pad: 0.003, flare: 0.05 }
    default:
      return {
        ...TOP_CUT,
        ease: tucked ? 0.0055 : 0.0085,
        armEase: 0.0075,
        hemY: tucked ? tuck : hip - 0.012 * h,
        cuff: 0.0215,
        fit: tucked ? 0.45 : 0.2,
        ...(!open ? {} : { vOpen: 0.42, buttonY: lerp(body.chestY, body.neckY, 0.42) }),
      }
  }
}

/** How coats and jackets are cut. */
export function outerCut(g: Garment, body: Body, knee: number, ankle: number): TopCut {
  const { h } = body
  const button = lerp(body.waistY, body.chestY, 0.25)
  switch (g.kind) {
    case 'parka':
      return {
        ...TOP_CUT,
        ease: 0.023,
        armEase: 0.017,
        hemY: body.hipY - 0.085 * h,
        flare: 0.06,
        fit: 0.1,
        cuff: 0.031,
        quilt: 0.007,
        neckline: 1.34,
        collarY: 0.008,
      }
    case 'coat':
      return {
        ...TOP_CUT,
        ease: 0.0165,
        armEase: 0.0125,
        hemY: knee + 0.005 * h,
        flare: 0.13,
        fit: 0.3,
        pad: 0.004,
        cuff: 0.0275,
        vOpen: 0.8,
        buttonY: body.chestY - 0.045 * h,
        openBelow: 0.1,
        neckline: 1.24,
        collarY: 0.004,
      }
    case 'lab-coat':
      return {
        ...TOP_CUT,
        ease: 0.0145,
        armEase: 0.0115,
        hemY: knee + 0.03 * h,
        flare: 0.12,
        fit: 0.25,
        pad: 0.002,
        cuff: 0.0265,
        vOpen: 0.85,
        buttonY: button,
        openBelow: 0.34,
        neckline: 1.22,
        collarY: 0.002,
      }
    case 'robe':
      return {
        ...TOP_CUT,
        ease: 0.016,
        armEase: 0.015,
        hemY: ankle + 0.035 * h,
        flare: 0.13,
        fit: 0.3,
        cuff: 0.035,
        vOpen: 0.42,
        buttonY: body.chestY - 0.02 * h,
        openBelow: -0.07,
        neckline: 1.2,
        collarY: 0.004,
      }
    case 'suit-jacket':
      return {
        ...TOP_CUT,
        ease: 0.0125,
        armEase: 0.0095,
        hemY: body.hipY - 0.04 * h,
        flare: 0.09,
        fit: 0.55,
        pad: 0.005,
        cuff: 0.0245,
        vOpen: 0.9,
        buttonY: button,
        openBelow: 0.26,
        neckline: 1.2,
        collarY: 0.002,
      }
    default:
      return {
        ...TOP_CUT,
        ease: 0.0145,
        armEase: 0.0115,
        hemY: body.hipY + 0.008 * h,
        fit: 0.15,
        pad: 0.003,
        cuff: 0.0245,
        vOpen: 0.75,
        buttonY: lerp(body.waistY, body.chestY, 0.75),
        openBelow: 0.1,
        neckline: 1.24,
        collarY: 0.006,
      }
  }
}
