import { BoxGeometry, Group, Mesh, MeshStandardMaterial, type WebGPURenderer } from 'three/webgpu'
import type { ShotSlice } from '../../film'
import { frameState } from '../../motion'
import { bakeStage, prepareShot, type ShotParts, ShotStage } from '../../stage'
import { type ActorObject, actorMaterials, bakeCloth, createActorObject } from '../../stage/actors'
import { SceneLookUniforms } from '../../stage/materials'
import { compileScene, SceneDrawing } from '../look'
import { deviceOf } from '../three-internals'
import { median } from './median'
import { tenPeople } from './ten-people'

/** Size of the picture and how often each side is drawn. */
export type ActorBenchOptions = { readonly width: number; readonly height: number; readonly runs: number }

/** What ten people cost. Milliseconds are medians. */
export type ActorBench = {
  readonly width: number
  readonly height: number
  readonly runs: number
  readonly people: number
  readonly triangles: number
  /** The scene pass with its shadow maps: set, lights, ten people. */
  readonly peopleMs: number
  /** The same with a box in each one's place. */
  readonly boxesMs: number
  readonly boxTriangles: number
  /** Median of the ratios of people to boxes, drawn by turns. */
  readonly timesBoxes: number
  /** Motion of all ten at a frame. */
  readonly stateMs: number
  /** That motion applied to their bones and faces. */
  readonly applyMs: number
  /** Both. */
  readonly poseMs: number
}

/** Detail textures of the set: the bench measures people, small ones do. */
const DETAIL = 128
/** Pictures and poses before the clock starts: the first ones compile and upload. */
const WARM_UP = 3
const SHADOW_MAP = 2048
/** Frames that are posed for each that is drawn. */
const POSED = 24

/**
 * Draws ten people at full detail and, by turns, ten boxes of as many triangles and one standard material in their places,
 * in the same set under the same lights and shadows; and times their motion.
 * @throws RangeError for runs under 1.
 */
export async function benchActors(renderer: WebGPURenderer, { width, height, runs }: ActorBenchOptions): Promise<ActorBench> {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`benchActors: runs must be whole and at least 1, got ${runs}`)
  const slice = tenPeople()
  const parts = prepareShot(slice)
  const counts = trianglesOf(parts)
  const posed = timePoses(slice, parts, runs)
  const drawn = await timeDrawing(renderer, slice, parts, { width, height, runs })
  return {
    width,
    height,
    runs,
    people: slice.cast.length,
    triangles: counts.reduce((sum, n) => sum + n, 0),
    ...drawn,
    ...posed,
  }
}

/** Those who were made here: everybody of the bench. */
const madeIn = (parts: ShotParts) =>
  parts.actors.flatMap(({ character, geometry }) => (geometry && 'body' in geometry ? [{ character, geometry }] : []))

const trianglesOf = (parts: ShotParts): number[] =>
  madeIn(parts).map(({ geometry }) => (geometry.body.index.length + geometry.head.index.length) / 3)

/** Times the motion of everybody, frame by frame: found, then put into bones and faces. */
function timePoses(slice: ShotSlice, parts: ShotParts, runs: number): Pick<ActorBench, 'stateMs' | 'applyMs' | 'poseMs'> {
  const materials = actorMaterials(new SceneLookUniforms(), bakeCloth())
  const actors = new Map<string, ActorObject>()
  for (const { character, geometry } of madeIn(parts)) actors.set(character, createActorObject(geometry, materials))
  const times: { state: number; apply: number }[] = []
  for (let i = -WARM_UP * POSED; i < runs * POSED; i++) {
    const start = performance.now()
    const { actors: states } = frameState(slice, (i * 7 + WARM_UP * POSED * 7) % slice.shot.frames)
    const between = performance.now()
    for (const one of states) actors.get(one.key)?.pose(one)
    if (i >= 0) times.push({ state: between - start, apply: performance.now() - between })
  }
  for (const actor of actors.values()) actor.dispose()
  materials.dispose()
  return {
    stateMs: median(times.map((t) => t.state)),
    applyMs: median(times.map((t) => t.apply)),
    poseMs: median(times.map((t) => t.state + t.apply)),
  }
}

async function timeDrawing(
  renderer: WebGPURenderer,
  slice: ShotSlice,
  parts: ShotParts,
  { width, height, runs }: ActorBenchOptions,
): Promise<Pick<ActorBench, 'peopleMs' | 'boxesMs' | 'boxTriangles' | 'timesBoxes'>> {
  const stage = new ShotStage(bakeStage(DETAIL))
  stage.setShadowMapSize(SHADOW_MAP)
  stage.load(slice, parts)
  const first = frameState(slice, 0)
  stage.pose(first, slice, width / height)
  const keys = new Set(slice.cast.map(({ key }) => key))
  const people = stage.scene.children.flatMap((c) => c.children).filter((c) => keys.has(c.name))
  const boxes = new Group()
  const material = new MeshStandardMaterial({ color: 0x8a6f60, roughness: 0.8 })
  const counts = trianglesOf(parts)
  let boxTriangles = 0
  slice.cast.forEach(({ heightM }, i) => {
    const geometry = boxOf(heightM, counts[i]!)
    boxTriangles += geometry.index!.count / 3
    const box = new Mesh(geometry, material)
    box.castShadow = true
    box.receiveShadow = true
    const [x, y, z] = first.actors[i]!.position
    box.position.set(x, y + heightM / 2, z)
    boxes.add(box)
  })
  stage.scene.add(boxes)
  boxes.updateMatrixWorld(true)
  const drawing = new SceneDrawing(renderer, stage.scene, stage.camera, width, height)
  const show = (ofPeople: boolean) => {
    for (const person of people) person.visible = ofPeople
    boxes.visible = !ofPeople
  }
  const { queue } = deviceOf(renderer)
  const timed = async (frame: number, ofPeople: boolean) => {
    show(ofPeople)
    stage.pose(frameState(slice, frame), slice, width / height)
    await queue.onSubmittedWorkDone()
    const start = performance.now()
    drawing.draw()
    await queue.onSubmittedWorkDone()
    return performance.now() - start
  }
  boxes.visible = true
  await compileScene(renderer, stage.scene, stage.camera)
  const rounds: { people: number; boxes: number }[] = []
  for (let round = -WARM_UP; round < runs; round++) {
    const frame = (round + WARM_UP) % slice.shot.frames
    // Who comes first changes, lest one side always pays for what the other left.
    const ofPeople = round % 2 === 0 ? await timed(frame, true) : undefined
    const ofBoxes = await timed(frame, false)
    if (round >= 0) rounds.push({ people: ofPeople ?? (await timed(frame, true)), boxes: ofBoxes })
    else if (ofPeople === undefined) await timed(frame, true)
  }
  drawing.dispose()
  for (const box of boxes.children) (box as Mesh).geometry.dispose()
  material.dispose()
  stage.dispose()
  return {
    peopleMs: median(rounds.map((r) => r.people)),
    boxesMs: median(rounds.map((r) => r.boxes)),
    boxTriangles,
    timesBoxes: median(rounds.map((r) => r.people / r.boxes)),
  }
}

/** Breadth and depth of a box that stands for somebody, against their height: about as much of the picture as a person covers. */
const BROAD = 0.2
const DEEP = 0.14

/** A person's height in so many triangles, as nearly as whole rows of them allow. */
export function boxOf(heightM: number, triangles: number): BoxGeometry {
  // n columns a side and m rows: four sides of n·m squares and two lids of n².
  const n = Math.max(1, Math.round(Math.sqrt(triangles / 36)))
  const m = Math.max(1, Math.round((triangles - 4 * n * n) / (8 * n)))
  return new BoxGeometry(heightM * BROAD, heightM, heightM * DEEP, n, m, n)
}
