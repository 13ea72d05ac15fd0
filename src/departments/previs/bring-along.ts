import { type Beat, type FrameRate, frameToSeconds, type Look } from '../../film'
import type { Stage } from './stage'
import { standsAt } from './surface-near'

/** Things too big for a pocket: whoever has one has it in the hand. */
const IN_HAND =
  /(?:^| )(?:suitcase|briefcase|bag|basket|bucket|guitar|violin|lantern|torch|flashlight|box|package|parcel|kite|cane|crutch|rifle|shotgun|axe|sword|telescope|bouquet|helmet|teddy|doll|horse|trumpet|umbrella)$/
/** Wounds there make a person limp. */
const LEG = /\b(?:leg|knee|ankle|foot|feet|thigh|shin|hip|calf|toe)s?\b/

/** Whether a wound still is felt when walking. */
const hurts = (look: Look): boolean => look.injuries.some((i) => LEG.test(i.place) && (i.stage === 'fresh' || i.stage === 'treated'))

/**
 * Lets people come as the story has left them: what they carried before is in their hands, or beside the seat they sit on; whoever has a
 * hurt leg limps, from the line on that hurts it.
 * @param looks how the story has everybody in this scene, in order.
 */
export function bringAlong(stage: Stage, looks: readonly Look[], beats: readonly Beat[], fps: FrameRate): void {
  const text = beats.map((b) => b.text.toLowerCase()).join('\n')
  for (const a of stage.actors) {
    const own = looks.filter((l) => l.character === a.key && !l.dead)
    const lame = own.find(hurts)
    if (lame) {
      const beat = lame.line === 0 ? beats[0] : beats.find((b) => b.line > lame.line)
      if (beat) a.limpsFrom = frameToSeconds(beat.startFrame, fps)
    }
    const has = own.find((l) => l.line === 0)?.props ?? []
    for (const thing of has.filter((p) => IN_HAND.test(p)).slice(0, 2)) {
      // Where the scene itself speaks of the thing, its words say who has it.
      if (text.includes(thing) || stage.props.isKnown(thing)) continue
      const { stance, spot, yaw } = a.place
      if (stance === 'stand' || stance === 'lean') {
        stage.props.hold(thing, a, 0)
        continue
      }
      const side = yaw + Math.PI / 2
      stage.props.put(thing, 0, { position: [spot.x + Math.sin(side) * 0.5, standsAt(thing), spot.z + Math.cos(side) * 0.5], yaw })
    }
  }
}
