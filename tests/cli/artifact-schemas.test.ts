import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { artifactSchemas, SCHEMAS } from '../../src/cli/artifact-schemas'
import { MemoryStore } from '../../src/pipeline'
import { PLANNED_ARTIFACTS } from '../../src/production'
import { opened, studio } from '../production/fake-crew'

const FOLDER = resolve(import.meta.dirname, '../../public/schemas')

describe('public/schemas', () => {
  it('[J1] holds the schema of every artifact as it is now (npm run schemas writes them)', () => {
    const schemas = artifactSchemas()
    expect(readdirSync(FOLDER).sort()).toEqual([...schemas.keys()].sort())
    for (const [file, text] of schemas) expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')), file).toEqual(JSON.parse(text))
  })
  it('[J2] speaks draft-07, names itself and keeps unknown keys everywhere', () => {
    for (const [file, text] of artifactSchemas()) {
      const schema = JSON.parse(text)
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
      expect(schema.$id).toBe(file)
      expect(file).toBe(`${schema.title}.v1.json`)
      expect(schema.additionalProperties).toBe(true)
      expect(text).not.toContain('"additionalProperties": false')
    }
  })
  it('[J3] names every artifact that a run keeps, each of version 1.0.0', () => {
    const schemas = artifactSchemas()
    for (const name of [
      ...PLANNED_ARTIFACTS,
      'SegmentList',
      'PictureCheck',
      'RenderOutput',
      'RenderManifest',
      'RenderPackage',
      'RunSummary',
      'Checkpoint',
    ]) {
      const { properties } = JSON.parse(schemas.get(`${name}.v1.json`) ?? '{}')
      expect(properties?.schema?.const, name).toBe(name)
      expect(properties?.version?.const, name).toBe('1.0.0')
    }
  })
  it('[J4] describes every JSON file that a run leaves', async () => {
    const store = new MemoryStore()
    const { engine, request } = studio(store).engineFor(opened('INT. OFFICE - DAY\n\nNOOR (30, red coat) waits.\n\nNOOR\nNow.\n'))
    await engine.start(request).done
    const seen = new Set<string>()
    for (const file of await store.list('')) {
      const kind = /([A-Z]\w*)(\.\w+)*\.json$/.exec(file)?.[1]?.replace(/^Production$/, 'ResolvedProduction')
      const name = file.endsWith('.meta.json')
        ? 'ArtifactMeta'
        : file.endsWith('run_summary.json')
          ? 'RunSummary'
          : file.endsWith('checkpoint.json')
            ? 'Checkpoint'
            : kind
      if (!name) continue
      seen.add(name)
      const found = SCHEMAS[name]?.safeParse(JSON.parse(new TextDecoder().decode(await store.read(file))))
      expect(found?.error?.issues ?? [], file).toEqual([])
      expect(found, file).toBeDefined()
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['ArtifactMeta', 'Checkpoint', 'RenderManifest', 'RunSummary', 'ShotPlans']))
  })
})
