import {
  type CameraPlan,
  type CharacterSpec,
  DEFAULT_FPS,
  type LightPlan,
  modelsFor,
  type Performance,
  type PlannedShot,
  type PlanStore,
  type SetSpec,
  type ShotPlan,
  sliceHashOf,
} from '../../film'

/** One picture of a sheet: a shot, with all that is seen in it. */
export interface SheetShot {
  readonly key: string
  /** What stands under it. */
  readonly label: string
  readonly set: SetSpec
  readonly light: LightPlan
  readonly camera: CameraPlan
  /** Whoever is in it. */
  readonly cast?: { readonly spec: CharacterSpec; readonly performance: Omit<Performance, 'character'> }
  readonly size: PlannedShot['size']
}

/**
 * A sheet as a film of its own: a scene and a shot a picture, in order; `sc3.sh1` is the third.
 * @param models that stand in for people. Shots are so many seconds long, for what begins in them to come to rest.
 */
export function sheetFilm(
  {
    title,
    author,
    aspect,
    seconds,
  }: { readonly title: string; readonly author: string; readonly aspect: number; readonly seconds: number },
  pictures: readonly SheetShot[],
  models?: PlanStore['models'],
): PlanStore {
  const fps = DEFAULT_FPS
  const frames = Math.round((seconds * fps.num) / fps.den)
  const shots: PlannedShot[] = []
  const scenes: PlanStore['plan']['scenes'][number][] = []
  const plans: Record<string, ShotPlan> = {}
  const sets: Record<string, SetSpec> = {}
  const lights: Record<string, LightPlan> = {}
  const people: Record<string, CharacterSpec> = {}
  for (const [i, { key, label, set, light, camera, cast, size }] of pictures.entries()) {
    const sceneKey = `sheet-${i + 1}`
    const plan: ShotPlan = {
      key,
      fps,
      frames,
      aspect,
      camera,
      performances: cast ? [{ character: cast.spec.key, ...cast.performance }] : [],
      props: [],
      doors: {},
      fadeIn: 0,
      fadeOut: 0,
      captions: [],
    }
    plans[key] = plan
    sets[set.key] = set
    lights[`light-${i}`] = light
    if (cast) people[`${sceneKey}/${cast.spec.key}`] = cast.spec
    scenes.push({
      key: sceneKey,
      title: label,
      set: set.key,
      light: `light-${i}`,
      frames,
      ...(cast ? { costumes: { [cast.spec.key]: `${sceneKey}/${cast.spec.key}` } } : {}),
    })
    shots.push({
      key,
      address: `sc${i + 1}.sh1`,
      sceneKey,
      sceneTitle: label,
      size,
      framing: 'single',
      move: 'static',
      lensMm: camera.lensMm,
      subjects: cast ? [cast.spec.key] : [],
      frames,
      startFrame: i * frames,
      why: [...camera.why],
      line: 0,
      captions: [],
      sliceHash: sliceHashOf({ shot: plan, set, cast: cast ? [{ ...cast.spec, provenance: [] }] : [], light }),
    })
  }
  return {
    plan: { schema: 'RenderPlan', version: '1.0.0', title, author, fps, aspect, frames: frames * pictures.length, shots, scenes },
    shots: plans,
    sets,
    lights,
    cast: people,
    ...modelsFor(
      pictures.flatMap((p) => (p.cast ? [p.cast.spec] : [])),
      models,
    ),
  }
}
