import { describe, expect, it } from 'vitest'
import { parseFountain } from '../../src/departments/development'
import { type CharacterSpec, sliceHashOf } from '../../src/film'
import { PLAIN_SETTINGS, type PlanSettings, planFilm, readScenes, sliceOf } from '../../src/production'

const STORY = `INT. FLAT - NIGHT

MARA (30, woman, blue dress, long black hair) stands at the window. OTTO (40, man, grey coat) sits.

OTTO
It is late.

Mara changes into a black suit.

MARA
Now it is. We are leaving, and we are not coming back for anything that is still in here.

EXT. STREET - CONTINUOUS

Rain. Mara and Otto run. A bullet hits Otto in the left shoulder.

OTTO
Run! Do not turn round, do not wait for me.

INT. BAR - THE NEXT DAY

Mara sits at the bar. Otto has a black eye.

MARA
Does it hurt?

INT. OFFICE - DAY

Mara waits.

MARA
Nobody.
`
const plan = (text: string, settings: PlanSettings = PLAIN_SETTINGS) => planFilm(parseFountain(text), settings)
const shotsOf = ({ store }: ReturnType<typeof plan>, scene: number) =>
  store.plan.shots.filter((s) => s.sceneKey === store.plan.scenes[scene]?.key).map((s) => sliceOf(store, s.key))
const seen = (specs: readonly CharacterSpec[], key: string) => specs.find((c) => c.key === key)
const kinds = (spec: CharacterSpec | undefined) => spec?.wardrobe.map((g) => g.kind)

describe('time and place', () => {
  it('people undress where they swim, and nowhere else', () => {
    const film = plan(`EXT. LAKE - DAY

LEO (30, red coat, flat cap) and MIA (28, woman, green dress) swim. BEA (60, grey coat) watches Leo swim.

BEA
Come out!

INT. HUT - DAY

Leo waits at the window.

LEO
Cold.

EXT. STORMY SEA - NIGHT

Leo swims.
`)
    const worn = (scene: number, key: string) => kinds(seen(shotsOf(film, scene)[0]!.cast, key))
    expect(worn(0, 'leo')).toEqual(['t-shirt', 'shorts', 'bare-feet'])
    expect(worn(0, 'mia')).toEqual(['t-shirt', 'shorts', 'bare-feet'])
    expect(worn(0, 'bea')).toContain('coat')
    for (const scene of [1, 2]) expect(worn(scene, 'leo')).toEqual(expect.arrayContaining(['coat', 'cap']))
    const [suit] = seen(shotsOf(film, 0)[0]!.cast, 'leo')!.wardrobe
    expect(suit?.colour).toBe(seen(shotsOf(film, 1)[0]!.cast, 'leo')!.wardrobe.find((g) => g.kind === 'coat')?.colour)
  })

  const film =
    plan(`INT. BALLROOM - NIGHT - 1815\n\nLORD ASH (40s, man) bows to MARY (20s, woman, jeans and a t-shirt).\n\nLORD ASH\nMadam.\n\nMary smiles.

INT. OFFICE - PRESENT DAY\n\nEVA (30s, woman) types. A phone and a laptop are on the desk.\n\nEVA\nDone.

EXT. MOON - NIGHT\n\nAn ASTRONAUT (30s) walks across the dust.\n\nASTRONAUT\nIt is quiet.

INT. MOON BASE - NIGHT\n\nThe astronaut sits.\n\nASTRONAUT\nAt last.`)
  it('dresses people and rooms for the year of the heading, and of it alone', () => {
    const [ball] = shotsOf(film, 0)
    const [office] = shotsOf(film, 1)
    expect(ball!.set.year).toBe(1815)
    expect(office!.set.year).toBeUndefined()
    expect(kinds(seen(ball!.cast, 'lord-ash'))?.filter((k) => /jeans|t-shirt|sneakers|suit-jacket|^jacket|watch/.test(k))).toEqual([])
    // What is named, stays.
    expect(kinds(seen(ball!.cast, 'mary'))).toContain('jeans')
    const plain = plan('INT. OFFICE - DAY\n\nEVA (30s, woman) types.\n\nEVA\nDone.')
    expect(kinds(seen(office!.cast, 'eva'))).toEqual(kinds(seen(shotsOf(plain, 0)[0]!.cast, 'eva')))
  })
  it('puts helmets on where there is no air, and there alone', () => {
    const astronaut = (scene: number) => kinds(shotsOf(film, scene).flatMap((s) => seen(s.cast, 'astronaut') ?? [])[0])
    expect(astronaut(2)).toEqual(expect.arrayContaining(['spacesuit', 'space-helmet']))
    expect(astronaut(3)).toContain('spacesuit')
    expect(astronaut(3)).not.toContain('space-helmet')
  })
})

describe('Wardrobe', () => {
  const film = plan(STORY)
  it('changes the picture behind the line in which somebody changes', () => {
    const shots = shotsOf(film, 0).flatMap((s) => seen(s.cast, 'mara') ?? [])
    expect(kinds(shots[0])).toContain('dress')
    expect(kinds(shots.at(-1))).toContain('suit-jacket')
    expect(kinds(shots.at(-1))).not.toContain('dress')
  })
  it('carries clothes, water, blood and wounds from scene to scene, and lets them pass', () => {
    const street = shotsOf(film, 1).at(-1)!.cast
    expect(seen(street, 'mara')?.wardrobe.map((g) => g.condition)).toContain('wet')
    expect(seen(street, 'mara')?.marks).toContain('wet-skin')
    expect(seen(street, 'otto')?.wardrobe.find((g) => g.kind === 'coat')?.condition).toBe('bloodied')
    const bar = shotsOf(film, 2).flatMap((s) => seen(s.cast, 'otto') ?? [])
    expect(bar[0]?.marks).toEqual(expect.arrayContaining(['sling', 'black-eye']))
    expect(shotsOf(film, 2).flatMap((s) => seen(s.cast, 'mara')?.wardrobe.map((g) => g.condition) ?? [])).not.toContain('wet')
    expect(kinds(seen(shotsOf(film, 3)[0]!.cast, 'mara'))).toContain('suit-jacket')
  })
  it('names in the plan what each slice is made of', () => {
    for (const s of film.store.plan.shots) expect(sliceHashOf(sliceOf(film.store, s.key)), s.key).toBe(s.sliceHash)
    expect(new Set(film.store.plan.shots.slice(0, 8).map((s) => JSON.stringify(s.costumes ?? 'as the scene'))).size).toBeGreaterThan(1)
  })
  it('stays the same when a scene is put in front, or one in which nothing happens to anybody is cut', () => {
    const front = plan(
      `EXT. BEACH - NIGHT\n\nA DOG WALKER (50s, red scarf) stops. Mara looks out to sea.\n\nDOG WALKER\nNo dog.\n\nEXT. BEACH - DAY\n\nThe dog comes.\n\n${STORY}`,
    ).store.plan.shots
    const before = film.store.plan.shots
    expect(front.slice(-before.length).map((s) => [s.key, s.sliceHash])).toEqual(before.map((s) => [s.key, s.sliceHash]))
    const long = STORY.replace('INT. OFFICE', 'INT. LIFT - DAY\n\nMara looks at Otto.\n\nINT. OFFICE')
    const cut = plan(long).store.plan.shots
    expect(cut.filter((s) => before.some((b) => b.key === s.key)).map((s) => s.sliceHash)).toEqual(before.map((s) => s.sliceHash))
  })
  it('lets an inserted scene change those to whom something happens in it', () => {
    const changed = plan(`INT. BATH - DAY\n\nMara cuts her hair. Mara has a gash across her cheek.\n\nMARA\nWell.\n\n${STORY}`)
    const office = shotsOf(changed, 4)[0]!
    expect(seen(office.cast, 'mara')?.marks).toContain('plaster-cheek')
    expect(seen(office.cast, 'mara')?.hair.style).not.toBe(seen(shotsOf(film, 3)[0]!.cast, 'mara')?.hair.style)
  })
  it('gives way to what a production says of a scene', () => {
    const settings: PlanSettings = {
      ...PLAIN_SETTINGS,
      characters: [
        {
          key: 'mara',
          name: 'MARA',
          traits: [],
          changes: [{ scenes: readScenes('3') ?? [], outfit: { words: 'a yellow raincoat and jeans', colours: [] } }],
        },
        { key: 'otto', name: 'OTTO', traits: [], changes: [{ scenes: readScenes('1') ?? [], mark: 'scar-brow' }] },
      ],
    }
    const produced = plan(STORY, settings)
    expect(kinds(seen(shotsOf(produced, 2)[0]!.cast, 'mara'))).toEqual(expect.arrayContaining(['coat', 'jeans']))
    expect(kinds(seen(shotsOf(produced, 3)[0]!.cast, 'mara'))).toContain('suit-jacket')
    // Who writes wounds writes all of them.
    expect(shotsOf(produced, 2).flatMap((s) => seen(s.cast, 'otto')?.marks ?? [])).not.toContain('sling')
  })
})
