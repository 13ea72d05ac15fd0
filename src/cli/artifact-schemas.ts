import { Style } from '../departments/retro'
import { PictureSequence } from '../encode'
import {
  AssetManifest,
  Breakdown,
  Continuity,
  Diagnostic,
  FrameState,
  RenderOutput,
  RenderPackage,
  RenderPlan,
  Script,
  ShotList,
  ShotSlice,
  SoundPlan,
  z,
} from '../film'
import { Characters, PictureCheck, Production, RenderManifest, ShotPlans, SpriteSheet, Voices } from '../production'
import { ResolvedProduction } from './resolved-production-schema'
import * as runFiles from './run-file-schemas'

/** Each artifact and file format by name; `Production` is the master file that people write. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Production,
  ResolvedProduction,
  Script,
  Breakdown,
  Continuity,
  Voices,
  ShotList,
  Characters,
  AssetManifest,
  RenderPlan,
  ShotPlans,
  SoundPlan,
  ShotSlice,
  PictureCheck,
  RenderOutput,
  RenderManifest,
  SpriteSheet,
  RenderPackage,
  PictureSequence,
  FrameState,
  Style,
  Diagnostic,
  ...runFiles,
}

/** JSON Schema (draft-07) of every artifact and file format, by file name (`Script.v1.json`): what stands in `public/schemas`. */
export function artifactSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const file = `${name}.v1.json`
      const { $schema, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', override: keepUnknownKeys })
      return [file, `${JSON.stringify({ $schema, $id: file, title: name, ...json }, undefined, 2)}\n`]
    }),
  )
}

/** Readers keep what they do not know: every object with named keys says so. */
function keepUnknownKeys({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { properties, additionalProperties: more } = jsonSchema
  if (properties && (typeof more !== 'object' || Object.keys(more).length === 0)) jsonSchema.additionalProperties = true
}
