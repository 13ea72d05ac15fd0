import type { CameraMount, CameraMove } from '../../film'

/** A move that a script asks for. */
export interface CameraDirection {
  readonly move: CameraMove
  /** The words that ask for it. */
  readonly words: string
}

/** Moves as scripts write them, the longer words first. */
const MOVES: readonly (readonly [words: string, move: CameraMove])[] = [
  ['dolly[- ]zooms?|zollys?|vertigo (?:shot|effect)', 'dolly-zoom'],
  ['(?:whip|swish)[- ]pans?', 'whip-pan'],
  ['rack(?:s|ing)? focus|rack(?:s)? to|focus pull|pulls? focus|focus (?:shifts|racks)', 'rack-focus'],
  ['(?:cranes?|booms?|jibs?|rises?) up|cranes? (?:over|above)', 'crane-up'],
  ['(?:cranes?|booms?|jibs?) down|descends?', 'crane-down'],
  ['crane shot', 'crane'],
  ['(?:aerial|drone|helicopter) (?:shot|view)', 'drone'],
  ['(?:slow(?:ly)? )?(?:zooms?|crash zooms?|smash zooms?) in|(?:crash|smash) zoom', 'zoom-in'],
  ['zooms? out', 'zoom-out'],
  ['slow push|(?:push|dolly|dollie|move|creep|track|inche)(?:s|es)? in|(?:push|creep)(?:es|s)? (?:closer|towards?)', 'push-in'],
  ['(?:pull|dolly|dollie|move|track)(?:s|es)? (?:back|out|away)|widens?(?: out)?', 'pull-out'],
  ['pans? left', 'pan-left'],
  ['pans? right', 'pan-right'],
  ['pans?(?: slowly)? (?:to|across|over|around|along|from)|slow pan', 'pan'],
  ['tilts? up', 'tilt-up'],
  ['tilts? down', 'tilt-down'],
  ['(?:truck|slide|crab)s? left', 'truck-left'],
  ['(?:truck|slide|crab)s? right', 'truck-right'],
  ['(?:orbit|circle|arc)s?(?: (?:a?round))?', 'orbit'],
  ['steadicam(?: shot)?', 'steadicam'],
  ['hand-?held(?: shot| camera)?', 'handheld'],
  ['(?:tracking|following|follow) shot|(?:track|follow)s?(?: (?:with|along|behind))?', 'track'],
]

/** Where more words belong to a move: whom or what it goes to. */
const ONTO = '(?:\\s+(?:on|onto|into|to|towards?|with|at)\\b)?'
const ALL = MOVES.map(([words]) => words).join('|')
/** `We push in on`, `The camera slowly circles`: somebody who is not in the film does it. */
const SAID = new RegExp(
  `\\b(?:the camera|camera|we)(?:['’]ll| will| then| now| slowly| quickly| gently| begins? to| starts? to|,)*\\s+(?:slowly |quickly |gently )?(?:${ALL})${ONTO}`,
  'i',
)
/** `PAN TO THE DOOR`, `SLOW PUSH IN ON ANNA`: in capitals, beginning a sentence. */
const SHOUTED = new RegExp(
  `(?:^|[.!?:–—-]\\s*)(?:SLOWLY? |QUICK(?:LY)? |FAST )?(?:${ALL.toUpperCase()})(?:\\s+(?:ON|ONTO|INTO|TO|TOWARDS?|WITH|AT)\\b)?`,
)
const EACH = MOVES.map(([words, move]) => [new RegExp(`\\b(?:${words})\\b`, 'i'), move] as const)

/** Mounts as scripts write them: `BONNET MOUNT`, `FROM THE DASH CAM`, `BODY CAM`, `SECURITY CAMERA`. */
const MOUNTS: readonly (readonly [words: string, mount: CameraMount])[] = [
  ['(?:hood|bonnet)[- ](?:mount(?:ed)?|cam(?:era)?)', 'bonnet'],
  ['dash(?:board)?[- ]?cam(?:era)?|dash(?:board)? mount(?:ed)?', 'dash'],
  ['(?:door|side|hostess)[- ](?:mount(?:ed)?|tray)', 'door'],
  ['wheel mount(?:ed)?', 'wheel'],
  ['(?:back|rear)[- ]seat (?:mount(?:ed)?|cam(?:era)?)', 'back-seat'],
  ['roof[- ](?:mount(?:ed)?|cam(?:era)?)', 'roof'],
  ['(?:camera|tracking|chase|pursuit)[- ]car', 'camera-car'],
  ['body[- ]?(?:worn )?cam(?:era)?|chest[- ]?(?:cam(?:era)?|mount(?:ed)?)', 'chest'],
  ['(?:head|helmet|go-?pro)[- ]?(?:cam(?:era)?|mount(?:ed)?)', 'head'],
  ['snorri-?cam|body[- ](?:rig|mount(?:ed)?)|face[- ]rig', 'face'],
  ['security[- ]cam(?:era)?|surveillance[- ]cam(?:era)?|cctv|wall[- ]mount(?:ed)?', 'wall'],
]
const ANY_MOUNT = MOUNTS.map(([words]) => words).join('|')
/** In capitals, beginning a sentence, with what belongs to it: `BONNET MOUNT ON MARA:`. What people look at in plain words is a thing. */
const MOUNTED = new RegExp(
  `(?:^|[.!?:–—-]\\s*)(?:(?:FROM|VIA|ON) )?(?:(?:THE|A) )?(?:${ANY_MOUNT.toUpperCase()})(?:\\s+(?:SHOT|VIEW|POV|FOOTAGE))?(?=[\\s.:,–—-]|$)`,
)
const EACH_MOUNT = MOUNTS.map(([words, mount]) => [new RegExp(`\\b(?:${words})\\b`, 'i'), mount] as const)

/** What an action line says that the camera is fixed to; undefined where it leaves that to us. */
export function cameraMount(text: string): CameraMount | undefined {
  const words = MOUNTED.exec(text)?.[0]
  return words === undefined ? undefined : EACH_MOUNT.find(([pattern]) => pattern.test(words))?.[1]
}

const found = (text: string): string | undefined => (SAID.exec(text) ?? SHOUTED.exec(text))?.[0]

/** The first move of the camera that an action line asks for; undefined where it leaves that to us. */
export function cameraDirection(text: string): CameraDirection | undefined {
  const words = found(text)
  const move = words && EACH.find(([pattern]) => pattern.test(words))?.[1]
  return words && move ? { move, words: words.replace(/^[\s.!?:–—-]+/, '').trim() } : undefined
}

/** Seconds that a line's move of the camera needs to be one; 0 without any. */
export function directedSeconds(text: string): number {
  const move = cameraDirection(text)?.move
  return move === undefined ? 0 : move === 'whip-pan' || move === 'handheld' || move === 'rack-focus' ? 1.6 : 3
}

/** An action line without what the camera does in it: nobody in the film pushes, pans or circles there. */
export function withoutDirections(text: string): string {
  let rest = text
  for (let i = 0; i < 4; i++) {
    const words = found(rest) ?? MOUNTED.exec(rest)?.[0]
    if (words === undefined) break
    rest = rest.replace(words, /^[.!?:–—-]/.test(words) ? `${words[0]} ` : '')
  }
  return rest.trim()
}
