import { didYouMean, slug } from '../../film'
import type { ProductionFile } from './master-document'
import { TEMPLATES } from './templates'

/**
 * A new production from a template: its files, the master file first.
 * @throws RangeError when no template has that name.
 */
export function createProduction(title: string, template = 'short_film'): ProductionFile[] {
  const found = Object.hasOwn(TEMPLATES, template) ? TEMPLATES[template] : undefined
  if (!found) {
    const near = didYouMean(template, Object.keys(TEMPLATES))
    throw new RangeError(
      `createProduction: there is no template ${template}; ${near ? `did you mean ${near}?` : `there are ${Object.keys(TEMPLATES).join(', ')}`}`,
    )
  }
  const name = title.trim().replace(/\s+/g, ' ').slice(0, 200) || 'Untitled'
  const base = slug(name).slice(0, 60)
  const script = `${base}.fountain`
  // In quotes a title may hold colons and whatever else means something to YAML; inside the script it is plain text.
  const yaml = found.yaml
    .replace('title: TITLE', () => `title: ${JSON.stringify(name)}`)
    .replace('script: SCRIPT', () => `script: ${script}`)
    .replace('Title: TITLE', () => `Title: ${name}`)
  const files = [{ name: `${base}.production.yaml`, bytes: utf8.encode(yaml) }]
  if (found.script !== undefined) files.push({ name: script, bytes: utf8.encode(found.script.replace('TITLE', () => name)) })
  return files
}

const utf8 = new TextEncoder()
