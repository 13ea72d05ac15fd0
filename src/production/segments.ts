import { SEGMENT_FRAMES } from '../encode'
import { type FrameRate, hashOf, type PlannedShot, type RenderPlan, roundTo6 } from '../film'
import type { OutputFormat, OutputProbe } from './crew'
import type { ShotRange } from './find-frame'

/** A stretch of film that is encoded on its own: at most 48 frames of one shot, or of two that run into each other. */
export interface SegmentJob {
  /** Hash of everything that can change its pixels or packets, and of nothing else. */
  readonly key: string
  readonly shotKey: string
  /** Hash of everything the shot's pictures depend on: equal hashes are equal slices. */
  readonly slice: string
  /** For people: `sc3.sh2`. */
  readonly address: string
  /** Frame in the shot of its first picture; between two frames where it has a `step`. */
  readonly first: number
  /** How many pictures it has. */
  readonly frames: number
  /** Frames of the shot from picture to picture, where the output has another rate than the film: 0.4 for 60 of 24. */
  readonly step?: number
  /** How the shot is shown other than its film; of two that run into each other that of the first. */
  readonly retro?: PlannedShot['retro']
  /** The shot it runs into, whose first frame stands at the first of this segment's transition. */
  readonly cross?: SegmentCross
}

/** How a segment runs into the next shot. */
export interface SegmentCross {
  readonly kind: 'dissolve' | 'wipe'
  readonly shotKey: string
  readonly slice: string
  /** Frame of the second shot at this segment's first frame. */
  readonly first: number
  /** Frame of the transition at this segment's first picture, and its whole length. */
  readonly at: number
  readonly length: number
}

/** All segments of one output in film order, with what this machine writes. */
export interface OutputSegments {
  readonly output: OutputFormat
  readonly probe: OutputProbe
  readonly jobs: readonly SegmentJob[]
}

/** Where a segment is kept: the same for every run that needs it. */
export const segmentFile = (key: string): string => `segments/${key.slice(0, 40)}.seg`

/** Where a small picture of a segment's middle is kept. */
export const segmentPicture = (key: string): string => `pictures/${key.slice(0, 40)}.jpg`

/**
 * What of an output is in a segment's key. Its name and container are not: the same packets serve several; nor is what
 * the style is called: what is drawn depends on what it says.
 */
export function outputHash(output: OutputFormat, { codec, probe, adapter, build }: OutputProbe, { fps }: Pick<RenderPlan, 'fps'>): string {
  const { width, height, style, quality } = output
  const rate = output.fps ?? fps
  const { id: _id, name: _name, aliases: _aliases, ...drawn } = style
  return hashOf({ width, height, style: drawn, quality, fps: { ...rate }, codec, probe, adapter, build })
}

/** Frames of light in a segment: each takes some four times the bytes of a PNG, and a segment is held in memory whole. */
const LIGHT_FRAMES = 8

/** How long the segments of an output are at most, in frames. */
export const segmentFrames = ({ codec }: Pick<OutputProbe, 'codec'>): number => (codec === 'exr' ? LIGHT_FRAMES : SEGMENT_FRAMES)

/** Stretches of shots as an output shows them: all pictures of a GIF have one style, whatever a shot asks for. */
export const styledRanges = (ranges: readonly ShotRange[], { container }: Pick<OutputFormat, 'container'>): readonly ShotRange[] =>
  container === 'gif' ? ranges.map(({ shot: { retro: _, ...shot }, ...range }) => ({ ...range, shot })) : ranges

/**
 * Cuts stretches of shots into segments whose borders stand at multiples of so many frames of the shot, so that other ranges
 * find them again; where two shots run into each other, the overlap is segments of its own.
 * @param most frames of a segment, 1 to 48: `segmentFrames` of the output.
 * @param rate of the output, where it is another than the film's. Every stretch begins with its first frame and takes as many
 *   pictures as keep the film in time (within half a picture), so that a shot's pictures are the same wherever it stands.
 */
export function segmentJobs(
  plan: RenderPlan,
  ranges: readonly ShotRange[],
  output: string,
  most = SEGMENT_FRAMES,
  rate: FrameRate = plan.fps,
): SegmentJob[] {
  const wanted = new Map(ranges.map((r) => [r.shot.key, r]))
  const all = ranges.flatMap((range) => stretches(plan, range, wanted))
  const [faster, slower] = [rate.num * plan.fps.den, rate.den * plan.fps.num]
  if (faster === slower) return all.flatMap((stretch) => pieces(stretch, output, most))
  let passed = 0
  return all.flatMap((stretch) => {
    const begun = Math.round((passed * faster) / slower)
    passed += stretch.frames
    return pieces(stretch, output, most, { step: slower / faster, pictures: Math.round((passed * faster) / slower) - begun })
  })
}

/** How many pictures an output of the whole film has. */
export const picturesOf = ({ fps }: Pick<OutputFormat, 'fps'>, plan: Pick<RenderPlan, 'fps' | 'frames'>): number =>
  fps ? Math.round((plan.frames * fps.num * plan.fps.den) / (fps.den * plan.fps.num)) : plan.frames

/** Of one stretch at another rate than the film's: frames from picture to picture, and how many pictures. */
interface OtherRate {
  readonly step: number
  readonly pictures: number
}

/** The frame in its shot of a segment's picture, 0 the first; between two frames where the output has another rate. */
export const frameOfPicture = ({ first, step = 1 }: Pick<SegmentJob, 'first' | 'step'>, picture: number): number =>
  step === 1 ? first + picture : roundTo6(first + picture * step)

/** The frames of the shot that a segment shows, for people: `frames 0 to 47`. */
export const framesInWords = (job: Pick<SegmentJob, 'first' | 'frames' | 'step'>): string =>
  `frames ${Math.floor(job.first)} to ${Math.floor(frameOfPicture(job, job.frames - 1))}`

interface Stretch {
  readonly shot: PlannedShot
  readonly first: number
  readonly frames: number
  readonly into?: { readonly shot: PlannedShot; readonly kind: SegmentCross['kind']; readonly start: number; readonly length: number }
}

/** A shot's frames before, and in, its transition to the next shot; the frames that the shot before runs into are that one's. A shot made without its neighbour has no transition. */
function stretches(plan: RenderPlan, { shot, first, frames }: ShotRange, wanted: ReadonlyMap<string, ShotRange>): Stretch[] {
  const before = plan.transitions?.find((t) => t.to === shot.key && wanted.has(t.from))
  const after = plan.transitions?.find((t) => t.from === shot.key)
  const next = after && wanted.get(after.to)?.shot
  const begin = Math.max(first, before?.frames ?? 0)
  const end = first + frames
  const border = next && after ? shot.frames - after.frames : end
  const out: Stretch[] = []
  if (Math.min(end, border) > begin) out.push({ shot, first: begin, frames: Math.min(end, border) - begin })
  if (next && after && end > border) {
    const from = Math.max(begin, border)
    out.push({ shot, first: from, frames: end - from, into: { shot: next, kind: after.kind, start: border, length: after.frames } })
  }
  return out
}

function pieces({ shot, first, frames, into }: Stretch, output: string, most: number, other?: OtherRate): SegmentJob[] {
  const retro = shot.retro ? { retro: shot.retro } : {}
  const jobs: SegmentJob[] = []
  const step = other?.step ?? 1
  // In pictures: from the shot's beginning, or where there is another rate, from the stretch's.
  const [start, end] = other ? [0, other.pictures] : [first, first + frames]
  for (let n = start; n < end; ) {
    const count = Math.min(end, (Math.floor(n / most) + 1) * most) - n
    const at = other ? frameOfPicture({ first, step }, n) : n
    const cross: SegmentCross | undefined = into && {
      kind: into.kind,
      shotKey: into.shot.key,
      slice: into.shot.sliceHash,
      first: roundTo6(at - into.start),
      at: roundTo6(at - into.start),
      length: into.length,
    }
    const key = hashOf({
      slice: shot.sliceHash,
      output,
      first: at,
      frames: count,
      ...(other ? { step } : {}),
      ...retro,
      ...(into && cross ? { into: into.shot.sliceHash, kind: cross.kind, at: cross.at, length: cross.length } : {}),
    })
    jobs.push({
      key,
      shotKey: shot.key,
      slice: shot.sliceHash,
      address: shot.address,
      first: at,
      frames: count,
      ...(other ? { step } : {}),
      ...retro,
      ...(cross ? { cross } : {}),
    })
    n += count
  }
  return jobs
}
