import { describe, expect, it } from 'vitest'
import { contactsOf, frameState } from '../../src/motion'
import { act, go, performance, room, sliceOf, stay } from './slices'

const walker = (gait: 'walk' | 'run' | 'sneak' = 'walk') =>
  sliceOf([
    performance('a', {
      where: [
        stay([-2, 0, 0], 1.57, 'stand', 0, 0.5),
        go(
          [
            [-2, 0, 0],
            [2, 0, 0],
          ],
          0.5,
          gait === 'run' ? 2.2 : 4,
          gait,
        ),
        stay([2, 0, 0], 1.57, 'stand', gait === 'run' ? 2.2 : 4, 8),
      ],
    }),
  ])

describe('contactsOf', () => {
  it('every step is on the first frame in which its foot has come down', () => {
    const slice = walker()
    const steps = contactsOf(slice).filter((c) => c.kind === 'step')
    expect(steps.length).toBeGreaterThan(4)
    const planted = (frame: number) => frameState(slice, frame).actors[0]!.planted
    for (const { frame } of steps) {
      // A foot that was in the air is flat within the time of its roll, and was not before.
      const [before, after] = [planted(frame - 1), planted(frame + 3)]
      expect(before.includes(false), `frame ${frame}: a foot is in the air just before`).toBe(true)
      expect(
        [0, 1].some((k) => !before[k] && after[k]),
        `frame ${frame}: it comes down`,
      ).toBe(true)
    }
  })

  it('who runs treads harder, who sneaks more softly; who stands still makes no step', () => {
    const force = (gait: 'walk' | 'run' | 'sneak') => Math.max(...contactsOf(walker(gait)).map((c) => c.strength))
    expect(force('run')).toBeGreaterThan(force('walk'))
    expect(force('sneak')).toBeLessThan(force('walk'))
    expect(contactsOf(sliceOf([performance('a')]))).toEqual([])
  })

  it('steps sound of the floor, and of the rug where one lies', () => {
    const slice = walker()
    const rug = { key: 'rug-1', prop: 'rug', position: [1.2, 0, 0], yaw: 0, size: [1.6, 0.01, 2], seed: 1, blocks: false } as const
    const surfaces = contactsOf({ ...slice, set: { ...room(), placements: [rug] } }).map((c) => c.surface)
    expect(new Set(surfaces)).toEqual(new Set(['plaster', 'fabric']))
    expect(surfaces.indexOf('fabric')).toBeGreaterThan(surfaces.indexOf('plaster'))
  })

  it('knocks are three, one a rap of the hand', () => {
    const slice = sliceOf([performance('a', { acts: [act('knock', 0.5, 2.5)] })])
    const knocks = contactsOf(slice).filter((c) => c.kind === 'knock')
    expect(knocks.map((c) => c.frame)).toEqual([0.5, 1.5, 2.5].map((n) => Math.ceil((0.5 + 0.45 + 0.27 * n) * 24)))
  })

  it('things are heard when they touch the table, doors when they leave their frame and when they shut', () => {
    const door = { key: 'door-1', kind: 'door', wall: 'north', along: 3, width: 0.9, height: 2, sill: 0 } as const
    const slice = sliceOf([performance('a')])
    const heard = contactsOf({
      ...slice,
      set: { ...room(), openings: [door] },
      shot: {
        ...slice.shot,
        props: [
          {
            key: 'cup',
            prop: 'mug',
            states: [
              { kind: 'placed', t0: 0, position: [0, 0.75, 0], yaw: 0 },
              { kind: 'held', t0: 1, by: 'a', hand: 'right' },
              { kind: 'placed', t0: 2, position: [0, 0.75, 0], yaw: 0 },
            ],
          },
        ],
        doors: {
          'door-1': [
            { t: 0.5, open: 0 },
            { t: 1.5, open: 1 },
            { t: 2.25, open: 1 },
            { t: 3, open: 0 },
          ],
        },
      },
    })
    expect(heard.map(({ kind, frame, surface }) => `${frame} ${kind} ${surface}`)).toEqual([
      '12 door-open wood',
      '24 pick-up wood',
      '52 put-down wood',
      '72 door-close wood',
    ])
  })

  it('what the camera has at its right is at the right', () => {
    const pans = contactsOf(walker()).map((c) => c.pan)
    expect(Math.abs(pans[0]! - pans.at(-1)!)).toBeGreaterThan(0.3)
    expect(contactsOf(walker()).every((c) => c.distanceM > 0.5 && c.distanceM < 20)).toBe(true)
  })
})
