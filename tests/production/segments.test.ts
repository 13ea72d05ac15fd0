import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { styleByName } from '../../src/departments/retro'
import type { RenderPlan } from '../../src/film'
import { type OutputFormat, type OutputProbe, outputHash, segmentJobs, shotsInRange, styledRanges } from '../../src/production'
import { frameOfPicture } from '../../src/production/segments'

const OUTPUT: OutputFormat = {
  name: 'film',
  style: styleByName('hollywood'),
  quality: 'preview',
  width: 640,
  height: 360,
  container: 'mp4',
}
const PROBE: OutputProbe = { codec: 'avc1.64001e', probe: 'p', adapter: 'a', build: 'b' }

/** A plan of shots of these lengths, of which some run into the next. */
function planOf(lengths: readonly number[], transitions: readonly (readonly [from: number, frames: number])[] = []): RenderPlan {
  const overlap = (i: number) => transitions.find(([from]) => from === i - 1)?.[1] ?? 0
  let startFrame = 0
  const shots = lengths.map((frames, i) => {
    startFrame -= overlap(i)
    const shot = { key: `s${i}`, address: `sc1.sh${i + 1}`, sliceHash: `h${i}`, frames, startFrame }
    startFrame += frames
    return shot as unknown as RenderPlan['shots'][number]
  })
  return {
    fps: { num: 24, den: 1 },
    aspect: 16 / 9,
    frames: startFrame,
    shots,
    scenes: [],
    transitions: transitions.map(([from, frames]) => ({ from: `s${from}`, to: `s${from + 1}`, kind: 'dissolve', frames })),
  } as unknown as RenderPlan
}

const jobsOf = (plan: RenderPlan, range = {}) => segmentJobs(plan, shotsInRange(plan, range), 'output')

describe('segmentJobs', () => {
  it('cuts shots at multiples of 48 frames', () => {
    const jobs = jobsOf(planOf([100, 20]))
    expect(jobs.map((j) => [j.shotKey, j.first, j.frames])).toEqual([
      ['s0', 0, 48],
      ['s0', 48, 48],
      ['s0', 96, 4],
      ['s1', 0, 20],
    ])
  })

  it('[PROD-01] a shot in a style of its own has segments of its own, and no other shot has', () => {
    const plan = planOf([100, 20])
    const own = { ...plan, shots: plan.shots.map((s, i) => (i === 1 ? { ...s, retro: { style: 'nes' } } : s)) }
    const keys = (of: RenderPlan, container: 'mp4' | 'gif' = 'mp4') =>
      segmentJobs(of, styledRanges(shotsInRange(of, {}), { container }), 'output').map((j) => [j.shotKey, j.key])
    const [before, after] = [keys(plan), keys(own)]
    expect(after.filter(([, key]) => !before.some(([, k]) => k === key)).map(([shot]) => shot)).toEqual(['s1'])
    expect(keys(own, 'gif')).toEqual(before)
  })

  it('finds whole segments of another range again', () => {
    const plan = planOf([200])
    const whole = new Set(jobsOf(plan).map((j) => j.key))
    const part = jobsOf(plan, { from: 30, to: 150 })
    expect(part.filter((j) => whole.has(j.key)).map((j) => j.first)).toEqual([48, 96])
  })

  it('makes an overlap of two shots segments of its own, and renders none of its frames twice', () => {
    const jobs = jobsOf(planOf([60, 60], [[0, 12]]))
    expect(jobs.map((j) => [j.shotKey, j.first, j.frames, j.cross?.shotKey, j.cross?.first])).toEqual([
      ['s0', 0, 48, undefined, undefined],
      ['s0', 48, 12, 's1', 0],
      ['s1', 12, 36, undefined, undefined],
      ['s1', 48, 12, undefined, undefined],
    ])
  })

  it('leaves a shot whole that is made without its neighbour', () => {
    const jobs = jobsOf(planOf([60, 60], [[0, 12]]), { only: 'sc1.sh2' })
    expect(jobs.map((j) => [j.shotKey, j.first, j.frames])).toEqual([
      ['s1', 0, 48],
      ['s1', 48, 12],
    ])
  })

  it('[PROD-04] keeps time at another rate, from each shot’s own beginning', () => {
    const rates = [12, 23.976, 25, 30, 60, 120].map((r) => (r === 23.976 ? { num: 24000, den: 1001 } : { num: r, den: 1 }))
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 150 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...rates),
        (lengths, rate) => {
          const plan = planOf(lengths, lengths.length > 1 ? [[0, 6]] : [])
          const jobs = segmentJobs(plan, shotsInRange(plan, {}), 'output', 48, rate)
          const perFrame = rate.num / rate.den / 24
          expect(jobs.reduce((n, j) => n + j.frames, 0)).toBe(Math.round(plan.frames * perFrame))
          expect(new Set(jobs.map((j) => j.key)).size).toBe(jobs.length)
          const at = new Map(plan.shots.map((s) => [s.key, s]))
          let picture = 0
          for (const job of jobs) {
            const shot = at.get(job.shotKey)!
            expect(job.frames).toBeLessThanOrEqual(48)
            for (let n = 0; n < job.frames; n++, picture++) {
              const frame = frameOfPicture(job, n)
              expect(frame).toBeGreaterThanOrEqual(0)
              expect(frame).toBeLessThanOrEqual(shot.frames)
              // In film frames: never further off than half a picture and what the stretch before was rounded by.
              expect(Math.abs(shot.startFrame + frame - picture / perFrame)).toBeLessThanOrEqual(1 / perFrame)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
    const keys = (lengths: readonly number[]) =>
      segmentJobs(planOf(lengths), shotsInRange(planOf(lengths), {}), 'output', 48, { num: 60, den: 1 })
        .filter((j) => j.shotKey === 's1' && j.frames === 48)
        .map((j) => j.key)
    expect(keys([31, 96])).toEqual(keys([40, 96]))
    expect(keys([31, 96])).not.toEqual(
      segmentJobs(planOf([31, 96]), shotsInRange(planOf([31, 96]), {}), 'output')
        .filter((j) => j.shotKey === 's1')
        .map((j) => j.key),
    )
  })

  it('covers every frame of the film exactly once, whatever the lengths and overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 30, max: 200 }), fc.integer({ min: 0, max: 14 })), { minLength: 1, maxLength: 8 }),
        (shots) => {
          const transitions = shots.slice(0, -1).flatMap(([, n], i) => (n > 0 ? [[i, n] as const] : []))
          const plan = planOf(
            shots.map(([n]) => n),
            transitions,
          )
          const jobs = jobsOf(plan)
          const at = new Map(plan.shots.map((s) => [s.key, s.startFrame]))
          const frames = jobs.flatMap((j) => Array.from({ length: j.frames }, (_, f) => (at.get(j.shotKey) ?? 0) + j.first + f))
          expect(frames).toEqual(Array.from({ length: plan.frames }, (_, f) => f))
          expect(jobs.every((j) => j.frames >= 1 && j.frames <= 48)).toBe(true)
          expect(new Set(jobs.map((j) => j.key)).size).toBe(jobs.length)
        },
      ),
    )
  })
})

describe('outputHash', () => {
  const plan = planOf([10])
  it.each([
    ['style', { ...OUTPUT, style: styleByName('nes') }],
    ['quality', { ...OUTPUT, quality: 'final' }],
    ['width', { ...OUTPUT, width: 642 }],
    ['palette', { ...OUTPUT, style: { ...OUTPUT.style, palette: ['#000000', '#ffffff'] } }],
  ])('changes with %s', (_, output) => {
    expect(outputHash(output, PROBE, plan)).not.toBe(outputHash(OUTPUT, PROBE, plan))
  })
  it.each(['codec', 'probe', 'adapter', 'build'] as const)('changes with the %s of the machine', (field) => {
    expect(outputHash(OUTPUT, { ...PROBE, [field]: 'other' }, plan)).not.toBe(outputHash(OUTPUT, PROBE, plan))
  })
  it('does not change with name and container: the same packets serve both', () => {
    expect(outputHash({ ...OUTPUT, name: 'other', container: 'webm' }, PROBE, plan)).toBe(outputHash(OUTPUT, PROBE, plan))
  })
})
