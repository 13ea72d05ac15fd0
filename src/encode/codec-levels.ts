import type { FrameRate } from '../film'

/** Level as its codec string writes it, largest picture and largest rate in the codec's own units. */
type Level = readonly [level: number, picture: number, rate: number]

/** Level number ×10, largest frame and largest rate in macroblocks (ITU-T H.264, table A-1). */
const AVC_LEVELS: readonly Level[] = [
  [30, 1620, 40500],
  [31, 3600, 108000],
  [32, 5120, 216000],
  [40, 8192, 245760],
  [42, 8704, 522240],
  [50, 22080, 589824],
  [51, 36864, 983040],
  [52, 36864, 2073600],
  [60, 139264, 4177920],
  [61, 139264, 8355840],
  [62, 139264, 16711680],
]

/** Level number ×30, largest luma picture and luma samples a second (ITU-T H.265, tables A.8 and A.9). */
const HEVC_LEVELS: readonly Level[] = [
  [90, 552960, 16588800],
  [93, 983040, 33177600],
  [120, 2228224, 66846720],
  [123, 2228224, 133693440],
  [150, 8912896, 267386880],
  [153, 8912896, 534773760],
  [156, 8912896, 1069547520],
  [180, 35651584, 1069547520],
  [183, 35651584, 2139095040],
  [186, 35651584, 4278190080],
]

/** Level number ×10, largest luma picture and luma samples a second (VP9 bitstream specification 0.7, annex A). */
const VP9_LEVELS: readonly Level[] = [
  [41, 2228224, 160432128],
  [50, 8912896, 311951360],
  [51, 8912896, 588251136],
  [52, 8912896, 1176502272],
  [60, 35651584, 1176502272],
  [61, 35651584, 2353004544],
  [62, 35651584, 4706009088],
]

/** `seq_level_idx`, MaxPicSize and MaxDisplayRate (AV1 bitstream specification, annex A.3). */
const AV1_LEVELS: readonly Level[] = [
  [8, 2359296, 70778880],
  [9, 2359296, 141557760],
  [12, 8912896, 267386880],
  [13, 8912896, 534773760],
  [14, 8912896, 1069547520],
  [16, 35651584, 1069547520],
  [17, 35651584, 2139095040],
  [18, 35651584, 4278190080],
]

const lowest = (levels: readonly Level[], picture: number, fps: FrameRate): number | undefined =>
  levels.find(([, most, rate]) => picture <= most && (picture * fps.num) / fps.den <= rate)?.[0]

/** The lowest H.264 level from 3 that holds a size and rate, ×10; undefined above 6.2. */
export const avcLevel = (width: number, height: number, fps: FrameRate): number | undefined =>
  lowest(AVC_LEVELS, Math.ceil(width / 16) * Math.ceil(height / 16), fps)

/** The lowest H.265 level from 3 that holds a size and rate, ×30; undefined above 6.2. */
export const hevcLevel = (width: number, height: number, fps: FrameRate): number | undefined => lowest(HEVC_LEVELS, width * height, fps)

/** The lowest VP9 level from 4.1 that holds a size and rate, ×10; undefined above 6.2. */
export const vp9Level = (width: number, height: number, fps: FrameRate): number | undefined => lowest(VP9_LEVELS, width * height, fps)

/** The lowest AV1 `seq_level_idx` from 8 (level 4.0) that holds a size and rate; undefined above 6.2. */
export const av1Level = (width: number, height: number, fps: FrameRate): number | undefined => lowest(AV1_LEVELS, width * height, fps)
