import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { artifactSchemas } from '../../src/cli/artifact-schemas'

const FOLDER = resolve(import.meta.dirname, '../../public/schemas')

describe('public/schemas', () => {
  it('[J1] holds the schema of every artifact as it is now (npm run schemas writes them)', () => {
    const schemas = artifactSchemas()
    expect(readdirSync(FOLDER).sort()).toEqual([...schemas.keys()].sort())
    for (const [file, text] of schemas) expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')), file).toEqual(JSON.parse(text))
  })
  it('[J2] speaks draft-07 and keeps unknown keys', () => {
    for (const text of artifactSchemas().values()) {
      const schema = JSON.parse(text)
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
      expect(schema.additionalProperties).not.toBe(false)
    }
  })
})
