import { z } from '../../film'

/** Words; YAML reads `1.0` and `3` as numbers, which are words here too. */
export const Text = z.union([z.string(), z.number()])

/** A list, or its only member. */
export const OneOrMore = z.union([Text, z.array(Text)])

/** Which scenes: `scene_1_5`, `1-5`, `3A`, `all`, or a list of these. */
export const Scenes = OneOrMore.describe('Scenes: 3, 3A, 1-5, scene_1_5, all; or a list')

/** `1920x1080`, `[1920, 1080]` or `{ width, height }`. */
export const Size = z
  .union([z.string(), z.array(z.number()), z.looseObject({ width: z.number(), height: z.number() }).partial()])
  .describe('1920x1080, [1920, 1080] or { width, height }')

/** `24`, `23.976` or `24000/1001`. */
export const Fps = z.union([z.number(), z.string()]).describe('24, 23.976, 24000/1001')

/** A department's section: what it knows is documented with the department. */
export const Section = z.looseObject({})

/** What may name its base. */
export const bases = {
  extends: OneOrMore.describe('A template of `templates:` that this is based on'),
}

const Place = z.array(z.number()).describe('[x, y, z] in the set, metres')

/** One lamp, other than it is planned. */
const Lamp = z
  .looseObject({
    lamp: Text.describe('key, rim, fill, or a practical: the name on the floor plan'),
    add: Text.describe('A name of your own: one lamp more, where `at` says'),
    at: Place,
    aim: Place,
    level: z.union([z.number(), z.string()]).describe('Stops over what is planned, or percent: -1, 50 %'),
    kelvin: z.number(),
    gel: Text.describe('Full CTO, 1/2 CTB …, or a colour, #rrggbb'),
    beam: z.number().describe('Barn doors: all of the beam, degrees'),
    soft: z.number().describe('Edge of the beam: 0 hard, 1 soft'),
    on: z.union([z.boolean(), z.string()]),
  })
  .partial()

/** What hangs in the air of a shot, a place or the film, as it is written. */
export const Air = z
  .union([
    z.string(),
    z.boolean(),
    z
      .object({
        preset: Text.describe('shafts, haze, fog, smoke, underwater; none is clear air'),
        density: z.number().describe('Times as thick as the preset: 0.05 to 8'),
        height: z.number().describe('Metres over which it thins out; 0 is everywhere the same'),
        drift: z.number().describe('How fast it drifts, metres a second'),
        colour: Text.describe('What it looks like in white light, #rrggbb'),
      })
      .partial(),
  ])
  .describe('What hangs in the air, and is seen where light shines through it: shafts, haze, fog, smoke, underwater, none')

/** A photograph to be matched. */
export const Reference = z
  .union([
    Text,
    z
      .looseObject({
        file: Text,
        path: Text,
        light: z.boolean().describe('false: not where the key stands, how hard it is, its ratio'),
        grade: z.boolean().describe('false: not exposure, contrast, colours, warmth'),
        camera: z.boolean().describe('false: not the height and roll of the horizon (of shots)'),
      })
      .partial(),
  ])
  .describe('A photograph (JPEG, PNG) that light, grade and horizon are matched to, as far as they can be told')

/** The light of a shot, a place or the film, as it is written. */
export const Lighting = z.union([
  Text,
  z
    .looseObject({
      time_of_day: Text,
      weather: Text,
      mood: Text,
      preset: Text,
      rig: Text.describe(
        'three-point, high-key, low-key, noir, rembrandt, butterfly, silhouette, moonlight, firelight, neon, product: how people are lit',
      ),
      ratio: z.union([z.number(), z.string()]).describe('Key to fill on a grey card: 4, or 4:1'),
      key: Text.describe('Which side of the picture the key comes from: left, right'),
      air: Air,
      lamps: z
        .union([z.array(Lamp), z.record(z.string(), Lamp)])
        .describe('Lamps other than they are planned, by the names that the floor plan has; and lamps more'),
      contrast: z.union([z.number(), z.string()]).describe('A ratio in words: low, normal, high'),
    })
    .partial(),
])
