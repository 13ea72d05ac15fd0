import { describe, expect, it } from 'vitest'
import { openProduction } from '../../../src/production/open-production'
import { file, KITCHEN } from './files'

const open = (...shots: string[]) => {
  const listed = shots.map((s) => `  - ${s}\n`).join('')
  const opened = openProduction({
    files: [file('film.yaml', `script: kitchen.fountain\nfps: 24\n${listed && `shots:\n${listed}`}`), KITCHEN],
    main: 'film.yaml',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return opened
}
type Opened = ReturnType<typeof open>
const addresses = (o: Opened) => o.film.store.plan.shots.map((s) => s.address)
const plain = open()
const speech = (o: Opened) =>
  o.film.store.plan.shots.flatMap((s) => o.film.store.shots[s.key]!.performances.flatMap((p) => p.speech.map((l) => [l.text, l.t1 - l.t0])))

/** Shots tile their scene, and each is in time what it says. */
function expectTiled(o: Opened): void {
  for (const scene of o.film.shotList.scenes) {
    let at = 0
    for (const shot of scene.shots) {
      expect(shot.startFrame).toBe(at)
      expect(shot.frames).toBeGreaterThan(0)
      at += shot.frames
    }
    expect(at).toBe(scene.frames)
  }
}

describe('a shot that the script does not ask for', () => {
  it.each([
    ['behind the first', 'after: sh1, ', 'sc1.sh1A', 1],
    ['behind the second, by its number', 'after: 2, ', 'sc1.sh2A', 2],
    ['before all', 'after: start, ', 'sc1.sh0A', 0],
    ['behind all', '', `sc1.sh${plain.film.shotList.scenes[0]!.shots.length}A`, plain.film.shotList.scenes[0]!.shots.length],
  ])('is cut in %s: the others keep their addresses and lines', (_, after, address, index) => {
    const said = open(`{ name: hands, scene: 1, ${after}seconds: 1.5, camera: { size: CU, subjects: ANNA } }`)
    expect(said.diagnostics).toEqual([])
    expect(addresses(said)).toEqual(addresses(plain).toSpliced(index, 0, address))
    expect(said.film.store.plan.shots[index]).toMatchObject({ frames: 36, size: 'CU', subjects: ['anna'] })
    expect(said.film.store.plan.frames).toBe(plain.film.store.plan.frames + 36)
    expect(speech(said)).toEqual(speech(plain))
    expectTiled(said)
  })

  it('is two seconds where nothing is said of its length, and shows what it names', () => {
    const said = open('{ name: kettle, scene: 1, after: sh1, camera: { object: kettle } }')
    expect(said.film.store.plan.shots[1]).toMatchObject({ frames: 48, framing: 'insert' })
  })

  it('stands behind those that were listed before it in the same place', () => {
    const said = open(
      '{ name: a, scene: 1, after: sh1, camera: { size: CU } }',
      '{ name: b, scene: 1, after: sh1, camera: { size: WS } }',
      '{ name: c, scene: 1, after: start }',
      '{ name: d, scene: 1, after: start }',
    )
    expect(addresses(said).slice(0, 5)).toEqual(['sc1.sh0A', 'sc1.sh0B', 'sc1.sh1', 'sc1.sh1A', 'sc1.sh1B'])
    expect(said.film.store.plan.shots.slice(3, 5).map((s) => s.size)).toEqual(['CU', 'WS'])
    expectTiled(said)
  })

  it('leaves what is said of planned shots to them', () => {
    const said = open(
      '{ name: hands, scene: 1, after: start, style: nes, camera: { size: CU } }',
      '{ name: sc1.sh2, camera: { size: ECU }, style: gameboy }',
    )
    expect(said.film.store.plan.shots.map((s) => [s.address, s.size, s.retro?.style]).slice(0, 3)).toEqual([
      ['sc1.sh0A', 'CU', 'nes'],
      ['sc1.sh1', plain.film.store.plan.shots[0]!.size, undefined],
      ['sc1.sh2', 'ECU', 'gameboy'],
    ])
  })

  it('is in the film once, whatever variations it has: as its take says', () => {
    const said = open(
      '{ name: hands, scene: 1, after: sh1, take: near, camera: { size: MS }, variations: [{ name: near, camera: { size: ECU } }] }',
    )
    expect(addresses(said).filter((a) => a === 'sc1.sh1A')).toHaveLength(1)
    expect(said.film.store.plan.shots[1]).toMatchObject({ size: 'ECU' })
  })

  it('says what it cannot be', () => {
    const rules = (shot: string) => {
      const opened = openProduction({
        files: [file('film.yaml', `script: kitchen.fountain\nshots:\n  - ${shot}\n`), KITCHEN],
        main: 'film.yaml',
      })
      return opened.diagnostics.map((d) => [d.rule, d.severity, d.line])
    }
    expect(rules('{ name: hands, scene: 1, after: sh90 }')).toEqual([['shots.unknown-shot', 'error', 3]])
    expect(rules('{ name: hands, scene: 1, after: later }')).toEqual([['production.shot-after', 'warning', 3]])
    expect(rules('{ name: sc1.sh1, after: sh2 }')).toEqual([['production.shot-after', 'warning', 3]])
    expect(rules('{ name: hands }')).toEqual([['film.shot-name', 'warning', 3]])
    expect(rules('{ name: hands, scene: 1, dialogue: "ANNA: No." }')).toEqual([['shots.script-says', 'warning', 3]])
  })
})
