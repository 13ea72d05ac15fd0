import { type Garment, lerp } from '../../film'
import type { Body } from './body-field'
import { TOP_CUT, type TopCut } from './tops'

/** How shirts, sweaters, dresses and suits are cut; `tucked` ends them at the waist, `under` makes them slim beneath a coat. */
export function innerCut(g: Garment, body: Body, tucked: boolean, under: boolean, knee: number): TopCut {
  const { h } = body
  const hip = body.hipY - 0.012 * h
  switch (g.kind) {
    case 'sweater':
      if (tucked) return { ...TOP_CUT, ease: 0.009, armEase: 0.01, hemY: body.waistY - 0.05 * h, cuff: 0.021, folds: 0.004 }
      return { ...TOP_CUT, ease: under ? 0.009 : 0.013, armEase: 0.01, hemY: hip, cuff: 0.021, folds: 0.006 }
    case 't-shirt':
      if (tucked)
        return {
          ...TOP_CUT,
          ease: 0.007,
          armEase: 0.009,
          hemY: body.waistY - 0.05 * h,
          sleeve: 0.66,
          cuff: 0.034,
          folds: 0.003,
          neckline: 1.2,
          collarY: -0.004,
        }
      return {
        ...TOP_CUT,
        ease: 0.0085,
        armEase: 0.009,
        hemY: hip,
        sleeve: 0.66,
        cuff: 0.034,
        folds: 0.004,
        neckline: 1.2,
        collarY: -0.004,
      }
    case 'dress':
      return {
        ...TOP_CUT,
        ease: 0.0065,
        armEase: 0.007,
        hemY: knee - 0.03 * h,
        flare: 0.3,
        sleeve: 0.72,
        cuff: 0.032,
        folds: 0.0025,
        neckline: 1.24,
        collarY: -0.008,
      }
    case 'pyjamas':
      return { ...TOP_CUT, ease: 0.012, armEase: 0.011, hemY: body.hipY - 0.03 * h, cuff: 0.026, folds: 0.005 }
    case 'spacesuit':
      return {
        ...TOP_CUT,
        ease: 0.024,
        armEase: 0.018,
        hemY: body.hipY + 0.03 * h,
        cuff: 0.034,
        folds: 0,
        quilt: 0.006,
        neckline: 1.5,
        collarY: -0.008,
      }
    case 'uniform':
      return { ...TOP_CUT, ease: 0.0105, armEase: 0.009, hemY: hip - 0.01 * h, cuff: 0.022, folds: 0.004 }
    default:
      return {
        ...TOP_CUT,
        ease: tucked ? 0.006 : 0.0095,
        armEase: 0.008,
        hemY: tucked ? body.waistY - 0.05 * h : hip,
        cuff: 0.021,
        folds: tucked ? 0.003 : 0.0045,
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
        ease: 0.028,
        armEase: 0.019,
        hemY: body.hipY - 0.085 * h,
        flare: 0.08,
        cuff: 0.033,
        folds: 0.003,
        quilt: 0.007,
        neckline: 1.34,
        collarY: 0.008,
      }
    case 'coat':
      return {
        ...TOP_CUT,
        ease: 0.021,
        armEase: 0.0155,
        hemY: knee - 0.005 * h,
        flare: 0.14,
        cuff: 0.029,
        folds: 0.004,
        vOpen: 0.75,
        buttonY: body.chestY - 0.04 * h,
        openBelow: 0.2,
        neckline: 1.26,
        collarY: 0.006,
      }
    case 'lab-coat':
      return {
        ...TOP_CUT,
        ease: 0.018,
        armEase: 0.014,
        hemY: knee + 0.03 * h,
        flare: 0.12,
        cuff: 0.028,
        folds: 0.0045,
        vOpen: 0.85,
        buttonY: button,
        openBelow: 0.34,
        neckline: 1.24,
        collarY: 0.004,
      }
    case 'robe':
      return {
        ...TOP_CUT,
        ease: 0.018,
        armEase: 0.016,
        hemY: ankle + 0.035 * h,
        flare: 0.13,
        cuff: 0.034,
        folds: 0.004,
        vOpen: 0.42,
        buttonY: body.chestY - 0.02 * h,
        openBelow: -0.07,
        neckline: 1.22,
        collarY: 0.004,
      }
    case 'suit-jacket':
      return {
        ...TOP_CUT,
        ease: 0.0165,
        armEase: 0.012,
        hemY: body.hipY - 0.045 * h,
        flare: 0.06,
        cuff: 0.0255,
        folds: 0.0035,
        vOpen: 0.9,
        buttonY: button,
        openBelow: 0.3,
        neckline: 1.22,
        collarY: 0.004,
      }
    default:
      return {
        ...TOP_CUT,
        ease: 0.018,
        armEase: 0.0135,
        hemY: body.hipY + 0.012 * h,
        cuff: 0.025,
        folds: 0.0055,
        vOpen: 0.75,
        buttonY: lerp(body.waistY, body.chestY, 0.55),
        openBelow: 0.16,
        neckline: 1.26,
        collarY: 0.008,
      }
  }
}
