import { describe, expect, it } from 'vitest'
import { add, dot, figureOf, normalize, quatRotate, scale, sub } from '../../src/film'
import { frameState, worldJoints } from '../../src/motion'
import { openProduction, sliceOf } from '../../src/production'
import { file, KITCHEN } from './master/files'

const open = (shots: string, main = 'script: kitchen.fountain\n') => {
  const opened = openProduction({
    files: [file('film.yaml', `${main}fps: 24\n${shots && `shots:\n  - ${shots}\n`}`), KITCHEN],
    main: 'film.yaml',
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics))
  return { ...opened, plan: opened.film.store.plan }
}
type Opened = ReturnType<typeof open>
const changed = (a: Opened, b: Opened) => a.plan.shots.flatMap((s, i) => (s.sliceHash === b.plan.shots[i]?.sliceHash ? [] : [s.address]))
const slice = (o: Opened, i: number) => sliceOf(o.film.store, o.plan.shots[i]!.key)
const person = (o: Opened, i: number, who: string) => slice(o, i).shot.performances.find((p) => p.character === who)!
const stay = (o: Opened, i: number, who: string) => {
  const first = person(o, i, who).where[0]
  if (first?.kind !== 'stay') throw new Error(`${who} walks`)
  return first
}
const plain = open('')

describe('people in a shot', () => {
  it('stand where they are put, in that shot and no other, and say what they said', () => {
    const said = open('{ name: sc1.sh1, characters: [{ name: BEN, position: [0.4, 1.3] }] }')
    expect(said.diagnostics).toEqual([])
    expect(changed(plain, said)).toEqual(['sc1.sh1'])
    const ben = stay(said, 0, 'ben')
    expect(ben.stance).toBe('stand')
    expect(Math.hypot(ben.position[0] - 0.4, ben.position[2] - 1.3)).toBeLessThan(0.4)
    expect(said.plan.shots[0]).toMatchObject({ subjects: plain.plan.shots[0]?.subjects, size: plain.plan.shots[0]?.size })
    expect(slice(said, 0).light).toEqual(slice(plain, 0).light)
  })

  it('are at a thing, near somebody, turned, and show what is asked', () => {
    const [was] = slice(plain, 0).set.marks.filter((m) => m.kind === 'door')
    const door = stay(open('{ name: sc1.sh1, characters: [{ name: BEN, at: the door }] }'), 0, 'ben')
    expect(Math.hypot(door.position[0] - was!.position[0], door.position[2] - was!.position[2])).toBeLessThan(0.8)
    const near = open('{ name: sc1.sh1, characters: [{ name: BEN, near: ANNA }] }')
    const [anna, ben] = [stay(near, 0, 'anna'), stay(near, 0, 'ben')]
    const apart = Math.hypot(anna.position[0] - ben.position[0], anna.position[2] - ben.position[2])
    expect(apart).toBeGreaterThan(0.5)
    expect(apart).toBeLessThan(1.5)
    const turned = open('{ name: sc1.sh1, characters: [{ name: ANNA, facing: 90, expression: angry }] }')
    expect(stay(turned, 0, 'anna')).toMatchObject({ yaw: 1.570796, position: stay(plain, 0, 'anna').position })
    expect(person(turned, 0, 'anna').moods).toEqual([{ t0: 0, expression: 'anger', weight: 0.8 }])
    const to = open('{ name: sc1.sh1, characters: [{ name: ANNA, facing: BEN }] }')
    const [from, at] = [stay(plain, 0, 'anna').position, stay(plain, 0, 'ben').position]
    expect(stay(to, 0, 'anna').yaw).toBeCloseTo(Math.atan2(at[0] - from[0], at[2] - from[2]), 4)
  })

  it('who face the camera look into the lens, wherever it goes', () => {
    for (const [more, framing, camera] of [
      ['', '', 'camera'],
      [', position: [0.4, 1.3]', '', 'the camera'],
      [', near: BEN', 'camera: { movement: dolly in }, ', 'camera'],
      ['', 'camera: { movement: pan }, ', 'the lens'],
    ]) {
      const said = open(`{ name: sc1.sh1, ${framing}characters: [{ name: ANNA${more}, facing: ${camera} }] }`)
      expect(said.diagnostics.filter((d) => d.rule === 'shot.placement')).toEqual([])
      expect(changed(plain, said)).toEqual(['sc1.sh1'])
      const s = slice(said, 0)
      for (const frame of [0, Math.floor(s.shot.frames / 2), s.shot.frames - 1]) {
        const state = frameState(s, frame)
        const anna = state.actors.find((a) => a.key === 'anna')!
        const { leftEye, rightEye, head } = worldJoints(figureOf(s.cast.find((c) => c.key === 'anna')!), anna)
        const eyes = scale(add(leftEye.position, rightEye.position), 0.5)
        const to = normalize(sub(state.camera.position, eyes))
        // Eyes dart a degree about what they look at.
        expect(dot(quatRotate(leftEye.quaternion, [0, 0, 1]), to), `${more} ${framing} ${frame}`).toBeGreaterThan(Math.cos(0.09))
        expect(dot(quatRotate(head.quaternion, [0, 0, 1]), to), `${more} ${framing} ${frame}`).toBeGreaterThan(Math.cos(0.6))
      }
    }
  })

  it('says who is not there, what is not there, which face is none and what is no place', () => {
    const found = (shot: string) =>
      openProduction({
        files: [file('film.yaml', `script: kitchen.fountain\nshots:\n  - ${shot}\n`), KITCHEN],
        main: 'film.yaml',
      }).diagnostics.map((d) => [d.rule, d.severity, d.file, d.line])
    expect(found('{ name: sc2.sh1, characters: [{ name: ANNA, at: door }] }')).toEqual([
      ['shot.placement', 'warning', 'kitchen.fountain', 18],
    ])
    expect(found('{ name: sc1.sh1, characters: [{ name: ANNA, at: the zeppelin }] }')).toEqual([
      ['shot.placement', 'warning', 'kitchen.fountain', 6],
    ])
    expect(found('{ name: sc1.sh1, characters: [{ name: ANNA, expression: zzyzx }] }')).toEqual([
      ['film.expression', 'warning', 'film.yaml', 3],
    ])
    expect(found('{ name: sc1.sh1, characters: [{ name: ANNA, position: [1] }] }')).toEqual([
      ['production.shot-position', 'error', 'film.yaml', 3],
    ])
  })

  it('are placed in a production without a script too', () => {
    const shot = (more: string) => open(`{ name: a, location: kitchen, seconds: 2, characters: [{ name: MIA${more} }] }`, '')
    expect(stay(shot(', facing: north'), 0, 'mia').yaw).toBeCloseTo(Math.PI, 4)
    expect(changed(shot(''), shot(', position: [1, 1]'))).toEqual(['sc1.sh1'])
  })
})

describe('things in a shot', () => {
  it('stand where they are put, where they suit, or are in somebody’s hand; in that shot only', () => {
    const put = open('{ name: sc1.sh1, props: [{ name: suitcase, position: [0.2, 1.5] }, { name: vase, at: table }] }')
    expect(put.diagnostics).toEqual([])
    expect(changed(plain, put)).toEqual(['sc1.sh1'])
    const more = slice(put, 0).set.placements.slice(slice(plain, 0).set.placements.length)
    expect(more.map((p) => p.prop)).toEqual(['suitcase', 'vase'])
    expect(more[0]!.position).toEqual([0.2, 0, 1.5])
    expect(more[1]!.position[1]).toBeGreaterThan(0.6)
    const suits = open('{ name: sc1.sh1, props: [typewriter] }')
    expect(changed(plain, suits)).toEqual(['sc1.sh1'])
    expect(slice(suits, 0).set.placements.some((p) => p.prop === 'typewriter')).toBe(true)
    const held = open('{ name: sc1.sh1, props: [{ name: lantern, held_by: BEN }] }')
    expect(changed(plain, held)).toEqual(['sc1.sh1'])
    expect(slice(held, 0).shot.props).toMatchObject([{ prop: 'lantern', states: [{ kind: 'held', by: 'ben' }] }])
  })

  it('says what the store has not, and what nothing can stand on', () => {
    const said = open('{ name: sc1.sh1, props: [flux capacitor, { name: vase, at: zeppelin }] }')
    expect(said.diagnostics.map((d) => [d.rule, d.line])).toEqual([
      ['film.prop', 4],
      ['shot.placement', 6],
    ])
    // What people bring does not lie about by itself.
    expect(open('{ name: sc1.sh1, props: [suitcase] }').diagnostics.map((d) => d.rule)).toEqual(['shot.placement'])
  })
})
