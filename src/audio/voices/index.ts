export { looksEnglish } from './looks-english'
export { canSpeak } from './speakable'
export { Speech, type SpokenSound } from './speech'
export { SpeechError } from './speech-error'
