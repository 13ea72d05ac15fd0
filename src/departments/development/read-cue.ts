/** A cue taken apart. */
export interface Cue {
  readonly name: string
  /** Upper case, without brackets. */
  readonly extensions: readonly string[]
  readonly dual: boolean
}

const LONGEST = 90
const MOST_EXTENSIONS = 6

/** First words of camera and editing directions, which stand in capitals above a description. */
const DIRECTIONS =
  /^(?:INSERT|CLOSE(?:R)? (?:ON|UP|SHOT)|CLOSE-UP|ANGLE|ANOTHER ANGLE|WIDE(?:R)?(?: SHOT| ANGLE| ON|$)|BACK TO|CUT TO|SMASH CUT|MATCH CUT|JUMP CUT|DISSOLVE|FADE|SUPER(?:IMPOSE)?(?:$|:| )|TITLE(?:$|:| CARD)|CHYRON|THE END|END (?:OF|CREDITS|MONTAGE|INTERCUT)|POV|P\.O\.V|TRACKING SHOT|ESTABLISHING|FREEZE FRAME|LATER$|CONTINUOUS$|MOMENTS LATER|CREDITS|ACT (?:ONE|TWO|THREE|FOUR|FIVE|[IVX]+$)|COLD OPEN|TEASER$|OMITTED)/

/** Reads the parts of a cue; does not judge whether it is one. */
export function splitCue(line: string): Cue {
  let rest = line.trim().replace(/\s+/g, ' ')
  const dual = rest.endsWith('^')
  if (dual) rest = rest.slice(0, -1).trimEnd()
  const extensions: string[] = []
  while (rest.endsWith(')') && extensions.length < MOST_EXTENSIONS) {
    const open = rest.lastIndexOf('(')
    if (open <= 0) break
    const inner = rest.slice(open + 1, -1).trim()
    if (inner) extensions.unshift(inner.toUpperCase().replace(/[’‘]/g, "'"))
    rest = rest.slice(0, open).trimEnd()
  }
  return { name: rest.replace(/^[*_]+|[*_]+$/g, '').trim(), extensions, dual }
}

/**
 * Whether a line may be a cue (Fountain 1.1: capitals, a blank line before and text after). Beside the rule
 * it refuses what real scripts show not to be names: shouts, clock times, dashes, camera directions.
 */
export function looksLikeCue(line: string): boolean {
  const text = line.trim()
  if (text.length === 0 || text.length > LONGEST) return false
  const { name } = splitCue(text)
  if (!/^["'“‘«¿¡]?[\p{Lu}\p{Lt}\p{N}#]/u.test(name) || !/\p{Lu}/u.test(name)) return false
  if (/\p{Ll}/u.test(name.replace(/\b(?:Mc|Mac|O’|O'|De|Van|von|van|de|da|di|la|le|al)(?=[\s-]?\p{Lu})/gu, ''))) return false
  if (/[!?,:;…/\\=<>|~*{}[\]]$|--|—|\.\.\.|\d:\d\d/.test(name) || (/[.]$/.test(name) === true && !/(?:^|[\s.])\p{L}{1,3}\.$/u.test(name)))
    return false
  return name.split(' ').length <= 7 && !DIRECTIONS.test(name)
}

/** Whether a line in a script without capitals (Chinese, Japanese, Arabic, Hebrew …) has the shape of a name. */
export function looksLikeUncasedName(line: string): boolean {
  if (line.length > LONGEST) return false
  const { name } = splitCue(line)
  return name.length > 0 && name.length <= 16 && /^\p{Lo}[\p{Lo}\p{Lm}\p{M}\p{N} ・·'’-]*$/u.test(name) && name.split(' ').length <= 3
}

/** Extensions that say that the speaker is not seen. */
export function isOffScreen(extensions: readonly string[]): boolean {
  return extensions.some((e) =>
    /^(?:V\.? ?O\.?|O\.? ?S\.?|O\.? ?C\.?|OFF|OFF.?SCREEN|OFF.?CAMERA|VOICE.?OVER|VOICE|NARRAT\w+|FUERA DE CAMPO|HORS CHAMP|Г\.? ?З\.?|З\.? ?К\.?|ЗК|ЗА КАДРОМ|FC|F\.C\.|VOIX OFF|VOZ EN OFF|IM OFF|PRE-?LAP)(?:$|[\s,/;.])/.test(
      e,
    ),
  )
}
