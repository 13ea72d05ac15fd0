import { z } from 'zod'

// The page's content-security policy forbids `new Function`, which zod otherwise probes for.
z.config({ jitless: true })

/** An artifact as everybody but its maker sees it: readonly all the way down. */
export type Value<T> = T extends (...args: never[]) => unknown ? T : T extends object ? { readonly [K in keyof T]: Value<T[K]> } : T

/** A point or direction [x, y, z] in metres; right-handed, y up. */
export const Vec3 = z.tuple([z.number(), z.number(), z.number()])
export type Vec3 = readonly [number, number, number]

/** A unit quaternion [x, y, z, w]. */
export const Quat = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Quat = readonly [number, number, number, number]

/** A colour as people write it: `#rrggbb`, display-referred sRGB. */
export const HexColour = z.string().regex(/^#[0-9a-f]{6}$/)

/** Linear-light RGB, 0 or more, unbounded. */
export const LinearRgb = Vec3

/** The fields every artifact starts with. */
export const artifactFields = <N extends string>(name: N) => ({
  schema: z.literal(name),
  version: z.literal('1.0.0'),
})

export { z }
