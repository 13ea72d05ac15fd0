import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { parseFountain } from '../../../src/departments/development'
import { Diagnostic } from '../../../src/film'
import { loadProduction, SECTIONS, TEMPLATES } from '../../../src/production/master'
import { gatherFindings, validateProduction } from '../../../src/production/validate'

const bytes = (text: string) => new TextEncoder().encode(text)
const SCRIPT = 'INT. DINER - NIGHT\n\nMARA, 40, sits.\n\nMARA\nHello.\n\nEXT. STREET - DAY\n\nMARA walks.\n'
const script = parseFountain(SCRIPT, { file: 'owls.fountain' })
const context = { script, files: ['owls.fountain'], codecs: { avc: true, hevc: false, vp9: true, av1: false } }

/** Everything that is found in a text; the time it took is held against the two seconds that nothing may take. */
function findingsOf(text: string): Diagnostic[] {
  const begun = process.cpuUsage()
  const files = [
    { name: 'film.yaml', bytes: bytes(text) },
    { name: 'owls.fountain', bytes: bytes(SCRIPT) },
  ]
  const { document, production, diagnostics } = loadProduction(files, 'film.yaml')
  const found = gatherFindings(diagnostics, validateProduction(document, production, context))
  // Processor time: others may be at work on the machine.
  const { user } = process.cpuUsage(begun)
  expect(user / 1000).toBeLessThan(2000)
  return found
}

/** What every list of findings holds to. */
function expectSound(found: readonly Diagnostic[]): void {
  for (const d of found) {
    Diagnostic.parse(d)
    expect(d.message.length).toBeLessThan(2000)
    expect(d.remedy).not.toBe('')
    expect((d.value ?? '').length).toBeLessThanOrEqual(120)
  }
}

/** Words that a production has, so that random documents get past their first key. */
const KEYS = [
  ...SECTIONS,
  ...'name scene scenes take template extends location frame_range frames camera size lens characters wardrobe hairstyle ageing injuries scene_1_5 scene_9 age height preset codec container width retro palette dither resolution strength transitions default model set type kind'.split(
    ' ',
  ),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
]
const word = fc.oneof(
  fc.constantFrom(
    ...KEYS,
    'auto',
    'MARA',
    'DINER',
    '1-5',
    '9-1',
    'sc1.sh1',
    'sc1.sh1-400',
    'h264',
    '../../x.png',
    '99999x1',
    '',
    '💥',
    '\u0000',
  ),
  fc.string({ maxLength: 12 }),
)
const scalar = fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    scalar,
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('anything')), { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs)),
  ),
}))
const document = fc.array(fc.tuple(fc.constantFrom(...SECTIONS, 'production', '__proto__'), anything), { maxLength: 8 }).map(
  // Written out by hand: JSON.stringify keeps an own `__proto__` only of JSON.parse's making.
  (pairs) => `{${pairs.map(([k, v]) => `${JSON.stringify(k)}: ${JSON.stringify(v) ?? 'null'}`).join(', ')}}`,
)

describe('hostile productions', () => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  afterAll(() => expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before))

  it('wrong types everywhere are findings', () => {
    fc.assert(
      fc.property(document, (text) => {
        const found = findingsOf(text)
        expectSound(found)
        expect(findingsOf(text)).toEqual(found)
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  it('valid productions with pieces knocked out of them are findings', () => {
    const texts = Object.values(TEMPLATES).map((t) => t.yaml)
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      put: fc.oneof(
        word,
        fc.constantFrom(':', '- ', '  ', '\t', '\n', '[', '{', '&a ', '*a', '!x ', '|', '>', '#', '"', "'", '.nan', '1e999'),
      ),
    })
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 6 }), (text, changes) => {
        let broken = text
        for (const { at, cut, put } of changes) {
          const i = Math.floor(at * broken.length)
          broken = broken.slice(0, i) + put + broken.slice(i + cut)
        }
        expectSound(findingsOf(broken))
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  it('any text is findings', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 100 })), (text) =>
        expectSound(findingsOf(text)),
      ),
      { numRuns: 40, seed: 3 },
    )
  })

  const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i)).join('\n')

  it.each<[string, () => string]>([
    [
      'templates that stand on one another',
      () => `templates:\n${lines(12, (i) => `  t${i}: { extends: [${Array(40).fill(`t${i + 1}`)}] }`)}\nshots: [{ extends: t0 }]`,
    ],
    [
      'templates that double',
      () =>
        `templates:\n${lines(8, (i) => `  t${i}: { a: { extends: t${i + 1}, b: [${Array(9).fill('1')}] }, extends: [t${i + 1}, t${i + 1}] }`)}\nshots: [{ extends: t0 }]`,
    ],
    [
      'presets that stand on one another',
      () => `output_presets:\n${lines(12, (i) => `  t${i}: { extends: [${Array(40).fill(`t${i + 1}`)}] }`)}\noutputs: [t0]`,
    ],
    ['many characters that nobody knows', () => `characters:\n${lines(5000, (i) => `  - name: person-number-${i}`)}`],
    ['many characters in a map', () => `characters:\n${lines(5000, (i) => `  person number ${i}: { wardrobe: {1-9: hat} }`)}`],
    ['many shots', () => `shots:\n${lines(5000, (i) => `  - { name: a${i}, scene: ${i}, frame_range: [${i}, ${i + 9}] }`)}`],
    ['shots that stand for many', () => `shots:\n${lines(2000, (i) => `  - { name: sc${i}.sh1-190 }`)}`],
    ['many outputs', () => `outputs:\n${lines(5000, (i) => `  - { name: a${i}, codec: h26${i} }`)}`],
    ['many wardrobe ranges', () => `characters:\n  MARA:\n    wardrobe:\n${lines(5000, (i) => `      1-${i}: hat`)}`],
    ['a scene list without end', () => `locations: [{ name: A, scenes: [${lines(20000, (i) => String(i)).replaceAll('\n', ',')}] }]`],
    ['strange keys', () => lines(15000, (i) => `key-number-${i}: 1`)],
    ['a huge name', () => `characters:\n  - name: ${'x'.repeat(900_000)}`],
    ['a huge wardrobe', () => `characters:\n  MARA: { wardrobe: "${'grey wet hat, '.repeat(60_000)}" }`],
    ['a huge scene range', () => `locations: [{ name: A, scenes: "${'1,'.repeat(400_000)}" }]`],
    ['a huge camera', () => `shots: [{ camera: { size: "${'a-'.repeat(400_000)}", angle: "${' '.repeat(400_000)}x" } }]`],
    [
      'a huge rate and size',
      () => `fps: "${'9'.repeat(400_000)}"\naspect_ratio: "${'9'.repeat(400_000)}:"\noutputs: [{ size: "${' '.repeat(400_000)}" }]`,
    ],
    ['a huge mood', () => `style: { mood: "${'storm no '.repeat(90_000)}" }`],
    [
      'a huge title and id',
      () => `meta: { title: "${'é '.repeat(400_000)}", id: "${'a-'.repeat(400_000)}", created: "${'9'.repeat(400_000)}" }`,
    ],
    ['huge files', () => `sound: { music: "${'a/'.repeat(400_000)}x.wav", b: "${'../'.repeat(300_000)}x.wav" }`],
    [
      'names of the machinery',
      () =>
        'target_format: constructor\nstyle: { look: constructor, contrast: toString, preset: __proto__ }\noutputs: [{ preset: constructor, codec: __proto__, quality: toString }]\ntemplates: {}\nshots: [{ extends: constructor, camera: { size: constructor, move: toString } }]\neditorial: { transitions: { scene_1: constructor } }',
    ],
  ])('%s: findings, and no two seconds', (_, text) => {
    expectSound(findingsOf(text()))
  })

  it('nothing reaches a prototype', () => {
    const found = findingsOf(
      '__proto__: { polluted: 1 }\nmeta: { __proto__: { polluted: 1 }, constructor: { prototype: { polluted: 1 } } }\ncharacters: { __proto__: { age: 3 } }',
    )
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(found.filter((d) => d.rule === 'yaml.unsafe-key').map((d) => d.line)).toEqual([1, 2, 2, 3])
  })
})
