import { Vector3 } from 'three'
import type { SkinnedMesh } from 'three/webgpu'
import { describe, expect, it } from 'vitest'
import { figureOf } from '../../src/film'
import { frameState } from '../../src/motion'
import { openProduction, sliceOf } from '../../src/production'
import { prepareShot } from '../../src/stage'
import { createModelObject, modelGeometry } from '../../src/stage/actors'
import { SceneLookUniforms } from '../../src/stage/materials'
import { foreignModel } from '../stage/actors/foreign-model'
import { changedModel, type Loose, MODELLED, modelFile } from '../stage/actors/model-files'

const SCRIPT = `INT. KITCHEN - DAY

MARA (40s, short) walks in and sits down at the table. TOM waits.

MARA
You are early.

TOM
You are late.
`
const bytes = (text: string) => new TextEncoder().encode(text)
const open = (model: Uint8Array | undefined, yaml = 'characters:\n  MARA: { model: cast/mara.vrm }\n') =>
  openProduction({
    main: 'film.yaml',
    files: [
      { name: 'film.yaml', bytes: bytes(`script: film.fountain\n${yaml}`) },
      { name: 'film.fountain', bytes: bytes(SCRIPT) },
      ...(model ? [{ name: 'cast/mara.vrm', bytes: model }] : []),
    ],
  })
const opened = (...args: Parameters<typeof open>) => {
  const film = open(...args)
  if (!film.ok) throw new Error(film.diagnostics.map((d) => `${d.rule} ${d.message}`).join('\n'))
  return film
}

describe('a model of the user', () => {
  it('stands in for its person: in the cast, in the plan, on the stage', () => {
    const { film } = opened(modelFile())
    const spec = film.store.cast.mara!
    expect(Math.abs(spec.heightM - MODELLED.heightM)).toBeLessThan(0.1)
    expect(film.store.cast.tom?.model).toBeUndefined()
    const shot = film.store.plan.shots.find((s) => s.subjects.includes('mara'))!
    const slice = sliceOf(film.store, shot.key)
    expect(Object.keys(slice.models ?? {})).toEqual([spec.model?.sha256])
    const part = prepareShot(slice).actors.find((a) => a.character === 'mara')!
    expect(part.key).toContain(spec.model?.sha256)
    expect(part.geometry && 'parts' in part.geometry).toBe(true)
    expect(prepareShot(slice, [part.key]).actors.find((a) => a.character === 'mara')?.geometry).toBeUndefined()
  })

  it('is what the motion moves: its own feet stand on the floor', () => {
    const { film } = opened(modelFile())
    const shot = film.store.plan.shots.find((s) => s.subjects.includes('mara'))!
    const slice = sliceOf(film.store, shot.key)
    const state = frameState(slice, 0).actors.find((a) => a.key === 'mara')!
    const figure = figureOf(film.store.cast.mara!)
    expect(state.hips[1]).toBeLessThan(figure.joints.hips[1] + 0.01)
    expect(state.hips[1]).toBeGreaterThan(figure.joints.hips[1] * 0.3)
  })

  it('of another program walks in the film with its soles on the floor', () => {
    const file = foreignModel({ names: 'biped', biped: true, rolled: true, droop: 0.6, manySkins: true })
    const { film } = opened(file)
    const { heightM } = film.store.cast.mara!
    expect(heightM).toBeCloseTo(1.6, 2)
    const { object, pose } = createModelObject(modelGeometry('mara', file, heightM), new SceneLookUniforms())
    const lows: number[] = []
    const moved = new Set<string>()
    for (const shot of film.store.plan.shots) {
      const slice = sliceOf(film.store, shot.key)
      for (let frame = 0; frame < shot.frames; frame += 6) {
        const state = frameState(slice, frame).actors.find((a) => a.key === 'mara')
        // Short legs dangle from a chair.
        if (!state || state.hips[1] < 0.85 * figureOf(film.store.cast.mara!).joints.hips[1]) continue
        pose(state)
        moved.add(state.position.map((v) => v.toFixed(1)).join(' '))
        const soles: number[] = []
        object.traverse((o) => {
          if (!('isSkinnedMesh' in o)) return
          const mesh = o as SkinnedMesh
          mesh.skeleton.update()
          for (let i = 0; i < mesh.geometry.attributes.position!.count; i++)
            soles.push(mesh.getVertexPosition(i, new Vector3()).applyMatrix4(mesh.matrixWorld).y)
        })
        lows.push(Math.min(...soles))
      }
    }
    expect(lows.length).toBeGreaterThan(8)
    expect(moved.size).toBeGreaterThan(3)
    expect(Math.min(...lows)).toBeGreaterThan(-0.02)
    expect(Math.max(...lows)).toBeLessThan(0.03)
  })

  it('is part of what names pictures and runs: another file makes other ones, the same file the same', () => {
    const other = changedModel((json: Loose) => {
      json.materials[0].name = 'repainted'
    })
    const [a, b, c] = [opened(modelFile()), opened(other), opened(modelFile())]
    const names = ({ film }: typeof a) => film.store.plan.shots.map((s) => s.sliceHash)
    expect(names(c)).toEqual(names(a))
    expect(c.runId).toBe(a.runId)
    expect(b.runId).not.toBe(a.runId)
    const seen = a.film.store.plan.shots.flatMap((s, i) =>
      a.film.store.shots[s.key]?.performances.some((p) => p.character === 'mara') ? [i] : [],
    )
    expect(seen.length).toBeGreaterThan(0)
    for (const i of seen) expect(names(b)[i]).not.toBe(names(a)[i])
  })

  it('has the height that the production gives it', () => {
    const { film } = opened(modelFile(), 'characters:\n  MARA: { model: cast/mara.vrm, height: 1.2 m }\n')
    expect(film.store.cast.mara?.heightM).toBe(1.2)
  })

  it('is refused at its line, with what was found in which part of which file', () => {
    const answer = open(changedModel((json) => Object.assign(json, { skins: undefined })))
    expect(answer.ok).toBe(false)
    const found = answer.diagnostics.find((d) => d.rule === 'model.skeleton')
    expect(found).toMatchObject({ severity: 'error', file: 'film.yaml', line: 3 })
    expect(found?.message).toMatch(/cast\/mara\.vrm, skins: .*skeleton/)
    expect(found?.remedy).not.toBe('')
  })

  it('that is not there leaves a person of ours, and says so', () => {
    const { film, diagnostics } = opened(undefined)
    expect(film.store.cast.mara?.model).toBeUndefined()
    expect(diagnostics.some((d) => d.severity === 'warning' && /mara\.vrm/.test(d.message))).toBe(true)
  })
})
