import { exp, Fn, float, floor, If, rtt, screenUV, uniform, vec2, vec4 } from 'three/tsl'
import { HalfFloatType, type Node, type PassNode, type RTTNode, type TextureNode, Vector2 } from 'three/webgpu'
import { type AirUniforms, airMarched, causticsAt, pointSeen } from '../../stage'

type Colour = Node<'vec3'>

/** How finely the air is drawn. */
export interface AirQuality {
  /** Steps along each ray. */
  readonly steps: number
  /** Lines that it is drawn in, at least; a picture has up to four times as many each way. */
  readonly lines: number
}

/** What differs by so much of its distance is another thing, whose air is not this one's. */
const APART = 0.06

/**
 * Haze, fog, smoke and water over a scene pass. Light in the air is marched into a small picture of its own, evened out over
 * the four by four pixels that share their steps, and laid over the large one by depth. Clear air draws none of it, nor does
 * it compile it: a film without air starts sooner. Who wants no pipeline to be made at a cut has it prepared.
 */
export class AirPass {
  readonly #u: AirUniforms
  readonly #depth: TextureNode
  readonly #march: RTTNode
  readonly #even: RTTNode
  readonly #lines: number
  readonly #size = uniform(new Vector2(1, 1))
  #isWarm = false
  #isAsked = false

  constructor(scenePass: PassNode, u: AirUniforms, { steps, lines }: AirQuality) {
    this.#u = u
    this.#lines = lines
    this.#depth = scenePass.getTextureNode('depth') as unknown as TextureNode
    const small = (node: Node) =>
      rtt(node as Node<'vec4'>, null, null, { type: HalfFloatType, autoUpdate: false } as never) as unknown as RTTNode
    this.#march = small(airMarched(u, this.#depth, steps))
    this.#even = small(this.#evened())
  }

  /** Sets the picture's size. */
  setSize(width: number, height: number): void {
    const share = Math.min(0.5, Math.max(0.25, this.#lines / height))
    for (const target of [this.#march, this.#even]) target.setResolutionScale(share)
    this.#size.value.set(Math.floor(width * share), Math.floor(height * share))
    // What air is drawn to is made with the picture, not when it is first needed.
    this.#isAsked = this.#isWarm
  }

  /** Before each picture, when scene and camera stand: has it drawn if there is any. */
  begin(): void {
    const isDrawn = this.#u.isOn || this.#isAsked
    this.#isAsked = false
    this.#isWarm ||= isDrawn
    this.#march.textureNeedsUpdate = isDrawn
    this.#even.textureNeedsUpdate = isDrawn
  }

  /** Has the next picture drawn with both pictures of it, whatever the air: false if that is done. */
  prepare(): boolean {
    if (this.#isWarm) return false
    this.#isAsked = true
    return true
  }

  /** Scene light as it comes through the air. */
  over(light: Colour): Colour {
    const u = this.#u
    return Fn(() => {
      const out = light.toVar()
      If(u.on.greaterThan(0), () => {
        const { at, metres } = pointSeen(u, screenUV as never, this.#depth.sample(screenUV).r as never)
        If(u.caustics.greaterThan(0).and(metres.lessThan(u.reach)), () => {
          out.mulAssign(float(1).sub(u.caustics.mul(0.35)).add(causticsAt(u, at).mul(u.caustics).mul(1.6)))
        })
        const air = this.#layered(metres as never)
        out.assign(
          out
            .mul(exp(u.absorption.mul(metres.min(u.reach)).negate()))
            .mul(air.a)
            .add(air.rgb),
        )
      })
      return out
    })() as unknown as Colour
  }

  /** The same for light that is spread over the picture anyway: by the nearest of the small picture. */
  overRoughly(light: Colour): Colour {
    const u = this.#u
    return Fn(() => {
      const out = light.toVar()
      If(u.on.greaterThan(0), () => {
        out.mulAssign(this.#even.sample(screenUV).a)
      })
      return out
    })() as unknown as Colour
  }

  dispose(): void {
    for (const { renderTarget } of [this.#march, this.#even]) renderTarget?.dispose()
  }

  /** Metres to what is seen at a place of the picture. */
  #metresAt(at: Node<'vec2'>): Node<'float'> {
    return pointSeen(this.#u, at, this.#depth.sample(at).r as never).metres.min(this.#u.reach) as Node<'float'>
  }

  /** Every pixel the mean of four by four: of the same surface all sixteen steps' beginnings, once each. */
  #evened(): Node {
    return Fn(() => {
      const own = this.#metresAt(screenUV as never).toVar()
      const sum = vec4(0).toVar()
      const weight = float(0).toVar()
      for (let y = -2; y < 2; y++)
        for (let x = -2; x < 2; x++) {
          const at = screenUV.add(vec2(x, y).div(this.#size)).toVar()
          const off = this.#metresAt(at as never)
            .sub(own)
            .abs()
            .div(own)
          const w = exp(off.div(APART).pow(2).negate()).max(1e-4).toVar()
          sum.addAssign(this.#march.sample(at).mul(w))
          weight.addAssign(w)
        }
      return sum.div(weight)
    })() as unknown as Node
  }

  /** The small picture at a pixel of the large one: of its four nearest those that are as far away. */
  #layered(own: Node<'float'>): Node<'vec4'> {
    const cell = screenUV.mul(this.#size).sub(0.5).toVar()
    const corner = floor(cell).toVar()
    const part = cell.sub(corner).toVar()
    const sum = vec4(0).toVar()
    const weight = float(0).toVar()
    const mine = own.min(this.#u.reach).toVar()
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const at = corner
        .add(vec2(x + 0.5, y + 0.5))
        .div(this.#size)
        .toVar()
      const near = (x ? part.x : part.x.oneMinus()).mul(y ? part.y : part.y.oneMinus())
      const off = this.#metresAt(at as never)
        .sub(mine)
        .abs()
        .div(mine)
      const w = near
        .mul(exp(off.div(APART).pow(2).negate()).max(1e-3))
        .add(1e-5)
        .toVar()
      sum.addAssign(this.#even.sample(at).mul(w))
      weight.addAssign(w)
    }
    return sum.div(weight) as unknown as Node<'vec4'>
  }
}
