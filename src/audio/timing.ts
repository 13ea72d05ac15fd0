import type { FrameRate } from '../film'
import { RATE } from './rate'

/** The first sample of a frame. */
export const sampleOfFrame = (frame: number, { num, den }: FrameRate): number => Math.round((frame * den * RATE) / num)
