import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { castCharacter } from '../../src/departments/characters'
import { readScript } from '../../src/departments/development'
import { type CharacterSpec, hashOnce, personKey, random } from '../../src/film'
import { isScriptName, planFilm } from '../../src/production'
import { sc } from '../stage/actors/any-person'
import { type Difference, difference, type Looks, looksOf } from '../stage/actors/likeness'

const FOLDERS = ['public/samples', 'tests/fixtures/scripts']
const NAMES =
  'ADA BRUNO CLARA DIEGO EDITH FELIX GRETA HUGO IRIS JONAS KIRA LEON MIRA NILS OLGA PAUL QUINN ROSA SVEN TESSA URSULA VIKTOR WANDA YANNIS'
const CASTS = 20
const IN_CAST = 6

/** Everybody is looked at once. */
const known = new Map<string, Looks>()
const seen = (spec: CharacterSpec): Looks => {
  const key = hashOnce({ ...spec, provenance: [] })
  const looks = known.get(key) ?? looksOf(spec)
  known.set(key, looks)
  return looks
}

interface Pair extends Difference {
  readonly who: string
}

const rounded = (v: number) => Math.round(v * 1000) / 1000
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!

test('no two of a cast look alike, and everybody is known again in every scene', async () => {
  const casts: { readonly name: string; readonly people: readonly CharacterSpec[]; readonly looks: readonly CharacterSpec[] }[] = []
  for (const folder of FOLDERS)
    for (const name of (await readdir(folder)).filter(isScriptName)) {
      const { cast } = planFilm(readScript({ name, bytes: new Uint8Array(await readFile(`${folder}/${name}`)) })).store
      const all = Object.entries(cast)
      casts.push({
        name,
        people: all.filter(([key, spec]) => key === spec.key).map(([, spec]) => spec),
        looks: all.filter(([key, spec]) => key !== spec.key).map(([, spec]) => spec),
      })
    }
  const r = random('likeness/casts')
  for (let i = 0; i < CASTS; i++) {
    const names = new Set<string>()
    while (names.size < IN_CAST) names.add(r.pick(NAMES.split(' ')))
    casts.push({
      name: `cast ${i}`,
      people: [...names].map((name) => castCharacter({ ...sc(name), key: `${name.toLowerCase()}-of-cast-${i}` })),
      looks: [],
    })
  }
  const pairs: Pair[] = []
  const borrowed: number[] = []
  const lost: string[] = []
  let [looks, inClothes] = [0, 0]
  for (const cast of casts) {
    cast.people.forEach((a, i) => {
      // FIRST MAN is the first of TWO MEN: he is himself.
      for (const b of cast.people.slice(i + 1).filter((p) => personKey(p) !== personKey(a)))
        pairs.push({ ...difference(seen(a), seen(b)), who: `${cast.name}: ${a.key} and ${b.key}` })
      const other = cast.people[i + 1]
      if (!other) return
      // In the next one's clothes: still another person than they, and nearer to oneself.
      const dressed = looksOf({ ...a, wardrobe: other.wardrobe })
      borrowed.push(difference(dressed, seen(other)).seen)
      if (difference(dressed, seen(a)).seen < difference(seen(a), seen(other)).seen) inClothes++
    })
    for (const look of cast.looks) {
      looks++
      const near = cast.people.map((p) => [personKey(p), difference(seen(look), seen(p)).seen] as const).sort((a, b) => a[1] - b[1])
      if (near[0]?.[0] !== personKey(look)) lost.push(`${cast.name}: ${look.key} looks like ${near[0]?.[0]}`)
    }
  }
  const least = (of: (p: Pair) => number) => pairs.toSorted((a, b) => of(a) - of(b)).slice(0, 5)
  const told = least((p) => p.seen).map((p) => ({
    who: p.who,
    seen: rounded(p.seen),
    silhouette: rounded(p.silhouette),
    colour: rounded(p.colour),
  }))
  const alike = pairs.filter((p) => p.seen < 1)
  const people = casts.reduce((sum, c) => sum + c.people.length, 0)
  console.log(
    `must actor-likeness ${JSON.stringify({
      casts: casts.length,
      people,
      pairs: pairs.length,
      alike: alike.length,
      least: told,
      leastSilhouette: rounded(least((p) => p.silhouette)[0]!.silhouette),
      leastColour: rounded(least((p) => p.colour)[0]!.colour),
      median: rounded(middle(pairs.map((p) => p.seen))),
      inOthersClothes: { people: borrowed.length, least: rounded(Math.min(...borrowed)), nearerToThemselves: inClothes },
    })}`,
  )
  console.log(`must actor-again ${JSON.stringify({ looks, lost })}`)
  expect(alike.map((p) => p.who)).toEqual([])
  expect(lost).toEqual([])
})
