import { add } from './math'
import type { SetSpec } from './set'
import type { Vec3 } from './value'

/** Where a vehicle's steering wheel is: its middle in the vehicle's frame, metres, and how far its column leans, radians. */
export interface Steering {
  readonly at: Vec3
  readonly lean: number
}

/** Steering wheels by what is driven. */
export const STEERING: Readonly<Record<string, Steering>> = {
  'open-car': { at: [-0.38, 0.76, 0.44], lean: 0.45 },
  pickup: { at: [0.46, 0.99, 0.47], lean: 0.42 },
  sedan: { at: [0.45, 0.79, 0.44], lean: 0.42 },
}

/** From a steering wheel's middle to the middle of its rim, metres. */
export const WHEEL_RADIUS_M = 0.19

/** A steering wheel of a set, world space; `turns` where it is driven, and turns with the road. */
export interface SteeringWheel extends Steering {
  readonly yaw: number
  readonly turns: boolean
}

/** Every steering wheel that somebody in a set may hold. */
export const steeringWheels = ({ placements, travel }: Pick<SetSpec, 'placements' | 'travel'>): readonly SteeringWheel[] =>
  placements.flatMap(({ key, prop, position, yaw }): SteeringWheel[] => {
    const own = STEERING[prop]
    if (!own) return []
    const [x, y, z] = own.at
    const [s, c] = [Math.sin(yaw), Math.cos(yaw)]
    return [{ at: add(position, [x * c + z * s, y, z * c - x * s]), lean: own.lean, yaw, turns: travel?.ride === key }]
  })
