import { hasCellPalettes, isDiffusion, type Style } from '../../departments/retro'
import { AreaDownscale } from './area-downscale'
import { CandidateGrid } from './candidate-grid'
import { ChooseCells } from './choose-cells'
import { Copy } from './copy'
import { CrtDisplay } from './crt-display'
import { Diffuse } from './diffuse'
import { EncodeSrgb } from './encode-srgb'
import { GradeLight } from './grade-light'
import { Ham } from './ham'
import { LcdDisplay } from './lcd-display'
import { Levels } from './levels'
import { PaletteBuffers } from './palette-buffers'
import { Pixelate } from './pixelate'
import { QUANTISE_KINDS, Quantise, quantiseKind } from './quantise'
import { UpscaleNearest } from './upscale-nearest'

/** How each kernel is made, with the palettes that those that choose colours share. */
const MAKERS = {
  copy: Copy.create,
  present: UpscaleNearest.create,
  encodeSrgb: EncodeSrgb.create,
  area: AreaDownscale.create,
  /** For a display smaller than the style's own picture: averaged, since dropping pixels would shred it. */
  shrink: AreaDownscale.create,
  pixelate: Pixelate.create,
  grade: GradeLight.create,
  /** Its pipelines are apart: `quantise N`. */
  quantise: async (device, palettes, grid) => Quantise.create(device, palettes, await grid(), []),
  diffuse: async (device, palettes, grid) => Diffuse.create(device, palettes, await grid()),
  levels: Levels.create,
  chooseCells: ChooseCells.create,
  ham: Ham.create,
  crt: CrtDisplay.create,
  lcd: LcdDisplay.create,
} as const satisfies Record<string, Maker>

/** The grid is made for whoever asks for it first: films in all colours need none. */
type Maker = (device: GPUDevice, palettes: PaletteBuffers, grid: () => Promise<CandidateGrid>) => Promise<{ destroy(): void }>
type Whole = keyof typeof MAKERS
/** A kernel, or one pipeline of a kernel that has several. */
export type KernelName = Whole | `quantise ${number}`
/** A kernel by its name. */
export type Kernel<N extends Whole> = Awaited<ReturnType<(typeof MAKERS)[N]>>

/** What nearly every style needs, if only to be seen. */
const ALWAYS: readonly KernelName[] = ['copy', 'present', 'encodeSrgb', 'area', 'shrink', 'grade']
/** The rest, likeliest first. */
const RARER: readonly KernelName[] = [
  ...QUANTISE_KINDS.map((kind) => `quantise ${kind}` as const),
  ...(['chooseCells', 'crt', 'lcd', 'levels', 'diffuse', 'pixelate', 'ham'] as const),
]

/** The kernels that a style is drawn with. */
export function kernelsOf(style: Style): readonly KernelName[] {
  const { palette, downscale, limits, mixes, dither, distance, display } = style
  const hasPalettes = palette !== null || (mixes !== null && (mixes.count !== null || limits !== null))
  const isQuantised = hasPalettes && !isDiffusion(dither.kind) && limits?.kind !== 'ham'
  // Whoever draws such a style with colours of his own may leave its cells out.
  const hasCells = hasCellPalettes(style)
  const more: (readonly [KernelName, boolean])[] = [
    ['pixelate', downscale !== 'area' && downscale !== 'none'],
    ['chooseCells', hasCells],
    [`quantise ${quantiseKind(dither, distance, 'few')}`, isQuantised],
    [`quantise ${quantiseKind(dither, distance, 'many')}`, isQuantised],
    [`quantise ${quantiseKind(dither, distance, 'cells')}`, isQuantised && hasCells],
    ['levels', mixes !== null && mixes.count === null],
    ['diffuse', isDiffusion(dither.kind)],
    ['ham', limits?.kind === 'ham'],
    ['crt', display.kind === 'crt'],
    ['lcd', display.kind === 'lcd'],
  ]
  return [...ALWAYS, ...more.flatMap(([name, isNeeded]) => (isNeeded ? [name] : []))]
}

/** Kernels are made when they are first wanted: a pipeline takes a while to compile, and most films have one style. */
export class KernelShelf {
  readonly palettes: PaletteBuffers
  readonly #device: GPUDevice
  #grid: Promise<CandidateGrid> | undefined
  readonly #promised = new Map<KernelName, Promise<unknown>>()
  readonly #made = new Map<Whole, { destroy(): void }>()
  readonly #ready = new Set<KernelName>()
  #isOver = false

  constructor(device: GPUDevice) {
    this.#device = device
    this.palettes = new PaletteBuffers(device)
  }

  /** Whether all of these are there. */
  has(names: readonly KernelName[]): boolean {
    return names.every((name) => this.#ready.has(name))
  }

  /** A kernel that was made. @throws Error before `make`. */
  get<N extends Whole>(name: N): Kernel<N> {
    const made = this.#made.get(name)
    if (!made) throw new Error(`KernelShelf: ${name} is not made yet`)
    return made as Kernel<N>
  }

  /** Makes what is not there yet. */
  async make(names: readonly KernelName[]): Promise<void> {
    await Promise.all(names.map((name) => this.#one(name)))
  }

  /** Makes one of those that are not there yet, so that nothing waits long behind it. False when all are. */
  async makeOneMore(): Promise<boolean> {
    const next = this.#isOver ? undefined : [...ALWAYS, ...RARER].find((name) => !this.#ready.has(name))
    if (next) await this.#one(next)
    return next !== undefined
  }

  destroy(): void {
    this.#isOver = true
    for (const kernel of this.#made.values()) kernel.destroy()
    void this.#grid?.then((grid) => grid.destroy())
    this.palettes.destroy()
  }

  #one(name: KernelName): Promise<unknown> {
    let promised = this.#promised.get(name)
    if (!promised) {
      promised = isPart(name) ? this.#one('quantise').then(() => this.#part(name)) : this.#whole(name)
      promised = promised.then(() => this.#ready.add(name))
      this.#promised.set(name, promised)
    }
    return promised
  }

  async #part(name: `quantise ${number}`): Promise<void> {
    if (!this.#isOver) await this.get('quantise').make(Number(name.slice('quantise '.length)))
  }

  async #whole(name: Whole): Promise<void> {
    const kernel = await (MAKERS[name] as Maker)(this.#device, this.palettes, () => {
      this.#grid ??= CandidateGrid.create(this.#device, this.palettes)
      return this.#grid
    })
    if (this.#isOver) kernel.destroy()
    else this.#made.set(name, kernel)
  }
}

const isPart = (name: KernelName): name is `quantise ${number}` => !(name in MAKERS)
