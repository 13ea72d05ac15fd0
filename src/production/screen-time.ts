import type { RenderPlan } from '../film'

/** How long somebody is on screen. */
export interface ScreenTime {
  readonly character: string
  /** Frames of the shots that are about them, among others. */
  readonly frames: number
  readonly shots: number
  /** Address of their first and last shot, and its first frame in the film. */
  readonly first: { readonly address: string; readonly frame: number }
  readonly last: { readonly address: string; readonly frame: number }
}

/** Screen time of everybody whom a shot is about, longest first. */
export function screenTime(plan: RenderPlan): ScreenTime[] {
  const found = new Map<string, ScreenTime>()
  for (const shot of plan.shots) {
    const here = { address: shot.address, frame: shot.startFrame }
    for (const character of new Set(shot.subjects)) {
      const was = found.get(character)
      found.set(character, {
        character,
        frames: (was?.frames ?? 0) + shot.frames,
        shots: (was?.shots ?? 0) + 1,
        first: was?.first ?? here,
        last: here,
      })
    }
  }
  return [...found.values()].sort((a, b) => b.frames - a.frames || a.first.frame - b.first.frame)
}
