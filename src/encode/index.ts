export * from './animation/index'
export {
  BITS_PER_PIXEL,
  CodecError,
  chooseVideoCodec,
  codecCandidates,
  codecCapabilities,
  type VideoChoice,
  type VideoWish,
} from './choose-codec'
export { av1Level, avcLevel, hevcLevel, vp9Level } from './codec-levels'
export { type AnimationOptions, conformAnimation } from './conform-animation'
export { type ConformOptions, conformMovie } from './conform-movie'
export {
  type ConformedSequence,
  conformSequence,
  PictureSequence,
  SEQUENCE_FILE,
  type SequenceOptions,
  sequenceName,
} from './conform-sequence'
export {
  CONTAINER_FAMILIES,
  CONTAINERS,
  type Container,
  carries,
  codecNamed,
  family,
  holdsPictures,
  isAnimation,
  isSequence,
  isSoundAlone,
  NEAREST_FAMILIES,
  nearestFamily,
  SEQUENCE_FORMATS,
  type SequenceFormat,
  VIDEO_FAMILIES,
  type VideoFamily,
  type WantedCodec,
} from './containers'
export { cryptomatte, type IdSamples } from './cryptomatte'
export { decodePng, pngColours } from './decode-png'
export { frontOf } from './decoder-front'
export * from './document/index'
export { comments, EXR_VALUES, type ExrOptions, encodeExr } from './encode-exr'
export { encodePng, type PngOptions } from './encode-png'
export { encodeSpritePng } from './encode-sprite-png'
export { type ExrAttribute, type ExrChannel, type ExrPicture, exrFile, REC_709 } from './exr-file'
export * from './gltf/index'
export { halfOf, lightOfPicture, pictureOfLight } from './half-light'
export { type MovieShape, type MovieSound, soundPackets } from './movie-muxer'
export {
  type ExrChoice,
  exrChoice,
  openPictureEncoder,
  type Picture,
  type PictureCanvas,
  type PictureChoice,
  type PictureEncoder,
  type PictureLight,
  type PicturePixels,
  type PngChoice,
  pngChoice,
} from './picture-encoder'
export { type PhotoPixels, readPhoto } from './read-photo'
export { SegmentEncoder } from './segment-encoder'
export {
  type DecoderInfo,
  type EncodedSegment,
  type Packet,
  readSegment,
  SEGMENT_FRAMES,
  SegmentError,
  type SegmentHead,
  writeSegment,
} from './segment-file'
export { SequenceEncoder } from './sequence-encoder'
export { type DecodedSound, decodeSound } from './sound/decode-sound'
export {
  canEncodeSound,
  type OpenSoundEncoder,
  openSoundEncoder,
  PACKET_SAMPLES,
  SOUND_CODECS,
  SOUND_RATE,
  type SoundCodec,
  type SoundEncoder,
  type SoundInfo,
} from './sound/sound-encoder'
export { readSoundPart, type SoundPart, SoundPartError, writeSoundPart } from './sound/sound-part'
export * from './sprite-sheet/index'
export { writtenCodec } from './written-codec'
export { zipFiles } from './zip-files'
