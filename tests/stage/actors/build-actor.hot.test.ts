import { describe, expect, it } from 'vitest'
import { castCharacter, castMembers } from '../../../src/departments/characters'
import { type CharacterSpec, EXPRESSIONS, figureOf, hash32, hexToLinear, VISEMES } from '../../../src/film'
import { type ActorMesh, FACE_CHANNELS, faceWeights } from '../../../src/stage/actors'
import { KINDS } from '../../../src/stage/actors/mesh-builder'
import { buildActor, meshFaults, personFaults, sc } from './any-person'
import { drawPerson } from './draw-person'

const PEOPLE = [
  sc('HANNELORE', '82, tiny, straight-backed, grey bun, blue apron'),
  sc('MIRJAM', '35, tall, soaked green parka, cropped red hair'),
  sc('JANNIK', '7, striped pyjamas, bare feet'),
  sc('ZEYNEP', '19, orange headscarf, satchel'),
  sc('KAZIM', '50s, huge, white suit, sunglasses'),
  sc('ELODIE', '44, white pressure suit, scar across the brow'),
].map((c) => castCharacter(c))
const digest = (m: ActorMesh) =>
  hash32([m.positions, m.normals, m.colour, m.skinWeights, m.index, ...m.morphs].map((a) => Array.from(a).join()).join(';'))
/** Somebody as built, once for all tests that only look. */
const built = new Map<string, ReturnType<typeof buildActor>>()
const known = (spec: CharacterSpec, detail: 'wide' | 'full') => {
  const key = `${detail}/${JSON.stringify(spec)}`
  const g = built.get(key) ?? buildActor(spec, detail)
  built.set(key, g)
  return g
}
const meshesOf = (spec: CharacterSpec, detail: 'wide' | 'full') => {
  const g = known(spec, detail)
  return [g.body, g.head] as const
}

/** Furthest that a channel moves any vertex, metres. */
const throwOf = (m: ActorMesh, channel: number) => {
  const d = m.morphs[channel]!
  let far = 0
  for (let i = 0; i < d.length; i += 3) far = Math.max(far, Math.hypot(d[i]!, d[i + 1]!, d[i + 2]!))
  return far
}

describe('buildActor', () => {
  it('gives the same bytes for the same spec, others for another', () => {
    const [a, b] = [known(PEOPLE[1]!, 'wide'), buildActor(PEOPLE[1]!, 'wide')]
    expect(digest(a.body)).toBe(digest(b.body))
    expect(digest(a.head)).toBe(digest(b.head))
    expect(digest(known(PEOPLE[2]!, 'wide').head)).not.toBe(digest(a.head))
  })

  it('is sound and within its budget: finite, whole weights, clean edges, 20,000 triangles, 4,000 of them the face', () => {
    expect(PEOPLE.flatMap((spec) => personFaults(spec, 'full', known(spec, 'full')).faults)).toEqual([])
    for (const spec of PEOPLE) {
      const [body, head] = meshesOf(spec, 'wide')
      expect((body.index.length + head.index.length) / 3, spec.key).toBeLessThanOrEqual(10_500)
    }
  })

  it('has no gap between the head and the neck under it, at any age', () => {
    for (const age of [4, 6, 9, 14, 30, 80]) {
      const g = buildActor(castCharacter(sc(`AGE ${age}`, `woman, ${age}, dress`)), 'full')
      const lowest = (mesh: typeof g.head, from: number, to: number, pick: 1 | -1) => {
        let best = Number.POSITIVE_INFINITY
        // The column in front, below the chin.
        for (let v = from; v < to; v++) {
          const [x, y, z] = [mesh.positions[v * 3]!, mesh.positions[v * 3 + 1]!, mesh.positions[v * 3 + 2]!]
          if (Math.abs(x) < 0.012 && z > 0 && y < g.heightM * 0.9) best = Math.min(best, pick * y)
        }
        return pick * best
      }
      const skin = g.body.layers.findIndex((l) => l.name === 'skin')
      const top = lowest(g.body, g.body.layers[skin]!.vertex, g.body.layers[skin + 1]!.vertex, -1)
      expect(top, `${age}`).toBeGreaterThan(lowest(g.head, 0, g.head.positions.length / 3, 1) + 0.001)
    }
  })

  it('keeps what is turned in at a hem within flared cloth', () => {
    for (const words of ['woman, 30, tall, red dress', 'girl, 6, yellow dress']) {
      const spec = castCharacter(sc('NINA', words))
      const g = buildActor(spec, 'full')
      const cloth = hexToLinear(spec.wardrobe.find(({ kind }) => kind === 'dress')!.colour)
      for (const yaw of [0, 0.4, 1.2, 2, 3.5]) {
        const seen = drawPerson(g, { lines: 240, metres: g.heightM * 1.1, yaw })
        let dark = 0
        // Of the dress's hue, and as dark as what is turned in.
        for (let i = 0; i < seen.drawn.length; i++) {
          if (!seen.drawn[i] || seen.kind[i] !== KINDS.cloth) continue
          const [r, green, b] = [0, 1, 2].map((k) => seen.colour[i * 3 + k]! / cloth[k]!) as [number, number, number]
          if (Math.abs(r - green) < 0.02 && Math.abs(r - b) < 0.02 && r < 0.35) dark++
        }
        expect(dark, `${words} from ${yaw}`).toBe(0)
      }
    }
  })

  it('sees an unsound mesh', () => {
    const { body } = known(PEOPLE[0]!, 'wide')
    const spoilt = {
      ...body,
      positions: body.positions.slice(),
      skinWeights: body.skinWeights.slice(),
      index: Uint32Array.from([...body.index, ...body.index.slice(0, 3)]),
    }
    spoilt.positions[4] = Number.NaN
    spoilt.skinWeights[0]! += 0.1
    expect(meshFaults(spoilt, PEOPLE[0]!.heightM)).toEqual({ finite: 1, weight: 1, edge: 3 })
  })

  it('moves the face by every channel, and no further than a face can', () => {
    const head = known(PEOPLE[0]!, 'full').head
    const headM = figureOf(PEOPLE[0]!).headM
    expect(head.morphs).toHaveLength(FACE_CHANNELS.length)
    FACE_CHANNELS.forEach((channel, i) => {
      expect(throwOf(head, i), channel).toBeGreaterThan(headM * 0.008)
      expect(throwOf(head, i), channel).toBeLessThan(headM * 0.25)
    })
  })

  it('shuts an eye without touching the other', () => {
    const head = known(PEOPLE[3]!, 'full').head
    const left = head.morphs[FACE_CHANNELS.indexOf('blinkL')]!
    for (let i = 0; i < left.length; i += 3) if (head.positions[i]! < 0) expect(Math.abs(left[i + 1]!)).toBeLessThan(1e-6)
  })

  it('builds every hat and beard', () => {
    const base = castCharacter(sc('SAM', 'man, 40'))
    for (const hat of ['cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet', 'space-helmet', 'headscarf'] as const) {
      const spec = {
        ...base,
        wardrobe: [...base.wardrobe, { kind: hat, colour: '#884433', pattern: 'plain', material: 'wool', condition: 'pristine' } as const],
      }
      expect(meshesOf(spec, 'wide')[0].index.length, hat).toBeGreaterThan(meshesOf(base, 'wide')[0].index.length - 6000)
    }
    const bare = meshesOf({ ...base, hair: { ...base.hair, beard: 'none' } }, 'wide')[1].index.length
    expect(meshesOf({ ...base, hair: { ...base.hair, beard: 'full' } }, 'wide')[1].index.length).toBeGreaterThan(bare)
  })

  it('models anybody a script can name', () => {
    for (let i = 0; i < 24; i++)
      for (const spec of castMembers(
        sc(`PERSON ${i}`, ['', 'a boy', 'old woman, coat', 'cop', 'monk', 'farmer', 'bloody torn shirt', 'backpack, scarf, gloves'][i % 8]),
      )) {
        const g = known(spec, 'wide')
        expect(g.body.positions.every(Number.isFinite) && g.head.positions.every(Number.isFinite), spec.key).toBe(true)
      }
  })
})

describe('faceWeights', () => {
  const rest = { visemes: VISEMES.map(() => 0), expressions: EXPRESSIONS.map(() => 0), blink: [0, 0] as [number, number] }
  it('is still at rest and within 0 and 1 for any mixture', () => {
    expect(faceWeights(rest).every((w) => w === 0)).toBe(true)
    const all = faceWeights({ visemes: VISEMES.map(() => 1), expressions: EXPRESSIONS.map(() => 1), blink: [1, 1] })
    expect(all.every((w) => w >= 0 && w <= 1)).toBe(true)
  })
  it('gives every viseme but silence and every expression a face of its own', () => {
    const faces = [
      ...VISEMES.slice(1).map((_, i) => faceWeights({ ...rest, visemes: VISEMES.map((_, k) => (k === i + 1 ? 1 : 0)) })),
      ...EXPRESSIONS.map((_, i) => faceWeights({ ...rest, expressions: EXPRESSIONS.map((_, k) => (k === i ? 1 : 0)) })),
    ]
    expect(new Set(faces.map((f) => f.join())).size).toBe(VISEMES.length - 1 + EXPRESSIONS.length)
    expect(faceWeights({ ...rest, blink: [1, 0] })[FACE_CHANNELS.indexOf('blinkL')]).toBe(1)
  })
})
