import { describe, expect, it } from 'vitest'
import { breakDown, parseFountain } from '../../../src/departments/development'
import { shotList } from '../../../src/departments/previs'
import type { Diagnostic } from '../../../src/film'
import { loadProduction, TEMPLATES } from '../../../src/production/master'
import { gatherFindings, RULES, type ValidationContext, validateProduction } from '../../../src/production/validate'

const bytes = (text: string) => new TextEncoder().encode(text)

const SCRIPT = `Title: Owls

INT. DINER - NIGHT

MARA, 40, sits in a grey coat.

MARA
Hello.

EXT. STREET - DAY

MARA walks with FINN, 20.

FINN
Hey.

INT. KITCHEN - DAY

MARA cooks.

MARA
Good.
`

const script = parseFountain(SCRIPT, { file: 'owls.fountain' })
const shots = shotList(script, breakDown(script), { fps: { num: 24, den: 1 } })
const context: ValidationContext = { script, shotList: shots }
const machine: ValidationContext = { codecs: { avc: true, hevc: false, vp9: true, av1: false } }

/** What the validator says of a text. */
function findingsOf(yaml: string, context: ValidationContext): Diagnostic[] {
  const files = [
    { name: 'film.yaml', bytes: bytes(yaml) },
    { name: 'owls.fountain', bytes: bytes(SCRIPT) },
  ]
  const { document, production } = loadProduction(files, 'film.yaml')
  return validateProduction(document, production, context)
}

type Row = [rule: string, yaml: string, place: string, remedy: RegExp, context?: ValidationContext]

const ROWS: readonly Row[] = [
  ['shape.kind', 'shots: atuo', '1:8', /did you mean auto/],
  ['shape.kind', 'fps:\n  - 24', '1:1', /number or text: 24, 23.976/],
  ['shape.kind', 'shots:\n  - name: a\n    characters: MARA', '3:17', /a list/],
  ['shape.unknown-key', 'meta:\n  titel: Owls', '2:3', /did you mean title/],
  ['shape.unknown-key', 'outputz: []', '1:1', /did you mean outputs/],
  ['shape.unknown-key', 'characters:\n  - name: MARA\n    qqqqqqq: 1', '3:5', /keys here are/],
  ['meta.title', 'meta:\n  title: ""', '2:10', /write `title:`/],
  ['meta.id', 'meta:\n  id: a b/c', '2:7', /a-b-c/],
  ['meta.created', 'meta:\n  created: 2026-13-40', '2:12', /2026-11-20/],
  ['meta.version', 'meta:\n  version: new', '2:12', /1\.0\.0/],
  ['characters.never-appears', 'characters:\n  - name: MARRA', '2:5', /did you mean MARA/],
  ['characters.never-appears', 'characters:\n  OSKAR: { age: 4 }', '2:3', /MARA/],
  ['characters.range-unreadable', 'characters:\n  MARA:\n    wardrobe:\n      scen_3: grey coat', '4:7', /scene_3/],
  ['characters.range-unreadable', 'characters:\n  MARA:\n    wardrobe:\n      scene_3_1: grey coat', '4:7', /scene_1_3/],
  ['characters.range-outside', 'characters:\n  MARA:\n    wardrobe:\n      scene_2_9: grey coat', '4:7', /1 to 3/],
  ['characters.range-outside', 'characters:\n  MARA:\n    hairstyle: { scene_7: bun }', '3:18', /1 to 3/],
  ['characters.range-overlap', 'characters:\n  MARA:\n    wardrobe:\n      1-2: grey coat\n      2-3: red dress', '5:7', /not overlap/],
  ['characters.injury-outside', 'characters:\n  - name: MARA\n    injuries:\n      - { scene: 9, type: cut }', '4:9', /1 to 3/],
  ['characters.injury-empty', 'characters:\n  - name: MARA\n    injuries:\n      - { scene: 1 }', '4:9', /where/],
  ['characters.unknown-garment', 'characters:\n  MARA:\n    wardrobe: swaeter', '3:15', /did you mean sweater/],
  ['characters.unknown-garment', 'characters:\n  MARA:\n    wardrobe: [{ kind: hatt }]', '3:24', /did you mean hat/],
  ['characters.height', 'characters:\n  MARA: { height: 9 }', '2:19', /178 cm/],
  ['characters.age', 'characters:\n  MARA: { age: 400 }', '2:16', /1 to 110/],
  ['characters.sex', 'characters:\n  MARA: { sex: femal }', '2:16', /did you mean female/],
  ['locations.unknown-preset', 'locations:\n  DINER: { preset: kitchn }', '2:20', /did you mean kitchen/],
  ['locations.unknown-type', 'locations:\n  DINER: { type: hdrii }', '2:18', /did you mean hdri/],
  ['locations.scene-missing', 'locations:\n  DINER:\n    scenes: [1, 9]', '3:5', /1 to 3/],
  ['locations.not-in-script', 'locations:\n  DINERR: {}', '2:3', /did you mean DINER/],
  ['locations.scene-twice', 'locations:\n  DINER: { scenes: 1-2 }\n  STREET: { scenes: 2 }', '3:21', /one location/],
  ['locations.uncovered', 'locations:\n  DINER: {}', '1:1', /designed from its heading/],
  ['locations.hdri-without-file', 'locations:\n  DINER: { type: hdri }', '2:18', /\.hdr/],
  ['locations.site', 'locations:\n  DINER: { time_zone: Europe/Berlln }', '2:23', /did you mean Europe\/Berlin/],
  ['locations.site', 'locations:\n  DINER: { weather_by_month: { janury: snow } }', '2:32', /did you mean january/],
  ['locations.site', 'locations:\n  DINER: { weather_by_month: { may: { rain_day: 3 } } }', '2:39', /did you mean rain_days/],
  ['locations.site', 'locations:\n  DINER: { weather_by_month: { may: { rain_days: 40 } } }', '2:50', /0 to 31 days/],
  ['locations.site', 'locations:\n  DINER: { weather_by_month: snow }', '2:30', /january: snow/],
  ['locations.site', 'locations:\n  DINER: { permits: [{ name: street, status: grnted }] }', '2:46', /did you mean granted/],
  ['locations.site', 'locations:\n  DINER: { permits: [{ name: street, until: soon }] }', '2:45', /2026-06-21/],
  ['locations.site', 'locations:\n  DINER: { permits: [{ status: granted }] }', '2:22', /street closure/],
  ['locations.site', 'locations:\n  DINER: { logistics: { distance_km: far } }', '2:38', /kilometres/],
  ['locations.site', 'locations:\n  DINER: { contact: { email: nobody } }', '2:30', /name@place/],
  ['locations.both-ways', 'locations:\n  DINER: { interior: true, exterior: true }', '2:38', /one of/],
  [
    'locations.permit',
    'locations:\n  DINER: { date: 2026-06-21, permits: [{ name: a, status: granted, until: 2026-05-31 }] }',
    '2:30',
    /get leave/,
  ],
  ['locations.unknown-type', 'locations:\n  DINER: { type: practcal }', '2:18', /did you mean practical/],
  ['locations.set-size', 'locations:\n  DINER: { set: { width: 0.1 } }', '2:26', /1 to 500/],
  ['shots.unknown-scene', 'shots:\n  - { name: a, scene: 9 }', '2:23', /1 to 3/],
  ['shots.unknown-scene', 'shots:\n  - { name: a, scene: 2A }', '2:23', /did you mean 2/],
  ['shots.unknown-shot', 'shots:\n  - name: sc1.sh99', '2:11', /shots? sh1/],
  ['shots.address', 'shots:\n  - name: sc1.s2', '2:11', /sc1\.sh2/],
  ['shots.frames-outside', 'shots:\n  - { name: sc1.sh1, frame_range: [1, 9000] }', '2:22', /\[1, \d+\]/],
  ['shots.frames-outside', 'shots:\n  - { name: a, frame_range: [0, 9] }', '2:16', /\[1, 10\]/],
  ['shots.length', 'shots:\n  - { name: a, frames: 2.5 }', '2:24', /whole number/],
  ['shots.length', 'shots:\n  - { name: a, seconds: -1 }', '2:25', /3600/],
  ['shots.unknown-location', 'shots:\n  - { name: a, location: Kichen }', '2:26', /did you mean KITCHEN/],
  ['shots.unknown-character', 'shots:\n  - { name: a, characters: [MARA, FIN] }', '2:35', /did you mean FINN/],
  ['shots.unknown-character', 'shots:\n  - { name: a, camera: { over: Marra } }', '2:32', /did you mean MARA/],
  ['shots.script-says', 'shots:\n  - { name: sc1.sh1, action: Mara waves. }', '2:30', /line \d+ of the script/],
  ['shots.script-says', 'shots:\n  - { name: sc1.sh1, characters: [{ name: MARA, action: waves }] }', '2:57', /line \d+ of the script/],
  ['shots.style-in-gif', 'shots:\n  - { name: sc1.sh1, style: gameboy }\noutputs:\n  - { preset: gif, style: nes }', '2:29', /webp/],
  ['shots.unknown-take', 'shots:\n  - { name: sc1.sh1, take: wyde, variations: [{ name: wide }] }', '2:28', /did you mean wide/],
  ['shots.empty', 'shots:\n  - { name: hero }', '2:5', /location/, {}],
  ['timeline.overlap', 'shots:\n  - { name: a, frame_range: [1, 10] }\n  - { name: b, frame_range: [6, 20] }', '3:16', /begin b at 11/, {}],
  ['timeline.gap', 'shots:\n  - { name: a, frame_range: [1, 10] }\n  - { name: b, frame_range: [13, 20] }', '3:16', /begin b at 11/, {}],
  ['timeline.transition-scene', 'editorial:\n  transitions:\n    scene_8: fade', '3:5', /1 to 3/],
  ['timeline.transition-frames', 'editorial:\n  transitions:\n    - { scene: 1, type: fade, frames: 900 }', '3:39', /1 to 240/],
  ['outputs.size-range', 'outputs:\n  - { name: a, size: 8x9000 }', '2:22', /16 to 8192/],
  ['outputs.size-odd', 'outputs:\n  - { preset: youtube_1080p, width: 1921 }', '2:37', /1922/],
  ['outputs.container', 'outputs:\n  - { codec: h264, container: webm }', '2:14', /mp4.*vp9 or av1/],
  ['outputs.codec-missing', 'outputs:\n  - name: a\n    codec: h265', '3:12', /h264/, machine],
  ['outputs.codec-missing', 'outputs:\n  - { codec: av1, stand_in: vp9 }', '2:14', /vp9/, machine],
  ['outputs.no-codec', 'outputs:\n  - name: a', '2:5', /png/, { codecs: { avc: false, hevc: false, vp9: false, av1: false } }],
  ['outputs.audio', 'outputs:\n  - { container: webm, audio: aac }', '2:31', /audio: opus/],
  ['outputs.audio', 'outputs:\n  - { audio: opus }', '2:14', /audio: aac/, { codecs: { avc: true, opus: false } }],
  ['outputs.audio', 'outputs:\n  - { container: webm }', '2:5', /mp4/, { codecs: { vp9: true, opus: false } }],
  ['outputs.audio', 'outputs:\n  - { codec: png, audio: aac }', '2:26', /take/],
  ['outputs.audio', 'outputs:\n  - { codec: wav, audio: none }', '2:26', /take/],
  ['outputs.gif-colours', 'outputs:\n  - { preset: gif, style: hollywood }', '2:27', /gameboy or nes, or .*webp/],
  ['outputs.gif-colours', 'outputs:\n  - { preset: gif, style: gameboy, size: 80x72 }', '2:42', /size: 160x144/],
  ['retro.resolution', 'outputs:\n  - { preset: gif, retro: { resolution: 9000x20 } }', '2:41', /1 to 4096/],
  ['outputs.gif-display', 'outputs:\n  - { preset: gif, style: nes, retro: { crt: pvm } }', '2:32', /container: webp/],
  ['outputs.size-odd', 'outputs:\n  - { preset: webp, style: hollywood, size: 321x180 }', '2:45', /322$/],
  ['outputs.exr-colours', 'outputs:\n  - { codec: exr, style: nes }', '2:26', /codec: png/],
  ['outputs.size-odd', 'outputs:\n  - { codec: exr, size: 321x180 }', '2:25', /322$/],
  ['outputs.size-odd', 'outputs:\n  - { codec: png, size: 9x8 }', '2:25', /10$/],
  ['outputs.container', 'outputs:\n  - { codec: h264, container: exr }', '2:31', /container: mp4/],
  ['outputs.twice', 'outputs:\n  - { name: a, codec: vp9 }\n  - { name: b, codec: vp9 }', '3:5', /take one/],
  ['retro.resolution', 'retro: { resolution: 9000x1 }', '1:22', /1 to 4096/],
  ['retro.strength', 'retro: { strength: 4 }', '1:20', /write 1/],
  ['retro.dither-size', 'retro:\n  dither: { kind: bayer, size: 5 }', '2:32', /4 is nearest/],
  ['retro.too-fine', 'outputs:\n  - { size: 64x36, retro: { resolution: 128x72 } }', '2:41', /128x72/],
  [
    'files.missing',
    'characters:\n  MARA: { model: people/mara.vrm }',
    '2:18',
    /did you mean people\/maria.vrm/,
    { files: ['people/maria.vrm'] },
  ],
  ['files.unreadable', 'characters:\n  MARA: { model: people/mara.blend }', '2:18', /\.glb/],
  ['files.outside', 'sound: { music: ../../etc/x.wav }', '1:17', /folder/],
  ['files.outside', 'sound: { music: "https://example.org/x.wav" }', '1:17', /write x\.wav/],
]

describe('validateProduction', () => {
  it.each(ROWS)('[%s] %j', (rule, yaml, place, remedy, given = context) => {
    const found = findingsOf(yaml, given).filter((d) => d.rule === rule)
    expect(found.map((d) => `${d.line}:${d.column}`)).toContain(place)
    expect(found.some((d) => remedy.test(d.remedy))).toBe(true)
    for (const d of found) expect(d.file).toBe('film.yaml')
  })

  it('has a test for every rule, and rules of one name once', () => {
    const ids = RULES.map((r) => r.id)
    expect(new Set(ids).size).toBe(ids.length)
    // The first needs a script of its own, below; the second a plan: master/shot-length.test.ts.
    expect(['characters.same-person', 'shots.shorter-than-lines', ...new Set(ROWS.map(([rule]) => rule))].sort()).toEqual([...ids].sort())
  })

  it('[characters.same-person] two names of one person', () => {
    const [first, ...others] = script.characters
    const twoNames = { ...script, characters: [{ ...first!, aliases: ['Miss Owl'] }, ...others] }
    const found = findingsOf(`characters:\n  - name: ${first?.name}\n  - name: MISS OWL`, { script: twoNames })
    expect(found.find((d) => d.rule === 'characters.same-person')).toMatchObject({ line: 3, severity: 'warning' })
  })

  it('says nothing against what is right', () => {
    const yaml = `meta: { title: Owls, version: 1.0.0, id: owls, created: 2026-11-20 }
script: owls.fountain
characters:
  MARA: { age: 40, height: 1.7, wardrobe: { scene_1_2: grey coat, scene_3: 'red dress, black shoes' } }
  FINN: { wardrobe: [blue shirt, jeans] }
locations:
  DINER: { preset: diner, scenes: 1 }
  STREET: {}
  KITCHEN: { kind: kitchen }
shots:
  - { name: sc1.sh1, camera: { size: CU, lens: 85 } }
outputs:
  - youtube_1080p
  - 8bit_game
  - cinema_2k
`
    expect(findingsOf(yaml, { ...context, ...machine, files: ['owls.fountain'] })).toEqual([])
  })

  it.each(Object.keys(TEMPLATES))('finds no error in the template %s', (name) => {
    expect(findingsOf(TEMPLATES[name]!.yaml, {}).filter((d) => d.severity !== 'info')).toEqual([])
  })

  it('unknown keys are never errors', () => {
    for (const d of findingsOf('meta: { xx: 1 }\nfoo: { bar: [1] }\noutputs: [{ zz: 3 }]', {})) expect(d.severity).not.toBe('error')
  })

  it('without a script, nothing is held against one', () => {
    const yaml = 'meta: { title: a }\nscript: owls.fountain\ncharacters: [NOBODY]\nlocations: [NOWHERE]\nshots: [{ name: a, scene: 99 }]'
    expect(findingsOf(yaml, {})).toEqual([])
  })

  it('lists at most a hundred findings of a rule', () => {
    const keys = Array.from({ length: 500 }, (_, i) => `q${i}: 1`).join('\n')
    const found = findingsOf(keys, {}).filter((d) => d.rule === 'shape.unknown-key')
    expect(found.length).toBe(101)
    expect(found.some((d) => d.message.startsWith('400 more'))).toBe(true)
  })
})

describe('gatherFindings', () => {
  const at = (severity: Diagnostic['severity'], rule: string, line: number, value?: string): Diagnostic => ({
    severity,
    rule,
    message: rule,
    remedy: '',
    file: 'a.yaml',
    line,
    column: 1,
    ...(value === undefined ? {} : { value }),
  })

  it('keeps the worst of what stands at one place, in the order of the file', () => {
    const list = gatherFindings([at('warning', 'b', 7, 'x'), at('error', 'c', 2)], [at('error', 'a', 7, 'x'), at('info', 'd', 7, 'y')])
    expect(list.map((d) => d.rule)).toEqual(['c', 'a', 'd'])
  })

  it('keeps all that is about a whole file, but nothing twice', () => {
    expect(gatherFindings([at('error', 'a', 0), at('error', 'b', 0)], [at('error', 'a', 0)])).toHaveLength(2)
  })
})
