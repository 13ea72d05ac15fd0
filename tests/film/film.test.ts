import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alongPath,
  anchor,
  BONE_PARENTS,
  BONES,
  canonicalJson,
  figureOf,
  frameToMicros,
  hashOf,
  hexToLinear,
  noise1,
  parseFrameRate,
  quatBetween,
  quatLookAt,
  quatRotate,
  quatSlerp,
  random,
  roundNumbers,
  slug,
  timecode,
  uniqueKeys,
  type Vec3,
  walkedAt,
  whereAt,
  wrapAngle,
} from '../../src/film'

describe('identity', () => {
  it('hashes by content, not by order of writing', () => {
    expect(canonicalJson({ b: 1, a: [2, 'é'] })).toBe('{"a":[2,"é"],"b":1}')
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }))
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }))
    expect(hashOf('abc')).toBe('6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25')
  })

  it('rounds numbers to a millionth and refuses those that are none', () => {
    expect(roundNumbers({ a: [0.1 + 0.2, -0], b: 1e15 })).toEqual({ a: [0.3, 0], b: 1e15 })
    expect(() => roundNumbers({ a: { b: [1, Number.NaN] } })).toThrow('$.a.b[1]')
  })

  it('drops what is undefined, so that an absent field and an undefined one are the same artifact', () => {
    expect(hashOf(roundNumbers({ a: 1, b: undefined }))).toBe(hashOf({ a: 1 }))
  })

  it('makes keys of any script', () => {
    expect(slug("ÉLODIE's Café - NIGHT!")).toBe('elodies-cafe-night')
    expect(slug('Кухня')).toBe('кухня')
    expect(slug('???')).toBe('x')
    expect(anchor('You came back. At last, again')).toBe(anchor('you came back at home'))
    const key = uniqueKeys()
    expect([key('a'), key('a'), key('b'), key('a')]).toEqual(['a', 'a.2', 'b', 'a.3'])
  })
})

describe('random', () => {
  it('repeats by key and differs between keys', () => {
    const draw = (key: string) => Array.from({ length: 5 }, random(key).next)
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
  })

  it('is the same stream in every engine', () => {
    expect(Array.from({ length: 3 }, random('oneshot').next)).toMatchInlineSnapshot(`
      [
        0.7421152009628713,
        0.7557019300293177,
        0.7195267963688821,
      ]
    `)
  })

  it('stays in its ranges, and is about even', () => {
    const r = random('even')
    let sum = 0
    for (let i = 0; i < 10_000; i++) {
      const v = r.next()
      expect(v >= 0 && v < 1).toBe(true)
      sum += v
    }
    expect(Math.abs(sum / 10_000 - 0.5)).toBeLessThan(0.02)
    expect(() => r.pick([])).toThrow('empty')
    expect(r.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4])
  })

  it('has noise without jumps', () => {
    for (let t = 0; t < 20; t += 0.01) expect(Math.abs(noise1('k', t) - noise1('k', t + 0.001))).toBeLessThan(0.01)
  })
})

describe('time', () => {
  it('reads frame rates as ratios', () => {
    expect(parseFrameRate('23.976')).toEqual({ num: 24000, den: 1001 })
    expect(parseFrameRate('29.97')).toEqual({ num: 30000, den: 1001 })
    expect(parseFrameRate('25')).toEqual({ num: 25, den: 1 })
    expect(parseFrameRate('24000/1001')).toEqual({ num: 24000, den: 1001 })
    for (const bad of ['0', '-1', 'x', '1000', '24/0', '']) expect(() => parseFrameRate(bad)).toThrow('frame rate')
  })

  it('counts SMPTE timecode, dropping frames where the standard does', () => {
    const ntsc = { num: 30000, den: 1001 }
    expect(timecode(1799, ntsc)).toBe('00:00:59;29')
    expect(timecode(1800, ntsc)).toBe('00:01:00;02')
    expect(timecode(17982, ntsc)).toBe('00:10:00;00')
    expect(timecode(107892, ntsc)).toBe('01:00:00;00')
    expect(timecode(1800, ntsc, false)).toBe('00:01:00:00')
    expect(timecode(24 * 3661 + 5, { num: 24, den: 1 })).toBe('01:01:01:05')
  })

  it('never lets a frame start drift', () => {
    expect(frameToMicros(24000 * 100, { num: 24000, den: 1001 })).toBe(1001 * 100 * 1e6)
  })
})

describe('turning', () => {
  const direction = fc
    .tuple(
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 1, noNaN: true }),
    )
    .map(([x, y, z]): Vec3 => {
      const l = Math.hypot(x, y, z)
      return [x / l, y / l, z / l]
    })

  it('takes one direction to another', () => {
    fc.assert(
      fc.property(direction, direction, (a, b) => {
        const r = quatRotate(quatBetween(a, b), a)
        for (let i = 0; i < 3; i++) expect(r[i]).toBeCloseTo(b[i]!, 5)
      }),
    )
    expect(quatRotate(quatBetween([0, 0, 1], [0, 0, -1]), [0, 0, 1])[2]).toBeCloseTo(-1)
  })

  it('looks at its target along −z with y up', () => {
    fc.assert(
      fc.property(direction, (d) => {
        const q = quatLookAt([0, 0, 0], d)
        const f = quatRotate(q, [0, 0, -1])
        for (let i = 0; i < 3; i++) expect(f[i]).toBeCloseTo(d[i]!, 5)
        expect(quatRotate(q, [0, 1, 0])[1]).toBeGreaterThan(-1e-9)
      }),
    )
  })

  it('interpolates at even speed', () => {
    const half = quatSlerp([0, 0, 0, 1], quatBetween([0, 0, 1], [1, 0, 0]), 0.5)
    const v = quatRotate(half, [0, 0, 1])
    expect(v[0]).toBeCloseTo(Math.SQRT1_2, 6)
  })

  it('wraps angles and reads colours', () => {
    expect(wrapAngle(3 * Math.PI)).toBeCloseTo(Math.PI)
    expect(wrapAngle(-0.5)).toBeCloseTo(-0.5)
    expect(hexToLinear('#ff0080')).toEqual([1, 0, expect.closeTo(0.2158605, 5)])
  })
})

describe('people in space', () => {
  const person = { heightM: 1.75, age: 35, sex: 'female', build: 0.5, muscle: 0.3 } as const

  it('has every bone, parents first', () => {
    const f = figureOf(person)
    BONES.forEach((b, i) => {
      expect(f.joints[b], b).toBeDefined()
      expect(BONE_PARENTS[i]!).toBeLessThan(i)
      expect(BONE_PARENTS[i]! >= 0 || b === 'hips').toBe(true)
    })
    expect(f.joints.leftHand[0]).toBeGreaterThan(0.5)
    expect(f.joints.leftHand[0]).toBeCloseTo(-f.joints.rightHand[0], 9)
  })

  it('gives children bigger heads', () => {
    const child = figureOf({ ...person, age: 7, heightM: 1.2 })
    expect(child.heightM / child.headM).toBeLessThan(5.8)
    expect(figureOf(person).heightM / figureOf(person).headM).toBeGreaterThan(6.3)
  })

  it('walks a path with a soft start and stop, closed form', () => {
    const path: Vec3[] = [
      [0, 0, 0],
      [2, 0, 0],
      [2, 0, 2],
    ]
    expect(alongPath(path, 3).position).toEqual([2, 0, 1])
    expect(walkedAt(0, 4, 4).metres).toBe(0)
    expect(walkedAt(4, 4, 4).metres).toBeCloseTo(4)
    const where = [
      { kind: 'stay', t0: 0, t1: 1, position: [0, 0, 0], yaw: 0, stance: 'stand' },
      { kind: 'go', t0: 1, t1: 5, gait: 'walk', path },
      { kind: 'stay', t0: 5, t1: 9, position: [2, 0, 2], yaw: 1, stance: 'stand' },
    ] as const
    expect(whereAt(where, 0.5).position).toEqual([0, 0, 0])
    expect(whereAt(where, 3).speed).toBeGreaterThan(0.8)
    expect(whereAt(where, 8).yaw).toBe(1)
    let before = whereAt(where, 0)
    for (let t = 0; t < 9; t += 0.02) {
      const now = whereAt(where, t)
      expect(Math.hypot(now.position[0] - before.position[0], now.position[2] - before.position[2])).toBeLessThan(0.03)
      expect(Math.abs(wrapAngle(now.yaw - before.yaw))).toBeLessThan(0.25)
      before = now
    }
  })
})
