import type { Style } from './style/index'

/** What somebody asks of a style beside its name. */
export interface StyleChanges {
  /** `#rrggbb`, 2 to 256 colours. */
  readonly palette?: readonly string[] | undefined
  readonly dither?: Style['dither']['kind'] | undefined
  /** Share of the second colour, 0 to 1. */
  readonly strength?: number | undefined
}

/** A style with some of it changed; with a palette of its own it is called `custom`. */
export const styleWith = (style: Style, { palette, dither, strength }: StyleChanges): Style => ({
  ...style,
  ...(palette ? { id: 'custom', palette: [...palette] } : {}),
  dither: { ...style.dither, ...(dither ? { kind: dither } : {}), ...(strength === undefined ? {} : { strength }) },
})
