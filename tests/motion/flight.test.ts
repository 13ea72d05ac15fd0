import { describe, expect, it } from 'vitest'
import { figureOf, type PropTrack } from '../../src/film'
import { frameState, worldJoints } from '../../src/motion'
import { go, performance, sliceOf, stay } from './slices'

describe('a thing let go of', () => {
  const track = (fallS: number): PropTrack => ({
    key: 'ball',
    prop: 'ball',
    states: [
      { kind: 'held', t0: 0, by: 'anna', hand: 'right' },
      { kind: 'placed', t0: 1, position: [0.3, 0.12, 1.6], yaw: 0, fallS },
    ],
  })
  // Whoever lets go walks on: the thing must not follow the hand.
  const slice = (fallS: number) =>
    sliceOf(
      [
        performance('anna', {
          where: [
            stay([0, 0, 0], 0, 'stand', 0, 1.05),
            go(
              [
                [0, 0, 0],
                [-2, 0, -1],
              ],
              1.05,
              2.6,
            ),
          ],
        }),
      ],
      {
        shot: { props: [track(fallS)] },
      },
    )
  const ball = (s: ReturnType<typeof slice>, frame: number) => frameState(s, frame).props[0]!.position

  it('leaves the hand where the hand was, falls faster and faster, bounces and lies', () => {
    const s = slice(0.5)
    const at = Array.from({ length: 60 }, (_, i) => ball(s, 20 + i))
    for (let i = 1; i < at.length; i++)
      expect(Math.hypot(...at[i]!.map((v, k) => v - at[i - 1]![k]!)), `frame ${20 + i}`).toBeLessThan(0.25)
    const lands = 36
    const drops = Array.from({ length: 11 }, (_, i) => ball(s, 25 + i)[1]! - ball(s, 24 + i)[1]!)
    for (let i = 1; i < drops.length; i++) expect(drops[i]!).toBeLessThan(drops[i - 1]!)
    expect(Math.max(...[1, 2, 3].map((i) => ball(s, lands + i)[1]!))).toBeGreaterThan(0.14)
    for (const frame of [46, 60, 120]) expect(ball(s, frame)).toEqual([0.3, 0.12, 1.6])
  })

  it('is the same asked for alone', () => {
    expect(ball(slice(0.5), 31)).toEqual(ball(slice(0.5), 31))
    const s = slice(0.5)
    for (const frame of [40, 24, 31]) ball(s, frame)
    expect(ball(s, 31)).toEqual(ball(slice(0.5), 31))
  })

  it('thrown, it flies an arc', () => {
    const s = slice(0.9)
    expect(Math.max(...Array.from({ length: 20 }, (_, i) => ball(s, 24 + i)[1]!))).toBeGreaterThan(ball(s, 24)[1]! + 0.1)
  })
})

describe('feet on stairs', () => {
  it('stand on treads and nowhere between', () => {
    const steps = 7
    const riser = 0.171
    const s = sliceOf([
      performance('anna', {
        where: [
          go(
            [
              [0, 0, 0],
              [0, steps * riser, -steps * 0.206],
            ],
            0.5,
            0.5 + steps * 0.58,
          ),
          stay([0, steps * riser, -steps * 0.206], Math.PI, 'stand', 0.5 + steps * 0.58, 9),
        ],
      }),
    ])
    const spec = s.cast[0]!
    const figure = figureOf(spec)
    const seen = new Set<number>()
    for (let f = 0; f < 130; f++) {
      const a = frameState(s, f).actors[0]!
      const joints = worldJoints(figure, a)
      for (const [side, foot] of (['leftFoot', 'rightFoot'] as const).entries()) {
        if (!a.planted[side]) continue
        const treads = (joints[foot].position[1] - figure.joints[foot][1]) / riser
        expect(Math.abs(treads - Math.round(treads)) * riser, `frame ${f}`).toBeLessThan(0.005)
        seen.add(Math.round(treads))
      }
    }
    expect(seen.size).toBe(steps + 1)
  })
})
