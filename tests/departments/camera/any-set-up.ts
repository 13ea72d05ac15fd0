import fc from 'fast-check'
import {
  cameraAt,
  eyesAt,
  faceYawAt,
  isAway,
  lensAt,
  placeCamera,
  projectPoint,
  SENSOR_WIDTH_MM,
  Studio,
  sittersOf,
} from '../../../src/departments/camera'
import { FRAME_HEADS } from '../../../src/departments/camera/picture'
import { distance, whereAt } from '../../../src/film'
import { anyScript, FPS, planText } from '../previs/plan-text'

const ASPECT = 16 / 9
/** Frames between the moments that are looked at, and how many in a row somebody may be hidden. */
const STEP = 4
const FEW_FRAMES = 12
/** The picture's height may differ by so much from the size's. */
const WITHIN = 0.1
/** Eyes stand between these in the picture's height, and a head's top is in it, from MCU outwards; −1 to 1. */
const EYES = [-0.15, 0.75] as const
/** Who looks aside has no less room before them than behind by so much of the picture's half width. */
const LEAD = 0.2
/** Sizes that show a head and more. */
const HEADROOM: ReadonlySet<string> = new Set(['MCU', 'MS', 'MLS', 'FS'])

/** What was looked at, and what was wrong, by rule. */
export interface SetUpTally {
  setUps: number
  /** People alone who stay: what is said of size, headroom and lead room. */
  singles: number
  readonly faults: Readonly<Record<(typeof RULES)[number], string[]>>
}

/** What a camera says where there is no room for the size. */
const WANTING = /nearer with a shorter lens|the only free place/

/** `nearer` is no fault: there was no room for the size, and the camera says so. */
export const RULES = ['size', 'nearer', 'headroom', 'lead room', 'outside', 'in a thing', 'hidden'] as const

/** Cameras of scripts by chance, of so many set-ups or some more. */
export function inspectSetUps(count: number, seed: number): SetUpTally {
  const tally: SetUpTally = { setUps: 0, singles: 0, faults: Object.fromEntries(RULES.map((r) => [r, [] as string[]])) as never }
  for (let round = 0; tally.setUps < count; round++)
    for (const text of fc.sample(anyScript, { numRuns: 10, seed: seed + round })) inspect(text, tally)
  return tally
}

function inspect(text: string, tally: SetUpTally): void {
  const { faults } = tally
  for (const { shots, set, cast, blocking } of planText(text).scenes) {
    const people = sittersOf(blocking.performances, cast)
    const studio = Studio.of(set)
    for (const shot of shots.shots) {
      tally.setUps++
      const camera = placeCamera({
        shot,
        sceneShots: shots,
        performances: blocking.performances,
        set,
        cast,
        aspect: ASPECT,
        fps: FPS,
        props: blocking.props,
      })
      const who = people.find((p) => p.role === shot.subjects[0])
      const start = shot.startFrame / 24
      const isShown = who && shot.framing !== 'insert'
      let hidden = 0
      let longest = 0
      for (let f = 0; f < shot.frames; f += STEP) {
        const { position } = cameraAt(camera, f / 24)
        if (!studio.holds(position)) faults.outside.push(`${shot.key} at ${f}`)
        if (!studio.clearOfThings(position)) faults['in a thing'].push(`${shot.key} at ${f}`)
        if (!isShown || isAway(who, start + f / 24, set)) continue
        const isHidden = studio.between(position, eyesAt(who, start + f / 24), people, start + f / 24, who.key) > 0
        hidden = isHidden ? hidden + STEP : 0
        longest = Math.max(longest, hidden)
      }
      if (longest > FEW_FRAMES) faults.hidden.push(`${shot.key}: ${longest} frames`)
      const t = shot.frames / 48
      if (
        !isShown ||
        shot.framing !== 'single' ||
        isAway(who, start + t, set) ||
        whereAt(who.performance.where, start + t).stance === 'lie'
      )
        continue
      tally.singles++
      const eyes = eyesAt(who, start + t)
      const { position } = cameraAt(camera, t)
      const { headM } = who.figure
      const heads = (distance(position, eyes) * SENSOR_WIDTH_MM) / ASPECT / lensAt(camera, t) / headM
      const off = heads / FRAME_HEADS[shot.size] - 1
      if (Math.abs(off) > WITHIN)
        faults[WANTING.test(camera.why[0]!) ? 'nearer' : 'size'].push(
          `${shot.key}: ${shot.size} ${Math.round(off * 100)} %, ${camera.why[0]}`,
        )
      const at = projectPoint(camera, t, ASPECT, eyes)
      const top = projectPoint(camera, t, ASPECT, [eyes[0], eyes[1] + headM * 0.55, eyes[2]])
      if (HEADROOM.has(shot.size) && (at.y < EYES[0] || at.y > EYES[1] || top.y > 1))
        faults.headroom.push(`${shot.key}: ${shot.size} eyes ${at.y}, top ${top.y}`)
      const yaw = faceYawAt(who, start + t, people)
      const aside = projectPoint(camera, t, ASPECT, [eyes[0] + Math.sin(yaw) * 0.3, eyes[1], eyes[2] + Math.cos(yaw) * 0.3]).x - at.x
      if (Math.abs(aside) > 0.03 && Math.sign(aside) * at.x > LEAD)
        faults['lead room'].push(`${shot.key}: ${shot.size} at ${at.x}, looks ${aside > 0 ? 'right' : 'left'}`)
    }
  }
}
