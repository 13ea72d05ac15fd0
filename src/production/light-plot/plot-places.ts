import type { PlannedShot, RenderPlan } from '../../film'

/** A light of a film, and the shot that says how it is exposed. */
export interface PlotPlace {
  readonly number: string
  readonly title: string
  readonly shotKey: string
}

/** From near to wide: near shots are taken at the widest stop, and light is set for them. */
const NEAR_FIRST: readonly PlannedShot['size'][] = ['ECU', 'CU', 'MCU', 'MS', 'MLS', 'FS', 'WS', 'EWS']

/** The lights of a film in order: one a scene, and one for every other that some of its shots have instead. */
export function plotPlaces({ scenes, shots }: Pick<RenderPlan, 'scenes' | 'shots'>): PlotPlace[] {
  return scenes.flatMap(({ key, title, light }, i) => {
    const found = new Map<string, PlannedShot>()
    for (const shot of shots.filter((s) => s.sceneKey === key)) {
      const name = shot.light ?? light
      const before = found.get(name)
      if (!before || NEAR_FIRST.indexOf(shot.size) < NEAR_FIRST.indexOf(before.size)) found.set(name, shot)
    }
    return [...found.values()].map((shot, k) => ({ number: k === 0 ? String(i + 1) : `${i + 1}.${k + 1}`, title, shotKey: shot.key }))
  })
}
