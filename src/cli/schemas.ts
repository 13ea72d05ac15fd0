#!/usr/bin/env node
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { artifactSchemas } from './artifact-schemas'
import { packageRoot } from './package-root'

const folder = join(packageRoot(), 'public', 'schemas')
await mkdir(folder, { recursive: true })
for (const [file, text] of artifactSchemas()) {
  await writeFile(join(folder, file), text)
  process.stdout.write(`public/schemas/${file}\n`)
}
