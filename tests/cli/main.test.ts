import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/cli'
import { VERBS } from '../../src/cli/verbs'
import { fakeIo } from './fake-io'

const SAMPLE = resolve(import.meta.dirname, '../../public/samples/night-owls.fountain')
const PRODUCTION = resolve(import.meta.dirname, '../../public/samples/night-owls.production.yaml')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oneshot-test-'))
  await writeFile(join(folder, 'empty.fountain'), '')
  await writeFile(join(folder, 'prose.txt'), 'Once upon a time there was no scene heading.\n')
  await writeFile(
    join(folder, 'binary.fountain'),
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 255),
  )
  await writeFile(join(folder, 'large.fountain'), 'INT. ROOM - DAY\n')
  await truncate(join(folder, 'large.fountain'), 50 * 1024 * 1024)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...argv: string[]) {
  const io = fakeIo({ cwd: folder })
  const code = await main(argv, io)
  return { code, out: io.stdout(), err: io.stderr() }
}

describe('main', () => {
  it('[M1] helps', async () => {
    const all = await run('help')
    expect(all.code).toBe(0)
    for (const v of VERBS) {
      expect(all.out).toContain(v.summary)
      const one = await run('help', v.name)
      expect(one).toEqual({ code: 0, out: expect.stringContaining(v.examples[0] as string), err: '' })
      expect(await run(v.name, '--help')).toEqual(one)
    }
    expect(await run('--help')).toEqual(all)
    expect(await run()).toEqual({ code: 2, out: '', err: all.out })
    expect(await run('--version')).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' })
  })

  it.each<[string[], RegExp]>([
    [['rnu', 'x'], /there is no verb "rnu" \(did you mean run\?/],
    [['film.fountain'], /did you mean oneshot run film\.fountain\?/],
    [['--force'], /expected a verb first/],
    [['help', 'stil'], /did you mean still\?/],
    [['run'], /run needs a FILE/],
    [['run', 'a', 'b'], /run takes one FILE, got 2/],
    [['app', 'x'], /app takes no file/],
    [['shots', SAMPLE, '--cvs'], /did you mean --csv\?/],
    [['run', SAMPLE, '--style', 'ness'], /--style: .*"ness".*nes/],
    [['run', SAMPLE, '--quality', 'best'], /--quality: expected one of draft/],
    [['run', SAMPLE, '--size', '641x360'], /--size: width must be even, got 641 \(use 642\)/],
    [['run', SAMPLE, '--fps', '1000'], /--fps: expected 1 to 240/],
    [['run', SAMPLE, '--range', '9-3'], /--range: expected FROM-TO/],
    [['run', SAMPLE, '--range', '9000s-'], /--range: /],
    [['run', SAMPLE, '--only', 'sc99'], /--only: .*sc99/],
    [['run', SAMPLE, '--resume', '--force'], /--resume and --force/],
    [['run', SAMPLE, '--from-phase', 'shoots'], /there is no phase "shoots".*5 shots/],
    [['run', SAMPLE, '--from-phase', '9'], /there is no phase "9"/],
    [['run', SAMPLE, '--run-id', '../x'], /--run-id: expected letters/],
    [['run', SAMPLE, '--parallel', '0'], /--parallel: expected a whole number from 1 to 16/],
    [['run', SAMPLE, '--on-failure', 'holes'], /did you mean hole\?/],
    [['run', SAMPLE, '--output', '8bit-game'], /did you mean 8bit_game\?/],
    [['run', SAMPLE, '--output', '8bit_game', '-o', 'film.mp4'], /-o: pictures in sequence are many files/],
    [['run', SAMPLE, '--output', '8bit_game', '--output', 'youtube_1080p', '-o', 'film.mp4'], /-o: there are 2 outputs/],
    [['create', '  '], /the title is empty/],
    [['create', 'X', '--template', 'short-film'], /did you mean short_film\?/],
    [['list', 'nowhere'], /there is no folder "nowhere"/],
    [['clean', 'nowhere'], /there is no nowhere/],
    [['run', SAMPLE, '-o', 'film.mov'], /ends in \.mp4, got "film\.mov" \(for example -o film\.mp4\)/],
    [['still', SAMPLE, '--at', 'somewhere'], /--at: .*"somewhere"/],
    [['still', SAMPLE, '--at', 'sc1.sh1:99999'], /--at: .*99999/],
    [['still', SAMPLE, '--frame', '9999999'], /--frame: .*9999999/],
    [['still', SAMPLE, '--frame', '1', '--at', 'sc1'], /--at and --frame/],
    [['sheet', SAMPLE, '--styles', 'nes,sness'], /--styles: .*"sness"/],
    [['sheet', SAMPLE, '--times', 'day,teatime'], /--times: expected day, night, dawn, dusk, got teatime/],
    [['sheet', SAMPLE, '--columns', '0'], /--columns: expected a whole number from 1/],
    [['sound', SAMPLE, '--bits', '12'], /--bits: expected one of 16, 24, float, got "12"/],
    [['sound', SAMPLE, '-o', 'x.mp3'], /-o: expected a name that ends in \.wav/],
    [['sprites', SAMPLE], /--character: whose sprites\?/],
    [
      ['sprites', SAMPLE, '--character', 'DOLOREZ'],
      /--character: there is no "DOLOREZ" \(did you mean DOLORES\?\); the film has VIKTOR, DOLORES, EARL/,
    ],
    [['sprites', SAMPLE, '--character', 'X', '--action', 'wlak'], /--action: expected one of walk, idle.*did you mean walk\?/],
    [['sprites', SAMPLE, '--character', 'X', '--directions', '6'], /--directions: expected one of 4, 8, got "6"/],
    [['sprites', SAMPLE, '--character', 'X', '--height', '4'], /--height: expected a whole number from 8 to 512/],
    [['sprites', SAMPLE, '--character', 'X', '-o', 'x.gif'], /ends in \.png, got "x\.gif"/],
    [['style', SAMPLE], /no picture that can be read/],
    [['style', SAMPLE, '--palette', '#000000,red'], /--palette: expected colours as #rrggbb, got "red"/],
    [['style', SAMPLE, '--palette', 'hollywood'], /has no colours of its own/],
    [['style', SAMPLE, '--strength', '2'], /--strength/],
  ])('[M2] exit 2 and a remedy: %j', async (argv, message) => {
    const { code, out, err } = await run(...argv)
    expect(err).toMatch(message)
    expect(err).not.toContain('    at ')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n').length).toBe(1)
  })

  it.each(['run', 'still', 'sheet', 'parse', 'breakdown', 'shots', 'plan', 'floorplan'])(
    '[M3] %s names what is wrong with a file, exit 2',
    async (verb) => {
      for (const [file, message] of [
        ['missing.fountain', /missing\.fountain: error: there is no such file/],
        ['.', /the folder holds no master file and not one script/],
        ['empty.fountain', /empty/i],
        ['binary.fountain', /binary/i],
        ['large.fountain', /50\.0 MB/],
        ['prose.txt', /error/],
        ['missing/x.fountain', /no such file/],
        ['empty.fountain/x', /no such file/],
      ] as const) {
        const { code, out, err } = await run(verb, file)
        expect(err).toMatch(message)
        expect(err).not.toContain('    at ')
        expect({ code, out }).toEqual({ code: 2, out: '' })
      }
    },
  )

  it('[M4] answers with artifacts', async () => {
    for (const [verb, schema] of [
      ['parse', 'Script'],
      ['breakdown', 'Breakdown'],
      ['shots', 'ShotList'],
      ['plan', 'RenderPlan'],
    ] as const) {
      const { code, out } = await run(verb, SAMPLE)
      expect(code, verb).toBe(0)
      expect(JSON.parse(out).schema).toBe(schema)
      expect((await run(verb, SAMPLE)).out).toBe(out)
    }
    const { plan } = { plan: JSON.parse((await run('plan', SAMPLE, '--fps', '23.976')).out) }
    expect(plan.fps).toEqual({ num: 24000, den: 1001 })
  })

  it('[M5] writes shots as a table', async () => {
    const { out } = await run('shots', SAMPLE, '--csv')
    const plan = JSON.parse((await run('plan', SAMPLE)).out)
    const lines = out.trimEnd().split('\r\n')
    expect(lines.length).toBe(plan.shots.length + 1)
    expect(lines[0]).toBe('\uFEFFshot,scene,size,framing,move,lens mm,who,start,frames,seconds,line,words,why')
    expect(lines[1]).toMatch(/^sc1\.sh1,/)
  })

  it('draws a shot from above', async () => {
    const { code, out } = await run('floorplan', SAMPLE, '--at', 'sc1.sh2', '-o', 'above.svg', '--json')
    expect({ code, ...JSON.parse(out) }).toMatchObject({ code: 0, shot: 'sc1.sh2' })
    const svg = await readFile(join(folder, 'above.svg'), 'utf8')
    expect(svg).toContain('sc1.sh2')
    expect(svg.match(/<path /g)?.length).toBeGreaterThan(10)
    expect(await run('floorplan', SAMPLE, '--at', 'sc1.sh99', '-o', 'none.svg')).toMatchObject({ code: 2, out: '' })
  })

  it('writes a shot’s camera for other programs, by ending', async () => {
    const { code, out } = await run('camera', SAMPLE, '--at', 'sc1.sh2', '-o', 'shot.chan', '--json')
    const { frames } = JSON.parse(out)
    expect(code).toBe(0)
    expect((await readFile(join(folder, 'shot.chan'), 'utf8')).trimEnd().split('\n')).toHaveLength(frames)
    const { err, ...bad } = await run('camera', SAMPLE, '-o', 'shot.fbx')
    expect(bad).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/ends in \.gltf, \.chan, \.jsx, \.py/)
  })

  it('[M6] says what a production is, and what is wrong with it', async () => {
    const { code, out } = await run('info', PRODUCTION, '--json')
    expect(code).toBe(0)
    const info = JSON.parse(out)
    expect(info).toMatchObject({ title: 'Night Owls', fps: '24', scenes: 4 })
    expect(info.outputs.map((o: { name: string }) => o.name)).toEqual(['streaming-1080p', 'proof', 'nes'])
    expect((await run('info', PRODUCTION)).out).toContain(`run     ${info.runId}`)
    const chosen = JSON.parse((await run('info', PRODUCTION, '--output', 'proof', '--size', '64x36', '--json')).out)
    expect(chosen.outputs).toMatchObject([{ name: 'proof', width: 64, height: 36 }])
    expect((await run('validate', PRODUCTION)).code).toBe(0)
    await writeFile(join(folder, 'bad.yaml'), 'script: night.fountain\noutputs: [youtub_1080p]\n')
    const bad = await run('validate', 'bad.yaml', '--json')
    expect(bad.code).toBe(2)
    expect(JSON.parse(bad.out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ severity: 'error', file: 'bad.yaml', line: 2, rule: 'production.unknown-preset' }),
      ]),
    )
    expect((await run('run', 'bad.yaml')).err).toMatch(/bad\.yaml:2:\d+: error/)
  })

  it('[M9] makes new productions and never overwrites, and lists them', async () => {
    const made = await run('create', 'The Long Night', '--template', 'commercial', '--output', 'new')
    expect(made.code).toBe(0)
    const [file = ''] = made.out.split('\n')
    expect((await run('validate', file)).code).toBe(0)
    const again = await run('create', 'The Long Night', '-o', 'new')
    expect(again.code).toBe(2)
    expect(again.err).toMatch(/is there already/)
    const [listed] = JSON.parse((await run('list', 'new', '--json')).out)
    expect(listed).toMatchObject({ title: 'The Long Night', errors: 0 })
    expect(listed.seconds).toBeGreaterThan(1)
    // A folder is a production, too.
    expect(JSON.parse((await run('info', 'new', '--json')).out).title).toBe('The Long Night')
    await mkdir(join(folder, 'shelf', 'parts'), { recursive: true })
    expect((await run('list', 'shelf')).err).toMatch(/no production and no screenplay in shelf/)
    await writeFile(join(folder, 'shelf', 'parts', 'meta.yaml'), 'meta: { title: In parts }')
    await writeFile(join(folder, 'shelf', 'parts', 'shots.yaml'), 'shots: [{ name: a, location: beach, frames: 4 }]')
    expect((await run('list', 'shelf')).out).toMatch(/^parts +In parts/)
  })

  it('[M7] prints a frame state without a browser', async () => {
    const { code, out } = await run('still', SAMPLE, '--at', 'sc1.sh1:2', '--state')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ schema: 'FrameState', frame: 2 })
  })

  it('[M8] writes errors as JSON when asked', async () => {
    const { code, err } = await run('run', 'missing.fountain', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(err)).toMatchObject({ event: 'error', exit: 2 })
  })
  it('[M9] names folders that cannot be written before anything is made, exit 2', async () => {
    const places = [
      ['--checkpoint', join(SAMPLE, 'below')],
      ['-o', join(SAMPLE, 'film.mp4')],
    ]
    // Node's own recursive mkdir never ends here.
    if (process.platform === 'linux') places.push(['--checkpoint', '/proc/nope'], ['-o', '/proc/nope/film.mp4'])
    for (const place of places) {
      const { code, err } = await run('run', SAMPLE, ...place)
      expect(err).toMatch(/nothing can be written to .*: (a file is in the way|the system makes no folder there) \(choose another folder\)/)
      expect(code).toBe(2)
    }
  })
})
