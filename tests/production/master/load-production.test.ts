import { describe, expect, it } from 'vitest'
import { loadProduction, productionHash, projectId, SETTINGS } from '../../../src/production/master'
import { QUALITIES } from '../../../src/production/master/settings'
import { QUALITY_NAMES } from '../../../src/render'
import { file, KITCHEN, load, rules, sample } from './files'

describe('loadProduction', () => {
  it('makes a production of defaults of a bare script: 24 frames, 16:9', () => {
    const loaded = loadProduction([KITCHEN], 'kitchen.fountain')
    expect(loaded.diagnostics).toEqual([])
    expect(loaded.script?.name).toBe('kitchen.fountain')
    expect(loaded.production).toMatchObject({
      fps: '24',
      aspect: 1.777778,
      shots: 'auto',
      meta: { id: 'kettle', title: 'Kettle', author: 'Somebody' },
    })
    expect(loaded.production.outputs).toEqual([
      { name: 'film', style: 'hollywood', quality: 'production', width: 1920, height: 1080, container: 'mp4' },
    ])
    expect(loadProduction([KITCHEN], '').production).toEqual(loaded.production)
  })

  it('writes the defaults that were used into the production: 1920×1080 at 30, voices, grades, fonts', () => {
    const { production, diagnostics } = load('script: kitchen.fountain')
    expect(diagnostics).toEqual([])
    expect(production.fps).toBe('30')
    expect(production.settings).toMatchObject({ width: 1920, height: 1080, run_folder: 'artifacts' })
    expect(production.settings.voices.length).toBeGreaterThanOrEqual(4)
    expect(Object.keys(SETTINGS.colour_presets).length).toBeGreaterThanOrEqual(6)
    expect(Object.keys(production.settings.fonts)).toContain('captions')
    expect(QUALITIES).toEqual(QUALITY_NAMES)
  })

  it('lets the production overrule the defaults, and flags the production', () => {
    const yaml = 'script: kitchen.fountain\nfps: 25\nsettings: { size: 1280x720, run_folder: out }\nstyle: noir'
    expect(load(yaml).production).toMatchObject({
      fps: '25',
      settings: { width: 1280, height: 720, run_folder: 'out' },
      outputs: [{ width: 1280 }],
    })
    const flagged = load(yaml, { fps: '12', each_output: { size: '64x36', style: 'nes', quality: 'draft' } }).production
    expect(flagged.fps).toBe('12')
    expect(flagged.outputs).toMatchObject([{ width: 64, height: 36, style: 'nes', quality: 'draft' }])
    expect(flagged.style.grade?.saturation).toBe(0.04)
  })

  it("takes outputs by flag: the production's own by name, else presets", () => {
    const yaml = 'script: kitchen.fountain\noutputs: [{ name: web, preset: youtube_1080p, quality: draft }, social_square]'
    expect(load(yaml, { outputs: ['web'] }).production.outputs).toMatchObject([{ name: 'web', quality: 'draft' }])
    expect(load(yaml, { outputs: ['cinema_2k'] }).production.outputs).toMatchObject([{ preset: 'cinema_2k', width: 2048 }])
  })

  it('merges a folder by section, and says what two files say differently', () => {
    const files = [
      KITCHEN,
      file('01-meta.yaml', 'title: From the section file'),
      file('02-production.yaml', 'production:\n  script: kitchen.fountain\n  fps: 24\n  characters: { anna: { age: 30 } }'),
      file('03-characters.yaml', 'ben: { age: 41 }\nanna: { age: 31 }'),
    ]
    const loaded = loadProduction(files, '')
    expect(loaded.production.meta.title).toBe('From the section file')
    expect(loaded.production.characters.map((c) => [c.name, c.age])).toEqual([
      ['ANNA', 31],
      ['BEN', 41],
    ])
    expect(loaded.diagnostics).toMatchObject([{ rule: 'production.conflict', severity: 'warning', file: '03-characters.yaml', line: 2 }])
    expect(loaded.document.place(['characters', 'ben', 'age'])).toMatchObject({ file: '03-characters.yaml', line: 1 })
    expect(loaded.document.place(['fps'])).toMatchObject({ file: '02-production.yaml', line: 3 })
  })

  it('lays a production over another file and over the templates', () => {
    const base = file('base.yaml', 'extends: commercial\nfps: 48\nstyle: { contrast: low }')
    const { production, diagnostics } = load('extends: base.yaml\nscript: kitchen.fountain\nstyle: { contrast: high }', undefined, [base])
    expect(diagnostics).toEqual([])
    expect(production).toMatchObject({ fps: '48', meta: { title: 'Kettle' }, style: { look: 'vivid', contrast: 1.15 } })
    expect(production.outputs.map((o) => o.name)).toEqual(['web', 'square'])
  })

  it('refuses what is based on itself', () => {
    expect(rules(load('extends: film.yaml\nscript: kitchen.fountain'))).toEqual(['production.base-cycle'])
    const loop = 'script: kitchen.fountain\ntemplates: { a: { extends: b }, b: { extends: a } }\ncharacters: [{ name: ANNA, extends: a }]'
    expect(rules(load(loop))).toContain('production.template-cycle')
    expect(rules(load('script: kitchen.fountain\noutput_presets: { a: { extends: b }, b: { extends: a } }\noutputs: [a]'))).toContain(
      'production.preset-cycle',
    )
    expect(load('extends: short_flim\nscript: kitchen.fountain').diagnostics).toMatchObject([{ remedy: 'did you mean short_film?' }])
  })

  it('lays entries over templates, and theirs over what they extend', () => {
    const { production } = load(`
script: kitchen.fountain
templates:
  tall: { height: 1.9, wardrobe: black suit }
  giant: { extends: tall, height: 2.1 }
characters:
  - { name: BEN, extends: giant, age: 50 }
shots:
  - { name: sc1.sh1-2, template: near, camera: { lens: 100 } }
`)
    expect(production.characters[0]).toMatchObject({ height_m: 2.1, age: 50, wardrobe: [{ value: [{ words: 'black suit' }] }] })
    expect(rules(load('script: kitchen.fountain\nshots: [{ name: a, template: near }]'))).toEqual(['production.unknown-template'])
    expect(production.shots).toMatchObject([
      { name: 'sc1.sh1', scene: '1', number: 1, camera: { lens_mm: 100 } },
      { name: 'sc1.sh2', number: 2 },
    ])
  })

  it('keeps paths inside of the folder', () => {
    for (const path of ['../kitchen.fountain', '/etc/passwd', 'http://x/y.fountain', 'a/../../kitchen.fountain'])
      expect(rules(load(`script: ${path}`))).toEqual(['production.path-outside'])
    const inFolder = loadProduction([file('sub/film.yaml', 'script: ../kitchen.fountain'), KITCHEN], 'sub/film.yaml')
    expect(inFolder.script?.name).toBe('kitchen.fountain')
    expect(load('script: kitchn.fountain').diagnostics).toMatchObject([
      { rule: 'production.script-missing', line: 1, remedy: 'did you mean kitchen.fountain?' },
    ])
    expect(rules(load('meta: { title: x }'))).toEqual(['production.no-script'])
  })

  it('takes the script from the file itself', () => {
    const { script, production } = load('script: |\n  INT. ROOM - DAY\n\n  Nothing.\nmeta: { title: Inline }')
    expect(new TextDecoder().decode(script?.bytes)).toContain('INT. ROOM - DAY')
    expect(production.script?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the name of a run', () => {
  const yaml = `
production:
  meta: { title: Kettle, created: 2026-01-01 }
  script: kitchen.fountain
  fps: 24 # a comment
  characters: { anna: { age: 30, hair: red hair } }
`
  const same = `
production:
  characters:
    anna:
      hair: 'red hair'
      age: 30
  script: kitchen.fountain
  meta: { created: 2027-05-05, title: Kettle }
  settings: { run_folder: elsewhere }
  fps: 24
`
  const name = (text: string) => productionHash(load(text).production)

  it('is the same whatever the order of keys, the comments, the date and the run folder', () => {
    expect(name(same)).toBe(name(yaml))
    expect(projectId(load(yaml).production)).toBe('kettle')
  })

  it("changes with anything that the film is made of, the script's text too", () => {
    const names = [yaml, yaml.replace('fps: 24', 'fps: 25'), yaml.replace('red', 'black'), yaml.replace('age: 30', 'age: 31')].map(name)
    const other = file('kitchen.fountain', `${new TextDecoder().decode(KITCHEN.bytes)}\nShe smiles.\n`)
    const crlf = file('kitchen.fountain', new TextDecoder().decode(KITCHEN.bytes).replace(/\n/g, '\r\n'))
    const withScript = (script: typeof other) => productionHash(loadProduction([file('film.yaml', yaml), script], 'film.yaml').production)
    expect(new Set([...names, withScript(other)]).size).toBe(5)
    expect(withScript(crlf)).toBe(names[0])
  })

  it('does not hang on the name of a file', () => {
    const renamed = loadProduction(
      [file('x.yaml', yaml.replace('kitchen', 'k')), file('k.fountain', new TextDecoder().decode(KITCHEN.bytes))],
      'x.yaml',
    )
    expect(productionHash(renamed.production)).toBe(name(yaml))
  })
})

describe('hostile master files', () => {
  it.each([
    [
      'wrong types everywhere',
      'meta: 3\nscript: [1]\nstyle: [x]\ncharacters: 5\nlocations: x\nshots: 7\noutputs: no\nrender: []\nsettings: 1\ntemplates: []',
    ],
    ['nothing', ''],
    ['a list', '- 1\n- 2'],
    ['text', 'hello'],
    ['prototypes', 'script: kitchen.fountain\n__proto__: { polluted: 1 }\ncharacters: { __proto__: { age: 3 }, constructor: { age: 4 } }'],
    [
      'templates that multiply',
      `script: kitchen.fountain\ntemplates:\n${Array.from(
        { length: 9 },
        (_, i) =>
          `  t${i}: { extends: [${Array(20)
            .fill(`t${i + 1}`)
            .join(', ')}], a${i}: 1 }`,
      ).join('\n')}\nshots: [{ name: a, extends: t0 }]`,
    ],
    [
      'hundreds of shots on one large template',
      `script: kitchen.fountain\ntemplates: { big: { camera: { ${Array.from({ length: 2000 }, (_, i) => `k${i}: 1`).join(', ')} } } }\nshots: [${Array.from({ length: 400 }, (_, i) => `{ name: s${i}, template: big, camera: { lens: 50 } }`).join(', ')}]`,
    ],
    ['shot runs', `script: kitchen.fountain\nshots: [${Array.from({ length: 400 }, (_, i) => `{ name: sc${i}.sh1-200 }`).join(', ')}]`],
  ])('%s: findings, no exception, under two seconds', (_, yaml) => {
    // Time of its own: other tests share the machine.
    const before = process.cpuUsage()
    const loaded = load(yaml)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000)
    expect(loaded.diagnostics.length).toBeLessThanOrEqual(501)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(loaded.production.outputs.length).toBeGreaterThan(0)
  })
})

it('loads the complete example without a finding', () => {
  const loaded = loadProduction([sample('night-owls.production.yaml'), sample('night-owls.fountain')], 'night-owls.production.yaml')
  expect(loaded.diagnostics).toEqual([])
  expect(loaded.production).toMatchObject({ fps: '24', aspect: 2.39, meta: { id: 'night-owls' } })
})
