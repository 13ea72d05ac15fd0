import { Fn, float, If, reference, renderGroup, texture, vec2 } from 'three/tsl'
import type { DepthTexture, LightShadow, Node } from 'three/webgpu'

type FilterInputs = {
  readonly depthTexture: DepthTexture
  readonly shadowCoord: Node<'vec3'>
  readonly shadow: LightShadow
}

/** Where the nine taps stand, in units of the shadow's radius in texels, and their weights: a tent. */
const TAPS = [-1, 0, 1].flatMap((y) => [-1, 0, 1].map((x) => ({ x, y, weight: ((2 - Math.abs(x)) * (2 - Math.abs(y))) / 16 })))

/**
 * A shadow filter without noise: nine comparisons, each bilinear, on a fixed square of the shadow's `radius`. three's own
 * turns five taps by a pattern fixed to the screen, which neither rests under a moving camera nor averages out over
 * jittered sub-frames. Assign to `shadow.filterNode`, with `shadow.lit` beside it: 0 for a light that does not shine, whose
 * map nobody reads.
 */
export const softShadow = Fn(({ depthTexture, shadowCoord, shadow }: FilterInputs) => {
  const step = reference('radius', 'float', shadow)
    .setGroup(renderGroup)
    .div(reference('mapSize', 'vec2', shadow).setGroup(renderGroup))
  const lit = reference('lit', 'float', shadow).setGroup(renderGroup) as unknown as Node<'float'>
  const share = float(1).toVar()
  // One branch for the whole draw: taps are most of what a dark slot would cost.
  If(lit.greaterThan(0), () => {
    let sum: Node<'float'> | undefined
    for (const { x, y, weight } of TAPS) {
      const at = shadowCoord.xy.add(vec2(x, y).mul(step as unknown as Node<'vec2'>))
      const tap = (texture(depthTexture, at).compare(shadowCoord.z) as unknown as Node<'float'>).mul(weight) as unknown as Node<'float'>
      sum = sum ? (sum.add(tap) as unknown as Node<'float'>) : tap
    }
    share.assign(sum as Node<'float'>)
  })
  return share
})
