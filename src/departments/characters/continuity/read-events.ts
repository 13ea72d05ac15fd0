import type { Script } from '../../../film'
import { CLOTHES, clothesIn, type Found } from './clothes-events'
import { HARM, harmIn } from './harm-events'
import { ageBehind, hairIn, thingsIn } from './person-events'
import type { Naming, StoryEvent } from './story-event'
import { Telling } from './telling'

type Scene = Script['scenes'][number]

/** One look at a text before anything is read closely. */
const MAYBE = new RegExp(
  `${CLOTHES.source}|${HARM.source}|\\bhair\\b|beard|moustache|ponytail|shav|\\bwig\\b|chang(?:es|ing|ed)|it back on|them back on`,
  'i',
)
/** Verbs of things that are taken and left. */
const HANDLES =
  /\b(?:pick|take|grab|snatch|pocket|collect|fetch|pull|draw|carr|hold|clutch|retriev|steal|find|hide|stuff|slip|put|set|drop|lay|leave|throw|toss|burn|destroy|smash|hand|give|pass|offer|read|open|unfold|fire|aim|raise|cock|load|swing|play|light|show|wave|studi|examin|flip)/i
/** Longest text of one paragraph that is read. */
const LONGEST = 4000

/**
 * What happens to people's looks in a scene, in order.
 * @param things names of the small things in it.
 * @param described the line that introduces somebody: how they look there is how they begin.
 */
export function readEvents(scene: Scene, naming: Naming, things: readonly string[], described: ReadonlyMap<string, number>): StoryEvent[] {
  const telling = new Telling(scene.elements, scene.characters, naming)
  const out: StoryEvent[] = []
  scene.elements.forEach((e, i) => {
    if (e.kind === 'dialogue') {
      for (const part of e.parts) {
        if (part.kind !== 'parenthetical' || !MAYBE.test(part.text)) continue
        for (const f of [...clothesIn(part.text), ...hairIn(part.text)]) out.push(eventOf(f, e.character, part.line, part.text, false))
      }
      return
    }
    if (e.kind !== 'action') return
    const text = e.text.length > LONGEST ? e.text.slice(0, LONGEST) : e.text
    const looks = MAYBE.test(text)
    const handles = things.length > 0 && HANDLES.test(text)
    const numbers = /\((?:now |aged )?\d/.test(text)
    if (!looks && !handles && !numbers) return
    const found = [
      ...(looks ? [...clothesIn(text), ...harmIn(text), ...hairIn(text)] : []),
      ...(handles ? thingsIn(text, things) : []),
    ].sort((a, b) => a.start - b.start)
    const lineAt = (at: number) => e.line + (text.includes('\n') ? text.slice(0, at).split('\n').length - 1 : 0)
    for (const f of found) {
      if (unreal(text, f.start)) continue
      const line = lineAt(f.start)
      // An introduction's own words are the look that somebody begins with.
      for (const who of new Set(whom(telling, i, f)))
        if (!(f.describes && described.get(who) === line && inBrackets(text, f.start)))
          out.push(eventOf(f, who, line, text, f.describes === true && !telling.appearsBefore(i, who)))
    }
    if (numbers)
      for (const m of telling.mentions(i)) {
        const age = ageBehind(text.slice(m.end, m.end + 16))
        const line = lineAt(m.start)
        if (age !== undefined && described.get(m.key) !== line)
          out.push({ kind: 'age', age, who: m.key, line, text: text.slice(m.start, m.end + 8), describes: true, first: true })
      }
  })
  return out
}

function whom(telling: Telling, i: number, f: Found): readonly string[] {
  if (f.object) return telling.object(i, f.object[0], f.object[1], f.owner ? [] : telling.doers(i, f.start))
  if (f.owner) return telling.owner(i, f.owner.start, f.owner.word, f.owner.end)
  return telling.doers(i, f.start)
}

const eventOf = (f: Found, who: string, line: number, text: string, first: boolean): StoryEvent => ({
  ...f.what,
  who,
  line,
  text: text
    .slice(f.start, Math.min(f.end, f.start + 80))
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, ''),
  describes: f.describes === true,
  first,
})

/** `as if shot`, `imagines`, `nearly cuts her hand`, `without taking off his coat`: said, not done. */
const unreal = (text: string, at: number): boolean =>
  /(?:\b(?:as if|as though|almost|nearly|about to|tries to|imagin\p{L}+|threatens to|pretends to|without|instead of|never|not|refuses to|wants to|no longer|plays)|n['’]t)\s+(?:\p{L}+\s+){0,1}$/iu.test(
    text.slice(Math.max(0, at - 40), at),
  )

const inBrackets = (text: string, at: number): boolean => text.lastIndexOf('(', at) > text.lastIndexOf(')', at)
