import { castCharacter, castMembers, dressOfTime, modelSpec, readWardrobe, withLook } from '../../departments/characters'
import { type CharacterSpec, type Look, type ScriptCharacter, slug } from '../../film'
import type { CharacterChange, CharacterSettings, OutfitSettings, PlanSettings } from './plan-settings'
import { inScenes, type SceneName, yearOfFilm, yearOfScene } from './scenes'

/** What a production says of one of the script's people; undefined when it says nothing. */
export function settingsFor(person: ScriptCharacter, settings: PlanSettings): CharacterSettings | undefined {
  const keys = new Set([person.key, slug(person.name), ...person.aliases.map(slug)])
  return settings.characters.find((c) => keys.has(c.key)) ?? settings.characters.find((c) => keys.has(slug(c.name)))
}

/**
 * Everybody a script character stands for, as the production wants them in a scene; without a scene, as they are when
 * nothing has happened yet. The script's words are read by the characters' department, the production's in the same way.
 * @param looks how the script's own story has left them, by their own keys; what the production says of the scene wins over it.
 */
export function castInScene(
  person: ScriptCharacter,
  settings: PlanSettings,
  scene?: SceneName,
  looks: ReadonlyMap<string, Look> = new Map(),
): CharacterSpec[] {
  const said = settingsFor(person, settings)
  const year = scene ? yearOfScene(settings, scene) : yearOfFilm(settings)
  const dressed = (spec: CharacterSpec, wear: (spec: CharacterSpec, look: Look) => CharacterSpec) => {
    const look = looks.get(spec.key)
    const now = look ? wear(spec, look) : spec
    return year === undefined ? now : ofTime(now, [...outfits, ...(look?.changes ?? []).map((c) => c.what)], year)
  }
  const outfits = said?.changes.flatMap((c) => c.outfit?.words ?? []) ?? []
  if (!said) return castMembers(person).map((spec) => dressed(spec, withLook))
  const changes = said.changes.filter((c) => (scene ? inScenes(c.scenes, scene) : c.scenes.some((s) => s.from === '0')))
  const age = changes.reduce<number | undefined>((a, c) => c.age ?? a, said.age)
  // In front, where the first number is the age and the first word of the kind is the sex.
  const head = [age, said.sex, said.heritage].filter((v) => v !== undefined).join(', ')
  const described: ScriptCharacter = {
    ...person,
    description: [head, said.description ?? person.description].filter((t) => t !== '').join(', '),
  }
  const specs = castMembers(described).map((spec) => changed(spec, described, said, changes, age))
  const { model } = said
  return (model ? specs.map((spec) => ({ ...spec, ...modelSpec(model, said.heightM, spec.heightM) })) : specs).map((spec) =>
    dressed(spec, (s, look) => lookedAt(s, look, said, changes)),
  )
}

/** Somebody in what was worn in a year; what script, production and story name stays. */
function ofTime(spec: CharacterSpec, named: readonly string[], year: number): CharacterSpec {
  const kinds = new Set([
    ...spec.provenance.flatMap((p) => (p.from === 'script' && p.field.startsWith('wardrobe.') ? [p.field.slice('wardrobe.'.length)] : [])),
    ...named.flatMap((words) => readWardrobe(words.toLowerCase()).map((g) => g.kind)),
  ])
  return { ...spec, wardrobe: dressOfTime(spec, kinds as ReadonlySet<CharacterSpec['wardrobe'][number]['kind']>, year) }
}

/** Somebody as the story has left them; what the production says wins. */
function lookedAt(spec: CharacterSpec, look: Look, said: CharacterSettings, changes: readonly CharacterChange[]): CharacterSpec {
  const kept = {
    age: changes.some((c) => c.age !== undefined),
    hair: changes.some((c) => c.hair !== undefined),
    wardrobe: changes.some((c) => c.outfit),
    // Who writes wounds writes all of them.
    marks: said.changes.some((c) => c.mark),
  }
  return worn(withLook(spec, look, kept), changes)
}

/** With what has become of the clothes by the production's word. */
function worn(spec: CharacterSpec, changes: readonly CharacterChange[]): CharacterSpec {
  const condition = changes.findLast((c) => c.condition)?.condition
  return condition ? { ...spec, wardrobe: spec.wardrobe.map((g) => (BARE.has(g.kind) ? g : { ...g, condition })) } : spec
}

function changed(
  cast: CharacterSpec,
  person: ScriptCharacter,
  said: CharacterSettings,
  changes: readonly CharacterChange[],
  age: number | undefined,
): CharacterSpec {
  let spec: CharacterSpec = { ...cast, ...(age === undefined ? {} : { age }), ...(said.sex ? { sex: said.sex } : {}) }
  const read = (words: string) =>
    castCharacter({ ...person, key: spec.key, name: spec.name, description: `${spec.age}, ${spec.sex}, ${words}` })
  for (const words of said.traits) spec = { ...spec, ...traitsIn(read(words), spec) }
  for (const { hair } of changes) if (hair !== undefined) spec = { ...spec, hair: { ...spec.hair, ...traitsIn(read(hair), spec).hair } }
  for (const { outfit } of changes) if (outfit) spec = { ...spec, wardrobe: dressed(outfit, read) }
  const marks = changes.flatMap((c) => (c.mark ? [c.mark] : []))
  return worn(
    {
      ...spec,
      ...(said.heightM === undefined ? {} : { heightM: said.heightM }),
      ...(said.skin ? { skin: said.skin } : {}),
      ...(said.eyes ? { eyes: said.eyes } : {}),
      marks: [...new Set([...spec.marks, ...marks])],
    },
    changes,
  )
}

const BARE: ReadonlySet<string> = new Set(['bare-feet', 'glasses', 'sunglasses'])

/** What a reading says of a body in so many words; the rest of it came from the seed. */
function traitsIn(read: CharacterSpec, now: CharacterSpec): Partial<CharacterSpec> & { readonly hair: CharacterSpec['hair'] } {
  const said = new Set(read.provenance.filter((p) => p.from === 'script').map((p) => p.field))
  return {
    ...(said.has('heightM') ? { heightM: read.heightM } : {}),
    ...(said.has('build') ? { build: read.build, muscle: read.muscle } : {}),
    ...(said.has('skin') ? { skin: read.skin } : {}),
    ...(said.has('eyes') ? { eyes: read.eyes } : {}),
    ...(said.has('habits') && read.habits ? { habits: read.habits } : {}),
    hair: {
      style: said.has('hair.style') ? read.hair.style : now.hair.style,
      colour: said.has('hair.colour') ? read.hair.colour : now.hair.colour,
      beard: said.has('hair.beard') ? read.hair.beard : now.hair.beard,
    },
  }
}

/** A whole outfit from words; what the words leave bare is dressed as the department does. */
function dressed(outfit: OutfitSettings, read: (words: string) => CharacterSpec): CharacterSpec['wardrobe'] {
  const { wardrobe } = read(outfit.words)
  const colours = new Map(
    outfit.colours.flatMap(({ words, colour }) =>
      read(words)
        .provenance.filter((p) => p.from === 'script' && p.field.startsWith('wardrobe.'))
        .map((p) => [p.field.slice('wardrobe.'.length), colour] as const),
    ),
  )
  return wardrobe.map((g) => {
    const colour = colours.get(g.kind)
    return colour ? { ...g, colour } : g
  })
}
