import type { BodyMark, HealingStage, Injury, InjuryKind } from '../../../film'

/** When a wound is dressed, when it is nearly well, and when it is past: story days from the first. */
interface Course {
  /** Nobody goes longer than this without seeing to it, even where no scene shows it. */
  readonly dressed: number
  /** Dressings come off. */
  readonly closed: number
  readonly well: number
  /** Leaves something to be seen. */
  readonly scar: boolean
}

/**
 * How wounds heal, by what first-aid and surgery handbooks give as usual: bruises go within two weeks; stitches in a
 * face are drawn after five to seven days and a small cut has closed in ten; a clean shot or stab through flesh is
 * dressed for two to three weeks and stiff for six; an arm stays in plaster for six weeks; a second-degree burn needs
 * three; a sprain two. Deep wounds leave scars.
 */
export const HEALING_COURSES: Readonly<Record<InjuryKind, Course>> = {
  cut: { dressed: 1, closed: 6, well: 12, scar: false },
  bruise: { dressed: Number.POSITIVE_INFINITY, closed: 5, well: 14, scar: false },
  gunshot: { dressed: 1, closed: 21, well: 42, scar: true },
  stab: { dressed: 1, closed: 21, well: 42, scar: true },
  burn: { dressed: 1, closed: 14, well: 21, scar: true },
  break: { dressed: 1, closed: 42, well: 56, scar: false },
  sprain: { dressed: Number.POSITIVE_INFINITY, closed: 7, well: 14, scar: false },
  bite: { dressed: 1, closed: 10, well: 21, scar: true },
  wound: { dressed: 0, closed: 10, well: 21, scar: false },
}

/** How far a wound has come after some story days. @param treated somebody has seen to it. */
export function stageOf(kind: InjuryKind, days: number, treated: boolean): HealingStage {
  const { dressed, closed, well, scar } = HEALING_COURSES[kind]
  if (days >= well) return scar ? 'scar' : 'healed'
  if (days >= closed) return 'healing'
  return treated || days >= dressed ? 'treated' : 'fresh'
}

/** What part of a body a wound's words mean. */
export function regionOf(place: string): 'brow' | 'eye' | 'cheek' | 'mouth' | 'nose' | 'head' | 'hand' | 'arm' | 'leg' | 'body' {
  if (/brow|forehead|temple/.test(place)) return 'brow'
  if (/eye/.test(place)) return 'eye'
  if (/lip|mouth/.test(place)) return 'mouth'
  if (/nose/.test(place)) return 'nose'
  if (/cheek|jaw|chin|face|ear/.test(place)) return 'cheek'
  if (/head|skull/.test(place)) return 'head'
  if (/hand|palm|finger|knuckle|fist|wrist/.test(place)) return 'hand'
  if (/arm|elbow|shoulder|collarbone/.test(place)) return 'arm'
  if (/leg|thigh|knee|shin|calf|ankle|foot|feet/.test(place)) return 'leg'
  return 'body'
}

/** What is to be seen of a wound on the body; empty under clothes. */
export function marksOf({ kind, place, stage }: Pick<Injury, 'kind' | 'place' | 'stage'>): readonly BodyMark[] {
  const region = regionOf(place)
  const face = region === 'brow' || region === 'eye' || region === 'cheek' || region === 'mouth' || region === 'nose'
  if (stage === 'healed' || kind === 'sprain') return []
  if (stage === 'scar') return region === 'brow' || region === 'head' ? ['scar-brow'] : face ? ['scar-cheek'] : []
  if (kind === 'bruise') return region === 'eye' || region === 'brow' ? ['black-eye'] : face ? ['bruise-cheek'] : []
  if (kind === 'burn' && face) return ['burn-cheek']
  if (kind === 'break' && region === 'nose') return stage === 'fresh' ? ['blood-nose', 'black-eye'] : ['black-eye']
  if (face) {
    if (region === 'nose') return stage === 'fresh' ? ['blood-nose'] : stage === 'treated' ? ['plaster-cheek'] : []
    if (region === 'mouth') return ['cut-lip']
    const upper = region === 'brow' || region === 'eye'
    return stage === 'treated' ? [upper ? 'plaster-brow' : 'plaster-cheek'] : [upper ? 'cut-brow' : 'cut-cheek']
  }
  if (region === 'head')
    return stage === 'fresh'
      ? kind === 'cut' || kind === 'wound'
        ? ['cut-brow', 'blood-face']
        : []
      : stage === 'treated'
        ? ['bandage-head']
        : []
  if (stage === 'healing') return []
  if (region === 'hand') return stage === 'treated' ? ['bandage-hand'] : kind === 'break' ? [] : ['blood-hands']
  if (stage === 'fresh') return []
  if (region === 'arm') return kind === 'break' || kind === 'gunshot' || kind === 'stab' ? ['sling'] : ['bandage-arm']
  return region === 'leg' ? ['bandage-leg'] : []
}
