import { describe, expect, test } from 'vitest'
import { EVEN_TONE, mixedTone, type Probe, STYLES, shotTone, TONE_STEPS, type Tone, tonedLight } from '../../../src/departments/retro'
import { random } from '../../../src/film'

/** A grey picture with so much of each lightness, and who is in it. */
function picture(parts: readonly { readonly lightness: number; readonly share: number; readonly person?: boolean }[]): Probe {
  const pixels = parts.flatMap((part) => Array.from({ length: Math.round(part.share * 1000) }, () => part))
  return {
    width: pixels.length,
    height: 1,
    light: Uint16Array.from({ length: pixels.length * 3 }, (_, i) => Math.round(65535 * pixels[Math.floor(i / 3)]!.lightness ** 3)),
    people: Uint8Array.from(pixels, ({ person }) => (person ? 1 : 0)),
  }
}

const ALL = { levels: 1, equalise: 1 }
const HALF = { levels: 1, equalise: 0.5 }
/** Lightness after a curve. */
const at = (tone: Tone | null, lightness: number): number => Math.cbrt(tonedLight(tone!, Math.round(65535 * lightness ** 3)) / 65535)

const FOG = picture([0.6, 0.64, 0.68, 0.72, 0.76, 0.8].map((lightness) => ({ lightness, share: 0.16 })))
const NIGHT = picture([
  ...[0.04, 0.08, 0.12, 0.16].map((lightness) => ({ lightness, share: 0.23 })),
  ...[0.5, 0.6].map((lightness) => ({ lightness, share: 0.04 })),
])

describe("a shot's tone", () => {
  test('without levels and equalising there is none', () => {
    expect(shotTone({ levels: 0, equalise: 0 }, [FOG])).toBeNull()
    expect(shotTone(ALL, [])).toBeNull()
  })

  test('mist gets more than twice as many tones, and keeps its light', () => {
    const tone = shotTone(HALF, [FOG])
    expect(at(tone, 0.8) - at(tone, 0.6)).toBeGreaterThan(2 * 0.2)
    expect(at(tone, 0.7)).toBeGreaterThan(0.4)
  })

  test('the dark of a night can be told apart, and it stays a night', () => {
    const tone = shotTone(HALF, [NIGHT])
    expect(at(tone, 0.16) - at(tone, 0.04)).toBeGreaterThan(1.5 * 0.12)
    const mean = [0.04, 0.08, 0.12, 0.16].reduce((sum, v) => sum + at(tone, v) / 4, 0)
    expect(mean).toBeGreaterThan(0.1)
    expect(mean).toBeLessThan(0.35)
  })

  test('auto levels make no day of a night that is lit', () => {
    const lit = picture([0.35, 0.4, 0.45, 0.5, 0.55].map((lightness) => ({ lightness, share: 0.2 })))
    const mean = (tone: Tone | null) => [0.35, 0.4, 0.45, 0.5, 0.55].reduce((sum, v) => sum + at(tone, v) / 5, 0)
    expect(mean(shotTone({ levels: 1, equalise: 0 }, [lit]))).toBeLessThan(0.45 + 0.11)
  })

  test('a picture whose tones are even stays as it is', () => {
    const even = picture(Array.from({ length: 100 }, (_, i) => ({ lightness: (i + 0.5) / 100, share: 0.02 })))
    const tone = shotTone(ALL, [even])!
    for (let i = 0; i <= TONE_STEPS; i++) expect(Math.abs(tone[i]! - i / TONE_STEPS)).toBeLessThan(0.03)
  })

  test('dark skin before bright mist gets no darker; light skin in the sun no lighter than it is read', () => {
    const against = (lightness: number, behind: number) =>
      picture([
        { lightness: behind, share: 0.7 },
        { lightness: behind - 0.1, share: 0.1 },
        { lightness, share: 0.2, person: true },
      ])
    expect(at(shotTone(HALF, [against(0.4, 0.9)]), 0.4)).toBeGreaterThan(0.39)
    const unseen = against(0.4, 0.9)
    expect(at(shotTone(HALF, [{ ...unseen, people: new Uint8Array(unseen.width) }]), 0.4)).toBeLessThan(0.39)
    expect(at(shotTone(HALF, [against(0.7, 0.4)]), 0.7)).toBeLessThan(0.73)
  })

  test('every curve rises from black to at most white, whatever the pictures', () => {
    for (let i = 0; i < 60; i++) {
      const { int, range } = random(`tones ${i}`)
      const seen = picture(
        Array.from({ length: int(1, 9) }, () => ({ lightness: range(0, 1), share: range(0.01, 0.4), person: int(0, 3) === 0 })),
      )
      const grade = { levels: range(0, 1), equalise: range(0, 1) }
      const tone = shotTone(grade, [seen])!
      expect(tone).toHaveLength(TONE_STEPS + 1)
      expect(tone[0]).toBe(0)
      expect(tone.every((v, k) => v <= 1 && v >= (tone[k - 1] ?? 0))).toBe(true)
      // The same for the same pictures, in whatever order they come.
      expect(shotTone(grade, [seen, FOG])).toEqual(shotTone(grade, [FOG, seen]))
    }
  })

  test('goes over into another step by step', () => {
    const [a, b] = [shotTone(HALF, [FOG])!, shotTone(HALF, [NIGHT])!]
    // At its ends a transition is the shot itself, to the bit.
    expect(mixedTone(a, b, 0)).toBe(a)
    expect(mixedTone(a, b, 1)).toBe(b)
    mixedTone(a, b, 0.25)!.forEach((v, i) => {
      expect(v).toBeCloseTo(0.75 * a[i]! + 0.25 * b[i]!, 12)
    })
    expect(mixedTone(null, null, 0.5)).toBeNull()
    expect(mixedTone(null, EVEN_TONE, 0.5)).toEqual(EVEN_TONE)
  })
})

test('machines of few tones have it, film and what has thousands of colours not', () => {
  for (const id of ['gameboy', 'mac', 'obra', 'cga', 'c64', 'zx-spectrum', 'nes'])
    expect(STYLES.find((style) => style.id === id)?.grade.levels, id).toBeGreaterThan(0)
  for (const { id, group, grade } of STYLES)
    if (group === 'film' || group === 'drawn') expect(grade, id).toMatchObject({ levels: 0, equalise: 0 })
})
