import { Speech } from '../../../src/audio'
import { loadFlite } from '../../../src/audio/voices/load-flite'
import { hashOfSpoken } from './spoken'

self.postMessage(hashOfSpoken(Speech.load(await loadFlite())))
