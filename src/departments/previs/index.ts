export { type ShotListOptions, shootScene, shotList } from './shot-list'
export { actionSeconds, countWords, speechSeconds, WORDS_A_MINUTE } from './timing'
