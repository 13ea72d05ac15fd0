import { type CharacterSpec, clamp, lerp, personKey, random, smoothstep, type Vec3 } from '../../film'
import { EYE, EYE_RADIUS, EYE_SHIFT } from './head-topology'
import { capsule, ellipsoid, type Field, smin, ssub } from './sdf'

/** The measures of a face that its parts share, in head space (unit: chin to crown). */
export interface HeadShape {
  readonly field: Field
  /** Depth of the neck's axis at a height. */
  neckZ(y: number): number
  readonly child: number
  readonly old: number
  readonly fem: number
  readonly eyeRadius: number
  /** Sideways shift of each eye away from the nose. */
  readonly eyeShift: number
  readonly mouthHalf: number
  readonly lip: number
  readonly neckRadius: number
  readonly width: number
  /** How far an eye's outer corner stands above its inner one: rise over run. */
  readonly eyeTilt: number
  /** How heavy the upper lid is, −1 wide awake to 1. */
  readonly hood: number
  /** A brow's own arch, slant and thickness, each −1 to 1. */
  readonly brow: { readonly arch: number; readonly slant: number; readonly thick: number }
  /** The middle of the left nostril. */
  readonly nostril: Vec3
}

/** Skull, face, jaw, nose, sockets and neck as one smooth solid. `neck` is [y, z] of the neck's lower end in head space. */
export function headField(spec: CharacterSpec, neckRadius: number, neck: readonly [number, number]): HeadShape {
  const f = spec.face
  const child = 1 - smoothstep(5, 15, spec.age)
  const old = smoothstep(50, 84, spec.age)
  const fem = spec.sex === 'female' ? 1 - 0.5 * child : 0
  const fat = clamp((spec.build - 0.5) * 2, -1, 1)
  const full = Math.max(0, fat) + 0.68 * child
  const gaunt = (0.5 * Math.max(0, -fat - 0.15) * (spec.sex === 'female' ? 0.5 : 1) + 0.42 * old * (1 - Math.max(0, fat))) * (1 - child)
  // What no measure of the spec says, but tells kin from strangers: the line of nose, lids and brows.
  const own = random(`${personKey(spec)}/features`)
  const [snub, hook, tilt, hood, arch, slant, thick, cleft] = Array.from({ length: 8 }, () => own.range(-1, 1)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const w = 1 + 0.075 * f.width + 0.05 * full
  const jawW = (0.216 + 0.046 * f.jaw - 0.02 * fem - 0.012 * child + 0.03 * Math.max(0, fat)) * w
  const jawY = -0.285
  const chinY = -0.422 + 0.034 * child - 0.022 * f.chin
  const chinZ = 0.252 + 0.028 * f.chin - 0.02 * child - 0.02 * Math.max(0, fat)
  const chinR = 0.079 + 0.02 * f.jaw - 0.01 * fem
  const cheekR = 0.116 + 0.018 * f.cheek + 0.024 * full - 0.008 * gaunt
  const brow = 0.02 + 0.013 * f.brow - 0.013 * fem - 0.01 * child
  const noseTipY = -0.132 - 0.03 * f.noseLength + 0.024 * child + 0.012 * snub
  const noseOut = 0.476 - 0.01 * fem + 0.03 * f.noseLength - 0.034 * child + 0.01 * old
  const noseW = 1 + 0.22 * f.noseWidth
  const tipR = (0.047 + 0.008 * f.noseWidth) * (1 - 0.2 * fem) * (1 - 0.24 * child) * (1 + 0.12 * old)
  const wing = 0.034 * noseW * (1 - 0.14 * fem) * (1 - 0.22 * child)
  const nostril: Vec3 = [0.026 * noseW * (1 - 0.12 * child), noseTipY - 0.05, noseOut - 0.05]
  const bridge = 0.026 + 0.004 * f.noseWidth
  const eyeShift = EYE_SHIFT * f.eyeSpacing
  const ex = EYE[0] + eyeShift
  const field: Field = (x, y, z) => {
    const u = Math.abs(x)
    let d = ellipsoid(u, y, z, 0, 0.145 + 0.01 * child, -0.035, 0.368 * (1 + 0.05 * f.width) * (1 + 0.03 * child), 0.36, 0.425)
    d = smin(d, ellipsoid(u, y, z, 0, -0.06, 0.07, 0.332 * w, 0.33, 0.328), 0.09)
    d = smin(d, ellipsoid(u, y, z, 0, jawY, 0.1, jawW, 0.175, 0.235), 0.1)
    // The angle of the jaw below the ear.
    d = smin(d, capsule(u, y, z, jawW * 0.94, -0.2, -0.02, 0.085, chinY + 0.02, chinZ - 0.02, 0.062 + 0.012 * f.jaw, 0.06), 0.09)
    d = smin(d, ellipsoid(u, y, z, 0, chinY, chinZ, chinR * 1.15, chinR * 0.92, chinR), 0.075)
    d = smin(d, ellipsoid(u, y, z, 0.185 * w, -0.135, 0.232, cheekR, cheekR * 0.9, cheekR * 0.98), 0.09)
    if (old > 0.2) d = smin(d, ellipsoid(u, y, z, 0.172 * w, -0.35, 0.17, 0.05 + 0.012 * old, 0.07, 0.085), 0.1)
    if (gaunt > 0.1) d = ssub(d, ellipsoid(u, y, z, 0.285 * w, -0.235, 0.23, 0.07, 0.1, 0.1) + 0.056 - 0.05 * gaunt, 0.17)
    // Muzzle under the lips, then sockets, then brows over them.
    d = smin(d, ellipsoid(u, y, z, 0, -0.262, 0.292, 0.135, 0.095, 0.098), 0.075)
    d = ssub(d, ellipsoid(u, y, z, ex - 0.006, EYE[1] + 0.004, 0.452, 0.09, 0.07, 0.062), 0.075)
    d = smin(d, capsule(u, y, z, 0.05, 0.118, 0.364 + brow * 0.6, 0.22 * w, 0.118, 0.272 + brow * 0.4, 0.034 + brow * 0.3, 0.03), 0.085)
    // Nose: bridge, ridge, tip, wings; nostrils are painted, for no net of a face is as fine as they.
    d = smin(d, capsule(u, y, z, 0, 0.055, 0.384 + brow * 0.3, 0, noseTipY + 0.016, noseOut - 0.03, bridge, bridge * 1.3), 0.08)
    // A hump on some bridges, a dip in others.
    if (hook > 0) d = smin(d, ellipsoid(u, y, z, 0, -0.02 + noseTipY * 0.25, 0.425, 0.02, 0.05, 0.012 + 0.014 * hook), 0.05)
    d = smin(d, ellipsoid(u, y, z, 0, noseTipY + 0.012, 0.4, 0.055 * noseW, 0.06, 0.05), 0.06)
    d = smin(d, ellipsoid(u, y, z, 0, noseTipY, noseOut - 0.014, tipR * noseW, tipR * 0.9, tipR), 0.04)
    d = smin(
      d,
      ellipsoid(
        u,
        y,
        z,
        0.05 * noseW * (1 - 0.12 * fem - 0.2 * child),
        noseTipY - 0.01,
        noseOut - 0.078,
        wing,
        0.032 * (1 - 0.16 * child),
        0.052,
      ),
      0.03,
    )
    // Philtrum and the fold below the lower lip.
    d = ssub(d, capsule(u, y, z, 0, noseTipY - 0.075, 0.447, 0, -0.23, 0.442, 0.008, 0.008), 0.04)
    if (cleft > 0.55 && child < 0.5)
      d = ssub(d, capsule(u, y, z, 0, chinY + 0.03, chinZ + 0.1, 0, chinY - 0.03, chinZ + 0.08, 0.006, 0.006), 0.035)
    d = ssub(d, ellipsoid(u, y, z, 0, -0.362, 0.41, 0.09, 0.02, 0.045), 0.06)
    if (old > 0.1) {
      // The fold from nose to mouth, the bag under the eye.
      d = ssub(d, capsule(u, y, z, 0.085, -0.15, 0.402, 0.158, -0.275, 0.345, 0.009 * old, 0.009 * old), 0.045)
      d = ssub(d, capsule(u, y, z, 0.085, -0.1, 0.4, 0.185, -0.108, 0.372, 0.007 * old, 0.007 * old), 0.035)
      // Temples hollow.
      d = ssub(d, ellipsoid(u, y, z, 0.36 * w, 0.06, 0.17, 0.05, 0.09, 0.08) + 0.02 * (1 - old), 0.08)
    }
    d = smin(d, capsule(u, y, z, 0, -0.3, -0.07, 0, neck[0], neck[1], neckRadius * 0.95, neckRadius * 1.04), 0.07)
    if (fat > 0.3) d = smin(d, ellipsoid(u, y, z, 0, -0.43, 0.09, 0.17, 0.08, 0.16), 0.08)
    // Sternomastoid from behind the ear to the collar.
    d = smin(
      d,
      capsule(u, y, z, neckRadius * 0.95, -0.3, -0.06, neckRadius * 0.32, neck[0] + 0.03, neck[1] + neckRadius * 0.86, 0.03, 0.03),
      0.05,
    )
    return d
  }
  return {
    field,
    neckZ: (y) => lerp(-0.07, neck[1], (y + 0.3) / (neck[0] + 0.3)),
    child,
    old,
    fem,
    eyeRadius: EYE_RADIUS * (0.99 + 0.06 * f.eyeSize + 0.08 * child + 0.025 * fem - 0.03 * old),
    eyeShift,
    mouthHalf: (0.116 + 0.018 * f.mouthWidth - 0.022 * child) * (0.96 + 0.04 * w),
    lip: 0.9 + 0.32 * f.lips + 0.24 * fem + 0.08 * child - 0.22 * old,
    neckRadius,
    width: w,
    eyeTilt: 0.07 * tilt + 0.03 * fem - 0.04 * old,
    hood,
    brow: { arch, slant, thick },
    nostril,
  }
}
