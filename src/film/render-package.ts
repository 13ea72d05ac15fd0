import { artifactFields, type Value, z } from './value'

/** The list of what is needed to render elsewhere or again: every artifact by name and hash. */
export const RenderPackage = z.looseObject({
  ...artifactFields('RenderPackage'),
  title: z.string(),
  artifacts: z.array(z.object({ name: z.string(), hash: z.string(), bytes: z.int() })),
  versions: z.record(z.string(), z.string()),
})
export type RenderPackage = Value<z.infer<typeof RenderPackage>>
