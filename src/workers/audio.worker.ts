import { expose } from 'comlink'
import { AudioDoor } from './audio-door'

expose(AudioDoor)
