import { APP } from './app-verb'
import { CAMERA } from './camera-verb'
import { CAST } from './cast-verb'
import { CATALOGUE } from './catalogue-verb'
import type { Verb } from './command'
import { EQUIPMENT } from './equipment-verb'
import { FLOORPLAN } from './floorplan-verb'
import { GLTF } from './gltf-verb'
import { CLEAN, CREATE, LIST } from './library-verbs'
import { LIGHTPLOT } from './lightplot-verb'
import { MATCH } from './match-verb'
import { PLAN_VERBS } from './plan-verbs'
import { ESTIMATE, INFO, VALIDATE } from './production-verbs'
import { RUN } from './run-verb'
import { SCOUT } from './scout-verb'
import { SOUND } from './sound-verb'
import { SPRITES } from './sprites-verb'
import { SHEET, STILL } from './still-verbs'
import { STYLE_IMAGE } from './style-verb'

/** Every verb, in the order the help shows them. */
export const VERBS: readonly Verb[] = [
  RUN,
  VALIDATE,
  INFO,
  ESTIMATE,
  STILL,
  SHEET,
  CAST,
  SPRITES,
  SOUND,
  STYLE_IMAGE,
  FLOORPLAN,
  LIGHTPLOT,
  EQUIPMENT,
  SCOUT,
  MATCH,
  CAMERA,
  GLTF,
  CATALOGUE,
  ...PLAN_VERBS,
  LIST,
  CREATE,
  CLEAN,
  APP,
]
