import type { SetSpec } from '../../film'
import { type SetBox, setBoxes } from './set-boxes'

/** A set as solids for light to meet. Lamps shine by their slots in the light plan, so their own boxes give no light a second time. */
export const solidBoxes = (set: SetSpec): Omit<SetBox, 'glowKey'>[] =>
  setBoxes(set).map(({ center, half, yaw, albedo }) => ({ center, half, yaw, albedo }))
