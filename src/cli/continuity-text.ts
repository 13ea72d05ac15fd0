import { csvOf } from '../encode'
import { type Continuity, type Costume, diagnosticText, type Look, type Script } from '../film'
import type { ScreenTime } from '../production'

const clothes = (look: Pick<Look, 'wardrobe'>) =>
  look.wardrobe.map((g) => (g.condition === 'pristine' ? g.kind : `${g.condition} ${g.kind}`)).join(', ')
const dress = (costume: Pick<Look, 'wardrobe'>) => costume.wardrobe.map((g) => `${g.kind} ${g.colour}`).join(', ')
const wounds = (look: Look) =>
  look.injuries.map((i) => `${i.kind}${i.place ? ` ${i.place}` : ''} (${i.stage}, ${i.days} d, line ${i.sinceLine})`).join(', ')
const changes = (look: Pick<Look, 'changes'>) => [...new Set(look.changes.map((c) => `${c.what} (${c.reason}, line ${c.line})`))].join('; ')

/** Looks, or costumes, with those of a group's members together that are the same on all of them: GUARDS 1, 2, 3. */
function alike<T extends { readonly character: string }>(
  list: readonly T[],
  script: Script,
  what: (item: T) => unknown,
): readonly { readonly who: string; readonly all: readonly T[] }[] {
  const names = new Map(script.characters.map((c) => [c.key, c.name]))
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const [key = '', member] = item.character.split('#')
    const id = member === undefined ? `${groups.size}` : `${key} ${JSON.stringify(what(item))}`
    groups.set(id, [...(groups.get(id) ?? []), item])
  }
  return [...groups.values()].map((all) => {
    const [key = '', member] = (all[0] as T).character.split('#')
    const numbers = member === undefined ? '' : ` ${all.map((m) => m.character.split('#')[1]).join(', ')}`
    return { all, who: `${names.get(key) ?? key}${numbers}` }
  })
}

/** Continuity as a page to read: every scene with its story day and how people look, then contradictions, costumes, screen time. */
export function continuityText(continuity: Continuity, script: Script, times: readonly ScreenTime[]): string {
  const names = new Map(script.characters.map((c) => [c.key, c.name]))
  const name = (key: string) => names.get(key) ?? key
  const out: string[] = []
  continuity.scenes.forEach(({ looks }, i) => {
    const day = continuity.timeline.scenes[i]
    const scene = script.scenes[i]
    out.push(`${i + 1}. ${scene?.heading.text ?? ''}  [${day?.label ?? ''}: ${day?.why.rule ?? ''}]`)
    for (const { all, who } of alike(looks, script, (l) => [l.line, clothes(l), l.marks, wounds(l), l.props, l.dead, changes(l)])) {
      const l = all[0] as Look
      const ages = all.map((m) => m.age)
      const [least, most] = [Math.min(...ages), Math.max(...ages)]
      const state = [
        least === most ? `${least}` : `${least} to ${most}`,
        `hair ${[...new Set(all.map((m) => m.hair.style))].join(', ')}`,
        clothes(l),
        l.marks.join(', '),
        wounds(l),
        l.props.length > 0 ? `carries ${l.props.join(', ')}` : '',
        l.dead ? 'dead' : '',
      ]
      out.push(`   ${who}${l.line > 0 ? ` from line ${l.line + 1}` : ''}: ${state.filter((s) => s !== '').join('; ')}`)
      if (l.changes.length > 0) out.push(`      ${changes(l)}`)
    }
  })
  out.push('', continuity.breaks.length > 0 ? 'Contradictions' : 'No contradictions found.')
  for (const b of continuity.breaks) out.push(`   ${diagnosticText(b)}`)
  out.push('', 'Costumes')
  for (const { all, who } of alike(continuity.costumes, script, (c) => [c.scenes, dress(c), changes(c)])) {
    const c = all[0] as Costume
    const numbers = c.scenes.map((key) => continuity.scenes.findIndex((s) => s.sceneKey === key) + 1)
    out.push(
      `   ${all.length > 1 ? who : c.key} in ${numbers.length === 1 ? 'scene' : 'scenes'} ${numbers.join(', ')}: ${dress(c)}${c.changes.length > 0 ? `  [${changes(c)}]` : ''}`,
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
