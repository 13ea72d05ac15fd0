import type { Performance } from '../../film'
import type { DeedKind } from './lexicon'

type Act = Performance['acts'][number]
interface ActShape {
  readonly verb: Act['verb']
  readonly seconds: number
  readonly energy: number
  readonly hand?: 'left' | 'right' | 'both'
}

/** What hands and head do for a deed, and for how long. Deeds that only move the body have none. */
export const ACT_FOR: Readonly<Partial<Record<DeedKind, ActShape>>> = {
  take: { verb: 'pick-up', seconds: 1.5, energy: 0.5, hand: 'right' },
  drop: { verb: 'put-down', seconds: 1.5, energy: 0.5, hand: 'right' },
  give: { verb: 'hand-over', seconds: 1.6, energy: 0.5, hand: 'right' },
  throw: { verb: 'throw', seconds: 1.1, energy: 0.8, hand: 'right' },
  open: { verb: 'open', seconds: 1.3, energy: 0.5, hand: 'right' },
  gesture: { verb: 'gesture', seconds: 2.2, energy: 0.6 },
  point: { verb: 'point', seconds: 1.6, energy: 0.6, hand: 'right' },
  wave: { verb: 'wave', seconds: 1.8, energy: 0.6, hand: 'right' },
  nod: { verb: 'nod', seconds: 1.1, energy: 0.5 },
  shake: { verb: 'shake-head', seconds: 1.4, energy: 0.5 },
  shrug: { verb: 'shrug', seconds: 1.2, energy: 0.5 },
  drink: { verb: 'drink', seconds: 2.2, energy: 0.4, hand: 'right' },
  eat: { verb: 'eat', seconds: 2.4, energy: 0.4, hand: 'right' },
  pour: { verb: 'pour', seconds: 2.4, energy: 0.4, hand: 'right' },
  smoke: { verb: 'smoke', seconds: 2.6, energy: 0.4, hand: 'right' },
  read: { verb: 'read', seconds: 4, energy: 0.4, hand: 'both' },
  write: { verb: 'write', seconds: 3, energy: 0.4, hand: 'right' },
  type: { verb: 'type', seconds: 3, energy: 0.5, hand: 'both' },
  phone: { verb: 'phone', seconds: 4, energy: 0.4, hand: 'right' },
  knock: { verb: 'knock', seconds: 1.3, energy: 0.6, hand: 'right' },
  push: { verb: 'push', seconds: 1.6, energy: 0.7, hand: 'both' },
  pull: { verb: 'pull', seconds: 1.6, energy: 0.7, hand: 'right' },
  punch: { verb: 'punch', seconds: 0.9, energy: 0.9, hand: 'right' },
  kick: { verb: 'kick', seconds: 0.9, energy: 0.9 },
  aim: { verb: 'aim', seconds: 5, energy: 0.7, hand: 'right' },
  jump: { verb: 'jump', seconds: 1.1, energy: 0.9 },
  climb: { verb: 'climb', seconds: 2.6, energy: 0.7 },
  hug: { verb: 'hug', seconds: 2.4, energy: 0.5, hand: 'both' },
  laugh: { verb: 'laugh', seconds: 2, energy: 0.7 },
  cry: { verb: 'cry', seconds: 2.6, energy: 0.6 },
  sleep: { verb: 'sleep', seconds: 60, energy: 0.2 },
  dance: { verb: 'dance', seconds: 5, energy: 0.7 },
  wipe: { verb: 'wipe', seconds: 2.6, energy: 0.5, hand: 'right' },
  raise: { verb: 'hands-up', seconds: 4, energy: 0.5, hand: 'both' },
  fold: { verb: 'fold-arms', seconds: 5, energy: 0.3, hand: 'both' },
  fall: { verb: 'fall', seconds: 1.2, energy: 0.9 },
  crouch: { verb: 'crouch', seconds: 2, energy: 0.5 },
  startle: { verb: 'flinch', seconds: 0.8, energy: 0.8 },
  carry: { verb: 'carry', seconds: 6, energy: 0.4, hand: 'right' },
  work: { verb: 'reach', seconds: 2.4, energy: 0.4, hand: 'right' },
  lean: { verb: 'lean-in', seconds: 1.6, energy: 0.4 },
}

/** The act of a deed, where its words narrow it: `shakes hands`, `looks around`, `looks down`, `lowers the gun`. */
export function actFor(kind: DeedKind, rest: readonly string[]): ActShape | undefined {
  if (kind === 'shake' && (rest.includes('hands') || rest.includes('hand')))
    return { verb: 'shake-hands', seconds: 1.8, energy: 0.5, hand: 'right' }
  if (kind === 'look') {
    if (rest.includes('around') || rest.includes('about')) return { verb: 'look-around', seconds: 2.2, energy: 0.4 }
    if (rest.includes('down') || rest.includes('floor') || rest.includes('ground') || rest.includes('hands'))
      return { verb: 'look-down', seconds: 1.8, energy: 0.4 }
    return undefined
  }
  if (kind === 'frown' && rest.includes('arms')) return { verb: 'fold-arms', seconds: 4, energy: 0.3, hand: 'both' }
  return ACT_FOR[kind]
}
