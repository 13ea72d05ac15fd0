import { AssetManifest, Breakdown, FrameState, RenderOutput, RenderPackage, RenderPlan, Script, ShotList, z } from '../film'
import { Production } from '../production/master'

/** Each artifact; `Production` is the master file that people write. */
const ARTIFACTS = { Production, Script, Breakdown, ShotList, AssetManifest, RenderPlan, FrameState, RenderOutput, RenderPackage }

/** JSON Schema (draft-07) of every artifact and of the master file, by file name: what stands in `public/schemas`. */
export function artifactSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(ARTIFACTS).map(([name, schema]) => {
      const file = `${name.replace(/(?<=.)[A-Z]/g, (c) => `-${c}`).toLowerCase()}.schema.json`
      const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
      return [file, `${JSON.stringify({ ...json, title: name }, undefined, 2)}\n`]
    }),
  )
}
