import { isWindowRole } from '../bounce-volume'

/**
 * How much of a lamp's light is seen in the air, by its role. A lamp that somebody sees shines through it whole; a rim or
 * a fill stands where no lamp is, and a beam out of nothing would tell.
 */
export function beamShare(role: string): number {
  if (/^(?:unused|rim|fill|dials|headlights)$/.test(role)) return 0
  if (role === 'wash' || role.startsWith('rig:') || /\bsoft\b/.test(role)) return 0.25
  return isWindowRole(role) ? 0.05 : 1
}
