import { PERMIT_STATES } from '../departments/locations'
import { DITHERS } from '../departments/retro'
import { CONTAINERS } from '../encode'
import { artifactFields, HandEdit, SOUND_BUSES, Vec3, z } from '../film'
import { REFERENCE_PARTS, type ResolvedProduction as ResolvedProductionType, SPRITE_ACTIONS } from '../production'
import { schemaOf } from './schema-of'

const Words = z.array(z.string())
const Rgb = z.tuple([z.number(), z.number(), z.number()])

const Spans = z.array(z.object({ from: z.string(), to: z.string() }))
const byScene = <S extends z.ZodType>(value: S) => z.array(z.object({ scenes: Spans, value }))
const Lamp = z.object({
  lamp: z.string(),
  add: Vec3.optional(),
  position: Vec3.optional(),
  target: Vec3.optional(),
  stops: z.number().optional(),
  kelvin: z.number().optional(),
  gel: z.string().optional(),
  beamDeg: z.number().optional(),
  soft: z.number().optional(),
  on: z.boolean().optional(),
})
const Light = z.object({ time_of_day: z.enum(['DAY', 'NIGHT', 'DAWN', 'DUSK']).optional(), words: Words, lamps: z.array(Lamp).optional() })
const Camera = z.object({
  size: z.string().optional(),
  lens_mm: z.number().optional(),
  angle: z.string().optional(),
  move: z.string().optional(),
  amount: z.number().optional(),
  lenses: z.string().optional(),
  mount: z.string().optional(),
  framing: z.string().optional(),
  subjects: Words.optional(),
  over: z.string().optional(),
  object: z.string().optional(),
})

const Character = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string().optional(),
  model: z.string().optional(),
  model_sha256: z.string().optional(),
  actor: z.string().optional(),
  sex: z.enum(['female', 'male']).optional(),
  body_type: z.string().optional(),
  height_m: z.number().optional(),
  height_words: z.string().optional(),
  age: z.number().optional(),
  age_words: z.string().optional(),
  ethnicity: z.string().optional(),
  hair: z.string().optional(),
  eyes: z.string().optional(),
  skin: z.string().optional(),
  voice: z
    .object({
      words: z.string().optional(),
      pitch_hz: z.number().optional(),
      words_per_minute: z.number().optional(),
      silent: z.literal(true).optional(),
    })
    .optional(),
  mannerisms: Words,
  wardrobe: byScene(z.array(z.object({ words: z.string(), colour: z.string().optional() }))),
  hairstyles: byScene(z.string()),
  ageing: byScene(z.number()),
  injuries: byScene(z.string()),
})

const Reference = z.object({ file: z.string(), sha256: z.string().optional(), parts: z.array(z.enum(REFERENCE_PARTS)) })

const Site = z.object({
  address: z.string().optional(),
  timeZone: z.string().optional(),
  weather: z.array(
    z.object({
      month: z.number(),
      highC: z.number().optional(),
      lowC: z.number().optional(),
      rainDays: z.number().optional(),
      snowDays: z.number().optional(),
      fogDays: z.number().optional(),
      sunHours: z.number().optional(),
      words: Words,
    }),
  ),
  weatherShown: z.boolean(),
  contact: z
    .object({ name: z.string().optional(), role: z.string().optional(), phone: z.string().optional(), email: z.string().optional() })
    .optional(),
  features: Words,
  restrictions: Words,
  permits: z.array(
    z.object({
      name: z.string(),
      status: z.enum(PERMIT_STATES),
      authority: z.string().optional(),
      number: z.string().optional(),
      from: z.string().optional(),
      until: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  logistics: z.object({
    parking: z.string().optional(),
    power: z.string().optional(),
    access: z.string().optional(),
    facilities: z.string().optional(),
    distanceKm: z.number().optional(),
    travelMinutes: z.number().optional(),
    notes: z.array(z.tuple([z.string(), z.string()])),
  }),
})

const Location = z.object({
  key: z.string(),
  name: z.string(),
  type: z.string(),
  kind: z.string().optional(),
  hdri: z.string().optional(),
  hdri_rotation: z.number().optional(),
  hdri_intensity: z.number().optional(),
  hdri_sha256: z.string().optional(),
  set: z.unknown().optional(),
  interior: z.boolean().optional(),
  description: z.string().optional(),
  scenes: Spans.optional(),
  light: Light,
  earth: z
    .object({
      latitude: z.number(),
      longitude: z.number(),
      date: z.tuple([z.number(), z.number(), z.number()]),
      minutes: z.number().optional(),
      utcOffset: z.number(),
    })
    .optional(),
  reference: Reference.optional(),
  site: Site.optional(),
  month: z.number().optional(),
  props: Words,
})

const Retro = z.object({
  width: z.number().optional(),
  height: z.number().optional(),
  palette: z.union([z.string(), Words]).optional(),
  colours: z.number().optional(),
  dither: z.enum(DITHERS).optional(),
  dither_size: z.number().optional(),
  strength: z.number().optional(),
  downscale: z.enum(['area', 'median', 'nearest', 'edge']).optional(),
  posterise: z.number().optional(),
  outline: z.number().optional(),
  display: z.string().optional(),
})

const InShot = { position: z.array(z.number()).optional(), at: z.string().optional() }

const ShotSound = z.object({
  silent: z.boolean().optional(),
  cues: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      bus: z.enum(SOUND_BUSES),
      shot: z.string().optional(),
      scenes: Spans.optional(),
      at_s: z.number().optional(),
      offset_s: z.number().optional(),
      duration_s: z.number().optional(),
      skip_s: z.number().optional(),
      fade_in_s: z.number().optional(),
      fade_out_s: z.number().optional(),
      gain_db: z.number().optional(),
      pan: z.number().optional(),
      loop: z.boolean().optional(),
    }),
  ),
})

const Shot = z.object({
  name: z.string(),
  scene: z.string().optional(),
  number: z.number().optional(),
  after: z.number().optional(),
  take: z.string().optional(),
  chosen: z.string().optional(),
  location: z.string().optional(),
  frame_range: z.tuple([z.number(), z.number()]).optional(),
  frames: z.number().optional(),
  seconds: z.number().optional(),
  action: Words,
  dialogue: z.array(z.object({ character: z.string(), line: z.string(), manner: z.string().optional() })),
  camera: Camera,
  light: Light,
  reference: Reference.optional(),
  retro: Retro.extend({ style: z.string().optional() }).optional(),
  backdrop: z.string().optional(),
  characters: z.array(
    z.object({
      name: z.string(),
      action: z.string().optional(),
      ...InShot,
      near: z.string().optional(),
      facing: z.union([z.number(), z.string()]).optional(),
      expression: z.string().optional(),
    }),
  ),
  props: z.array(z.object({ name: z.string(), ...InShot, held_by: z.string().optional() })),
  sound: ShotSound.optional(),
  path: z.array(z.union([z.string(), z.number()])),
  vfx: z.array(
    z.object({
      name: z.string(),
      seconds: z.number().optional(),
      strength: z.number().optional(),
      number: z.number().optional(),
    }),
  ),
})

const Output = z.object({
  name: z.string(),
  preset: z.string().optional(),
  style: z.string(),
  style_changes: z.record(z.string(), z.unknown()).optional(),
  quality: z.string(),
  width: z.number(),
  height: z.number(),
  container: z.enum(CONTAINERS),
  codec: z.string().optional(),
  stand_in: z.string().optional(),
  audio: z.enum(['aac', 'opus', 'none']).optional(),
  fps: z.string().optional(),
  retro: Retro.optional(),
})

const Sprites = z.object({
  name: z.string(),
  character: z.string(),
  action: z.enum(SPRITE_ACTIONS),
  directions: z.union([z.literal(4), z.literal(8)]),
  frames: z.number(),
  height: z.number(),
  style: z.string(),
  quality: z.string(),
})

/** `Production.json` of a run: the master file with nothing left open. */
export const ResolvedProduction = schemaOf<ResolvedProductionType>()(
  z.object({
    ...artifactFields('Production'),
    meta: z.object({
      id: z.string(),
      title: z.string(),
      version: z.string(),
      author: z.string(),
      description: z.string(),
      created: z.string(),
    }),
    script: z.object({ file: z.string(), sha256: z.string() }).optional(),
    style: z.object({
      preset: z.string(),
      look: z.string().optional(),
      era: z.string().optional(),
      mood: Words,
      grade: z.object({ saturation: z.number(), contrast: z.number(), shadows: Rgb, highlights: Rgb }).optional(),
      contrast: z.number(),
    }),
    target_format: z.string(),
    aspect: z.number(),
    fps: z.string(),
    settings: z.object({
      width: z.number(),
      height: z.number(),
      voices: z.array(z.object({ name: z.string(), pitchHz: z.number(), wordsPerMinute: z.number() })),
      fonts: z.record(z.string(), z.string()),
      run_folder: z.string(),
    }),
    characters: z.array(Character),
    locations: z.array(Location),
    shots: z.union([z.literal('auto'), z.array(Shot)]),
    takes: z.array(z.object({ scene: z.string().optional(), number: z.number(), take: z.string() })).optional(),
    light: Light,
    camera: Camera,
    edits: z.array(HandEdit).optional(),
    transitions: z.array(
      z.object({
        scenes: Spans,
        at: z.enum(['in', 'out']),
        kind: z.enum(['cut', 'fade', 'black', 'dissolve', 'wipe']),
        frames: z.number().optional(),
      }),
    ),
    sound: ShotSound.extend({
      loudness: z.number().optional(),
      true_peak: z.number().optional(),
      dialogue_db: z.number().nullable().optional(),
      ambience_db: z.number().nullable().optional(),
      foley_db: z.number().nullable().optional(),
    }).optional(),
    outputs: z.array(Output),
    sprites: z.array(Sprites).optional(),
    render: z.object({ coarse: z.boolean(), on_failure: z.enum(['stop', 'hole']) }),
    sections: z.record(z.string(), z.unknown()),
  }),
)
