import { CAMERA_MOUNTS, CAMERA_MOVES, LENS_SETS, z } from '../../film'
import { Retro } from './schema-output'
import { Air, bases, Lighting, OneOrMore, Reference, Scenes, Section, Text } from './schema-parts'
import { ShotSound } from './schema-sound'

/** Where in a set somebody or something is: a thing's name, or metres on the floor plan. */
const At = z.union([Text, z.array(z.number())]).describe('A thing of the set, or [x, z] or [x, y, z] in metres on the floor plan')

/** One shot: of a script's scene, laid over what is planned; or, without a script, the shot itself. */
export const Shot = z.union([
  z.string(),
  z
    .looseObject({
      ...bases,
      name: Text.describe('sh2, sc3.sh2, sc3_sh2, sh1-4, or a name of your own'),
      scene: Scenes,
      after: z
        .union([Text, z.number()])
        .describe('sh2, 2 or start: a shot of your own name is cut in behind that shot of its scene; behind the last when left out'),
      take: z.union([z.number(), z.string()]).describe('What this take is called; beside variations, which of them is in the film'),
      template: OneOrMore.describe('A template of `templates:` that this is based on'),
      location: Text.describe('Where this shot is played, if not in its scene’s place'),
      frame_range: z.union([z.string(), z.array(z.number())]).describe('[1, 48] or 1-48: first and last frame of the shot'),
      frames: z.number().describe('Length; what is spoken stays whole'),
      seconds: z.number().describe('Length; what is spoken stays whole'),
      variations: z.union([z.number(), z.array(z.union([Text, Section]))]).describe('How many, or what is other in each'),
      description: Text,
      action: OneOrMore.describe('What happens, as in a script'),
      dialogue: z
        .union([Text, z.array(z.union([Text, z.looseObject({ character: Text, line: Text, manner: Text }).partial()]))])
        .describe('Who says what'),
      camera: z.union([
        Text,
        z
          .looseObject({
            size: Text.describe('EWS, WS, FS, MLS, MS, MCU, CU, ECU'),
            lens: z.union([z.number(), z.string()]).describe('Focal length in mm'),
            lenses: Text.describe(`Set of lenses: ${LENS_SETS.join(', ')}`),
            mount: Text.describe(`What it is fixed to: ${CAMERA_MOUNTS.join(', ')}`),
            angle: Text.describe('eye, low, high, overhead'),
            move: Text.describe(CAMERA_MOVES.join(', ')),
            amount: z.number().describe('How far the move goes, 0.1 to 4; 1 is hardly noticed, 2 when it is left out'),
            framing: Text.describe('single, two-shot, over-shoulder, group, master, establishing, insert, pov …'),
            subjects: OneOrMore,
            over: Text,
            object: Text.describe('What an insert shows'),
          })
          .partial(),
      ]),
      lighting: Lighting,
      air: Air,
      reference: Reference,
      backdrop: z
        .union([Text, z.looseObject({ preset: Text, hdri: Text, location: Text }).partial()])
        .describe('What stands behind the people in place of the set: white, green screen, red gradient, or a place'),
      characters: z.array(
        z.union([
          Text,
          z
            .looseObject({
              name: Text,
              at: At,
              position: At,
              near: Text.describe('Somebody they are beside'),
              facing: z
                .union([Text, z.number()])
                .describe('Somebody, a thing, camera, north … west, or degrees: 0 towards +z, 90 towards +x'),
              action: Text,
              expression: Text.describe('joy, anger, sorrow, fear, surprise, disgust, contempt, tense, calm'),
            })
            .partial(),
        ]),
      ),
      props: z.array(z.union([Text, z.looseObject({ name: Text, at: At, position: At, held_by: Text }).partial()])),
      sound: ShotSound,
      vfx: z.union([Text, Section, z.array(z.unknown())]).describe('fade in, fade out, shake, rain … by name; { name, seconds, strength }'),
      style: Text.describe('Shown in this style: hollywood, nes, gameboy'),
      retro: Retro,
    })
    .partial(),
])
