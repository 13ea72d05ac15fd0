import { type Continuity, diagnosticText, type Look, type Script } from '../film'
import type { ScreenTime } from '../production'
import { csvOf } from './shots-csv'

const clothes = (look: Pick<Look, 'wardrobe'>) =>
  look.wardrobe.map((g) => (g.condition === 'pristine' ? g.kind : `${g.condition} ${g.kind}`)).join(', ')
const wounds = (look: Look) =>
  look.injuries.map((i) => `${i.kind}${i.place ? ` ${i.place}` : ''} (${i.stage}, ${i.days} d, line ${i.sinceLine})`).join(', ')
const changes = (look: Pick<Look, 'changes'>) => look.changes.map((c) => `${c.what} (${c.reason}, line ${c.line})`).join('; ')

/** Continuity as a page to read: every scene with its story day and how people look, then contradictions, costumes, screen time. */
export function continuityText(continuity: Continuity, script: Script, times: readonly ScreenTime[]): string {
  const names = new Map(script.characters.map((c) => [c.key, c.name]))
  const name = (key: string) => names.get(key) ?? key
  const out: string[] = []
  continuity.scenes.forEach(({ looks }, i) => {
    const day = continuity.timeline.scenes[i]
    const scene = script.scenes[i]
    out.push(`${i + 1}. ${scene?.heading.text ?? ''}  [${day?.label ?? ''}: ${day?.why.rule ?? ''}]`)
    for (const l of looks) {
      const state = [
        `${l.age}`,
        `hair ${l.hair.style}`,
        clothes(l),
        l.marks.join(', '),
        wounds(l),
        l.props.length > 0 ? `carries ${l.props.join(', ')}` : '',
        l.dead ? 'dead' : '',
      ]
      out.push(`   ${name(l.character)}${l.line > 0 ? ` from line ${l.line + 1}` : ''}: ${state.filter((s) => s !== '').join('; ')}`)
      if (l.changes.length > 0) out.push(`      ${changes(l)}`)
    }
  })
  out.push('', continuity.breaks.length > 0 ? 'Contradictions' : 'No contradictions found.')
  for (const b of continuity.breaks) out.push(`   ${diagnosticText(b)}`)
  out.push('', 'Costumes')
  for (const c of continuity.costumes) {
    const numbers = c.scenes.map((key) => continuity.scenes.findIndex((s) => s.sceneKey === key) + 1)
    out.push(
      `   ${c.key} in ${numbers.length === 1 ? 'scene' : 'scenes'} ${numbers.join(', ')}: ${c.wardrobe.map((g) => `${g.kind} ${g.colour}`).join(', ')}${c.changes.length > 0 ? `  [${changes(c)}]` : ''}`,
    )
  }
  out.push('', 'Screen time')
  for (const t of times)
    out.push(`   ${name(t.character)}: ${t.frames} frames in ${t.shots} shots, from ${t.first.address} to ${t.last.address}`)
  return `${out.join('\n')}\n`
}

/** A row a person and look, with their screen time in the film. */
export function continuityCsv(continuity: Continuity, script: Script, times: readonly ScreenTime[]): string {
  const time = new Map(times.map((t) => [t.character, t]))
  const heading = [
    'scene',
    'heading',
    'story day',
    'who',
    'from line',
    'costume',
    'age',
    'hair',
    'wardrobe',
    'marks',
    'injuries',
    'carries',
    'dead',
    'changes',
    'screen frames',
    'first shot',
    'last shot',
  ]
  const rows = continuity.scenes.flatMap(({ looks }, i) =>
    looks.map((l) => {
      const t = time.get(l.character)
      const day = continuity.timeline.scenes[i]
      return [
        i + 1,
        script.scenes[i]?.heading.text ?? '',
        day?.label ?? '',
        l.character,
        l.line > 0 ? l.line + 1 : '',
        l.costume,
        l.age,
        l.hair.style,
        clothes(l),
        l.marks.join(', '),
        wounds(l),
        l.props.join(', '),
        l.dead ? 'yes' : '',
        changes(l),
        t?.frames ?? 0,
        t?.first.address ?? '',
        t?.last.address ?? '',
      ]
    }),
  )
  return csvOf([heading, ...rows])
}
