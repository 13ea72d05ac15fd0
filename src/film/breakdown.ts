import { artifactFields, type Value, z } from './value'

/** What a scene needs, each with the words that asked for it. */
export const BreakdownItem = z.object({
  category: z.enum(['cast', 'extras', 'prop', 'vehicle', 'animal', 'weather', 'light', 'sound', 'action']),
  /** Lower case, singular: `kettle`, `rain`, `pistol`. */
  name: z.string(),
  text: z.string(),
  line: z.int().positive(),
})

export const Breakdown = z.looseObject({
  ...artifactFields('Breakdown'),
  scenes: z.array(z.object({ sceneKey: z.string(), items: z.array(BreakdownItem) })),
})
export type Breakdown = Value<z.infer<typeof Breakdown>>
