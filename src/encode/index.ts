export {
  avcLevel,
  BITS_PER_PIXEL,
  chooseVideoCodec,
  codecCandidates,
  type VideoChoice,
  type VideoFamily,
  type VideoWish,
} from './choose-codec'
export { type ConformOptions, conformMovie, family, type MovieShape } from './conform-movie'
export { encodePng, type PngOptions } from './encode-png'
export { SegmentEncoder, type SegmentHead } from './segment-encoder'
export { type DecoderInfo, type EncodedSegment, type Packet, readSegment, SEGMENT_FRAMES, SegmentError, writeSegment } from './segment-file'
