export { deliveryOf } from './delivery-of'
export { soundOfPlace } from './sound-of-place'
export { type Speaker, TOLD_APART, type VoiceWish, voiceDistance, voiceOf, voicesOf } from './voice-of'
