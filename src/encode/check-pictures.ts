import { PipelineError } from '../pipeline'
import type { SequenceFormat } from './containers'
import type { MovieShape } from './movie-muxer'
import type { EncodedSegment } from './segment-file'

/** Segments of another number of frames than they were said to have. */
export const wrongCount = (expected: number, got: number | 'more') =>
  new PipelineError('conform', 'joining segments', `expected ${expected} frames, got ${got}`, 'render the missing segments again')

/** Holds a segment against what it is joined into. @throws PipelineError if it holds no pictures of that format, or of another size, rate or number. */
export function checkPictures(segment: EncodedSegment, shape: MovieShape, frame: number, format: SequenceFormat): void {
  const wrong = (problem: string, remedy: string) =>
    new PipelineError('conform', `shot ${segment.shotKey}, frame ${segment.firstFrame}`, problem, remedy)
  const { codec } = segment.decoder
  if (codec !== format)
    throw wrong(
      `expected pictures${format === 'png' ? '' : ` in ${format}`}, got ${codec}`,
      codec === 'png' || codec === 'exr' ? `deliver it as a sequence in ${codec}` : 'deliver it as a movie',
    )
  if (segment.width !== shape.width || segment.height !== shape.height)
    throw wrong(`expected ${shape.width}×${shape.height}, got ${segment.width}×${segment.height}`, 'render it again with --force')
  if (segment.fps.num * shape.fps.den !== shape.fps.num * segment.fps.den)
    throw wrong(
      `expected ${shape.fps.num}/${shape.fps.den} frames a second, got ${segment.fps.num}/${segment.fps.den}`,
      'render it again with --force',
    )
  if (frame + segment.packets.length > shape.frames) throw wrongCount(shape.frames, 'more')
}
