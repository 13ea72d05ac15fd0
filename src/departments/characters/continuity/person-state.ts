import type { BodyMark, CharacterSpec, Garment, Injury, InjuryKind, Look, LookChange, StoryScene } from '../../../film'
import type { NamedGarment } from '../read-wardrobe'
import { aged } from './aged'
import { marksOf, regionOf, stageOf } from './healing'
import type { StoryEvent } from './story-event'
import { changeInto, covering, meant, putOn, takeOff, takesDirt } from './wear'

interface Wound {
  readonly kind: InjuryKind
  readonly place: string
  readonly day: number
  readonly scene: string
  readonly line: number
  treated: boolean
}

/** What has become of a garment, and since when. */
interface Soil {
  readonly was: Garment['condition']
  readonly day: number
  readonly minute: number
}

/** Clothes and hair are dry again after so many minutes; sooner where a night lies between. */
const DRIES_MIN = 60
/** Story days after which people have washed, have had clothes cleaned, and have had them mended, though no scene shows it. */
const WASHED = 1
const CLEANED = 2
const MENDED = 7
/** A wound like this leaves blood on what covers it. */
const BLEEDS: ReadonlySet<InjuryKind> = new Set(['gunshot', 'stab', 'cut', 'bite'])
const WORSE: Readonly<Record<Garment['condition'], number>> = { pristine: 0, worn: 1, wet: 2, dirty: 3, damaged: 4, bloodied: 5 }

/** Kinds whose nouns may mean another kind: a `coat` that was taken off may be a parka. */
const LOOSE: ReadonlySet<Garment['kind']> = new Set(['coat', 'jacket', 'brim-hat', 'glasses'])

/** One person along one strand of the story: what has happened so far, and how they look for it. */
export class PersonState {
  readonly #base: CharacterSpec
  /** Years of the story when they are as old as the script says. */
  readonly #years: number
  #spec: CharacterSpec
  #wardrobe: readonly Garment[]
  #hair: CharacterSpec['hair']
  #soil = new Map<Garment['kind'], Soil>()
  #skin = new Map<BodyMark, Soil>()
  #wounds: Wound[] = []
  #off: readonly Garment[] = []
  #offSince = 0
  /** Lines since which garments are worn; the script's first words of them where there are none. */
  #since = new Map<Garment['kind'], number>()
  #ageSaid: { readonly age: number; readonly years: number } | undefined
  readonly props = new Map<string, number>()
  /** Line of their death; undefined while they live. */
  deadSince: number | undefined

  constructor(base: CharacterSpec, years: number, from?: PersonState) {
    this.#base = base
    this.#years = years
    this.#spec = from ? from.#spec : base
    this.#wardrobe = from ? from.#wardrobe : base.wardrobe
    this.#hair = from ? from.#hair : base.hair
    if (!from) return
    this.#soil = new Map(from.#soil)
    this.#skin = new Map(from.#skin)
    this.#wounds = from.#wounds.map((w) => ({ ...w }))
    this.#ageSaid = from.#ageSaid
    this.#off = from.#off
    this.#offSince = from.#offSince
    this.#since = new Map(from.#since)
    for (const [prop, line] of from.props) this.props.set(prop, line)
    this.deadSince = from.deadSince
  }

  get wardrobe(): readonly Garment[] {
    return this.#wardrobe
  }

  /** Wounds that are not past, with the day they are of. */
  get wounds(): readonly Readonly<Wound>[] {
    return this.#wounds
  }

  /** The line since which a garment is worn; 0 when no line says so. */
  wornSince(kind: Garment['kind']): number {
    return this.#since.get(kind) ?? this.#base.provenance.find((p) => p.field === `wardrobe.${kind}`)?.line ?? 0
  }

  /** The line in which a garment was taken off; undefined for one that was not, or is on again. */
  offSince(garment: Pick<NamedGarment, 'kind'>): number | undefined {
    return meant(this.#off, garment) ? this.#offSince : undefined
  }

  /** Lets time pass up to a scene: what dries, is washed or heals, and years. */
  arrive(scene: StoryScene): LookChange[] {
    const line = scene.why.line
    const out: LookChange[] = []
    const age = this.#ageSaid
      ? this.#ageSaid.age + Math.round(scene.years - this.#ageSaid.years)
      : this.#base.age + Math.round(scene.years - this.#years)
    const now = Math.min(110, Math.max(1, age))
    if (now !== this.#spec.age) out.push(...this.#grow(now, line))
    const passed = (s: Soil) => ({ days: scene.day - s.day, minutes: (scene.day - s.day) * 1440 + scene.minute - s.minute })
    for (const [mark, soil] of this.#skin) {
      const { days, minutes } = passed(soil)
      if (mark === 'wet-skin' ? minutes < DRIES_MIN && days === 0 : days < WASHED) continue
      this.#skin.delete(mark)
      out.push({ of: 'skin', reason: 'time', what: mark === 'wet-skin' ? 'has dried' : `${mark.replace(/-/g, ' ')} is washed off`, line })
    }
    for (const g of this.#wardrobe) {
      const soil = this.#soil.get(g.kind)
      if (!soil) continue
      const { days, minutes } = passed(soil)
      const over = g.condition === 'wet' ? days > 0 || minutes >= DRIES_MIN : days >= (g.condition === 'damaged' ? MENDED : CLEANED)
      if (!over) continue
      this.#set(g, soil.was)
      this.#soil.delete(g.kind)
      out.push({
        of: 'condition',
        reason: 'time',
        what: `${g.kind} is ${g.condition === 'wet' ? 'dry' : g.condition === 'damaged' ? 'mended' : 'clean'} again`,
        line,
      })
    }
    return out
  }

  #grow(age: number, line: number): LookChange[] {
    const own = this.#hair === this.#spec.hair
    this.#spec = aged(this.#base, age)
    if (own) this.#hair = this.#spec.hair
    return [{ of: 'age', reason: 'time', what: `is ${age}`, line }]
  }

  #set(garment: Garment, condition: Garment['condition']): void {
    this.#wardrobe = this.#wardrobe.map((g) => (g.kind === garment.kind ? { ...g, condition } : g))
  }

  #wear(wardrobe: readonly Garment[]): void {
    this.#wardrobe = wardrobe
    for (const kind of this.#soil.keys()) if (!wardrobe.some((g) => g.kind === kind && g.condition !== 'pristine')) this.#soil.delete(kind)
  }

  /** Makes garments wet, dirty, torn or bloody; worse conditions stay. */
  soil(garments: readonly Garment[], condition: Garment['condition'], scene: StoryScene): boolean {
    let changed = false
    for (const g of garments) {
      if (!takesDirt(g) || WORSE[g.condition] >= WORSE[condition]) continue
      const was = this.#soil.get(g.kind)?.was ?? g.condition
      this.#soil.set(g.kind, { was, day: scene.day, minute: scene.minute })
      this.#set(g, condition)
      changed = true
    }
    return changed
  }

  /** The first clothes' own water dries like any other. */
  dampFrom(scene: StoryScene): void {
    for (const g of this.#wardrobe)
      if (g.condition === 'wet') this.#soil.set(g.kind, { was: 'pristine', day: scene.day, minute: scene.minute })
  }

  /** Dirt, blood or water on the skin. */
  stain(mark: BodyMark, scene: StoryScene): boolean {
    const had = this.#skin.has(mark)
    this.#skin.set(mark, { was: 'pristine', day: scene.day, minute: scene.minute })
    return !had
  }

  /** Sees to wounds, of a part of the body or all. */
  treat(place: string): boolean {
    const region = regionOf(place)
    let changed = false
    for (const w of this.#wounds)
      if (!w.treated && (place === '' || regionOf(w.place) === region)) {
        w.treated = true
        changed = true
      }
    return changed
  }

  /** What an event changes; empty when everything is so already. */
  meet(event: StoryEvent, scene: StoryScene): LookChange[] {
    const { line } = event
    const change = (of: LookChange['of'], reason: LookChange['reason'], changed: boolean, what = event.text): LookChange[] =>
      changed ? [{ of, reason, what, line }] : []
    switch (event.kind) {
      case 'outfit': {
        this.#wear(changeInto(event.words || `other clothes ${event.text}`, event.garments, this.#wardrobe, this.#base))
        for (const g of this.#wardrobe) this.#since.set(g.kind, line)
        this.#off = []
        return change('costume', 'story', true)
      }
      case 'put-on': {
        const named = event.garments.map((n) => {
          const own = this.#off.find((g) => g.kind === n.kind) ?? (n.colour || !LOOSE.has(n.kind) ? undefined : meant(this.#off, n))
          return own ? { ...n, kind: own.kind, colour: n.colour ?? own.colour, material: own.material, pattern: own.pattern } : n
        })
        const next = putOn(this.#wardrobe, named, this.#base)
        const changed = JSON.stringify(next) !== JSON.stringify(this.#wardrobe)
        this.#wear(next)
        for (const g of event.garments) this.#since.set(g.kind, line)
        this.#off = this.#off.filter((g) => !next.some((w) => w.kind === g.kind))
        return change('costume', 'story', changed)
      }
      case 'put-back': {
        if (this.#off.length === 0) return []
        this.#wear(
          putOn(
            this.#wardrobe,
            this.#off.map((g) => ({ ...g, text: '', suit: false })),
            this.#base,
          ),
        )
        this.#off = []
        return change('costume', 'story', true)
      }
      case 'take-off': {
        const { wardrobe, off } = takeOff(this.#wardrobe, event.garments, event.all)
        if (off.length === 0) return []
        this.#off = off
        this.#offSince = line
        this.#wear(wardrobe)
        return change('costume', 'story', true)
      }
      case 'condition': {
        const of =
          event.of.length > 0
            ? event.of.flatMap((n) => meant(this.#wardrobe, n) ?? [])
            : event.place
              ? covering(this.#wardrobe, event.place).slice(-1)
              : this.#wardrobe
        return change('condition', event.condition === 'wet' ? 'location' : 'damage', this.soil(of, event.condition, scene))
      }
      case 'skin':
        return change('skin', event.mark === 'wet-skin' ? 'location' : 'damage', this.stain(event.mark, scene))
      case 'clean': {
        const dirty = [...this.#skin.keys()].length > 0
        this.#skin.clear()
        return change('skin', 'story', dirty)
      }
      case 'dry': {
        const wet = this.#wardrobe.filter((g) => g.condition === 'wet')
        for (const g of wet) this.#set(g, this.#soil.get(g.kind)?.was ?? 'pristine')
        return change('condition', 'story', this.#skin.delete('wet-skin') || wet.length > 0)
      }
      case 'injury':
        return change('injury', 'damage', this.#hurt(event, scene))
      case 'treat':
        return change('injury', 'story', this.treat(event.place))
      case 'hair': {
        const { style } = this.#hair
        const cut = event.shorter ? (/^(?:long|shoulder|ponytail|bun|braid)$/.test(style) ? 'bob' : 'crop') : style
        const next = { ...this.#hair, style: cut, ...event.hair }
        const changed = JSON.stringify(next) !== JSON.stringify(this.#hair)
        if (changed) this.#hair = next
        return change('hair', 'story', changed)
      }
      case 'age': {
        this.#ageSaid = { age: event.age, years: scene.years }
        return event.age === this.#spec.age ? [] : this.#grow(event.age, line)
      }
      case 'take': {
        const had = this.props.has(event.prop)
        this.props.set(event.prop, line)
        return change('prop', 'story', !had, `has ${event.prop}`)
      }
      case 'leave':
        return change('prop', 'story', this.props.delete(event.prop), `no longer has ${event.prop}`)
      case 'use':
        return []
      case 'death':
        if (this.deadSince !== undefined) return []
        this.deadSince = line
        return change('life', 'story', true)
      case 'revival': {
        const was = this.deadSince !== undefined
        this.deadSince = undefined
        return change('life', 'story', was)
      }
    }
  }

  #hurt(event: Extract<StoryEvent, { kind: 'injury' }>, scene: StoryScene): boolean {
    const region = regionOf(event.place)
    const known = this.#wounds.find(
      (w) =>
        (regionOf(w.place) === region &&
          (w.kind === event.injury || (event.describes && (w.kind === 'wound' || event.injury === 'wound'))) &&
          stageOf(w.kind, scene.day - w.day, w.treated) !== 'healed') ||
        (event.injury === 'sprain' && event.place === '' && regionOf(w.place) === 'leg'),
    )
    if (known) {
      const changed = event.treated && !known.treated
      if (event.treated) known.treated = true
      return changed
    }
    this.#wounds.push({
      kind: event.injury,
      place: event.place,
      day: scene.day,
      scene: scene.sceneKey,
      line: event.line,
      treated: event.treated,
    })
    if (event.bloody && !event.treated && BLEEDS.has(event.injury)) {
      if (region === 'head') this.stain('blood-face', scene)
      this.soil(covering(this.#wardrobe, event.injury === 'cut' && region === 'body' ? 'body' : region).slice(-1), 'bloodied', scene)
    }
    return true
  }

  /** The same person, to go another way from here. */
  copy(): PersonState {
    return new PersonState(this.#base, this.#years, this)
  }

  /** How they look now. */
  look(character: string, line: number, costume: string, scene: StoryScene, changes: readonly LookChange[]): Look {
    const injuries = this.#wounds
      .map((w): Injury => {
        const days = Math.max(0, scene.day - w.day)
        return { kind: w.kind, place: w.place, sinceScene: w.scene, sinceLine: w.line, days, stage: stageOf(w.kind, days, w.treated) }
      })
      .filter((i) => i.stage !== 'healed')
    const marks = [...new Set([...injuries.flatMap(marksOf), ...this.#skin.keys()])]
    return {
      character,
      line,
      costume,
      age: this.#spec.age,
      hair: this.#hair,
      wardrobe: this.#wardrobe,
      marks,
      injuries,
      props: [...this.props.keys()],
      dead: this.deadSince !== undefined,
      changes,
    }
  }
}
