import { cameraProjectionMatrix, dFdx, dFdy, Fn, float, mix, positionView, renderGroup, uniform, vec2, vec4 } from 'three/tsl'
import type { Node } from 'three/webgpu'
import type { SceneLook } from '../../departments/retro'

type Scalar = Node<'float'>
type Vector = Node<'vec3'>

/** How materials draw in a style: uniforms that all of a stage's materials share, so that another style compiles nothing. */
export class SceneLookUniforms {
  readonly #texture = uniform(1).setGroup(renderGroup)
  readonly #faceted = uniform(0).setGroup(renderGroup)
  readonly #grid = uniform(0).setGroup(renderGroup)
  readonly #bands = uniform(0).setGroup(renderGroup)

  /** Sets what the next pictures are drawn with. */
  set({ texture, faceted, snap, bands }: Pick<SceneLook, 'texture' | 'faceted' | 'snap' | 'bands'>): void {
    this.#texture.value = texture
    this.#faceted.value = faceted ? 1 : 0
    this.#grid.value = snap ?? 0
    this.#bands.value = bands
  }

  /** 1 surfaces with all their texture, 0 plain. */
  get texture(): Scalar {
    return this.#texture as unknown as Scalar
  }

  /** A surface's normal, or its face's where faces are flat. */
  normal(smooth: Vector): Vector {
    const face = dFdx(positionView).cross(dFdy(positionView)).normalize()
    return mix(smooth, face as unknown as Vector, this.#faceted).normalize() as unknown as Vector
  }

  /** A surface's place in clip space, on the pixels of a coarse screen where corners snap. */
  clip(): Node<'vec4'> {
    return Fn(() => {
      const projection = cameraProjectionMatrix as unknown as Node<'mat4'> & { element(i: number): Node<'vec4'> }
      const at = cameraProjectionMatrix.mul(vec4(positionView, 1)).toVar()
      const [across, down] = [projection.element(0).x, projection.element(1).y]
      // Half the screen's pixels each way; the projection's scales tell its aspect.
      const half = vec2(this.#grid.mul(down).div(across) as unknown as Scalar, this.#grid).mul(0.5)
      const snapped = at.xy.div(at.w.max(1e-3)).mul(half).round().div(half.max(1)).mul(at.w)
      const snaps = this.#grid.greaterThan(0).and(at.w.greaterThan(1e-2))
      return vec4(snaps.select(snapped, at.xy), at.zw)
    })() as unknown as Node<'vec4'>
  }

  /** What a light's colour is multiplied by so that its cosine on a surface falls in steps: 1 where light is smooth. */
  banded(cosine: Scalar): Scalar {
    const n = this.#bands
    const lit = cosine.clamp(0, 1)
    const at = lit.mul(n).add(0.35)
    const step = at.floor()
    // An edge as wide as a thousandth of the light, or a pixel: drawn, not stepped.
    const edge = at.sub(step).div(at.fwidth().mul(1.2).max(0.02)).clamp(0, 1)
    const level = step.sub(1).add(edge).max(0).div(n.max(1))
    return n.greaterThan(0.5).select(level.div(lit.max(0.02)).min(4), float(1)) as unknown as Scalar
  }
}
