import { artifactFields, LinearRgb, Quat, type Value, Vec3, z } from './value'

/** One person in one frame. */
export const ActorState = z.object({
  key: z.string(),
  /** Of the hips' ground point, metres. */
  position: Vec3,
  /** Radians about y; 0 faces +z. */
  yaw: z.number(),
  /** Position of the hips joint in the frame of `position` and `yaw`, metres. */
  hips: Vec3,
  /** Local rotation of every bone in BONES order, x y z w each; identity is the T-pose, VRM 1.0 axes (face +z, left arm +x). */
  bones: z.array(z.number()),
  /** Weight of every viseme in VISEMES order. */
  visemes: z.array(z.number()),
  /** Weight of every expression in EXPRESSIONS order. */
  expressions: z.array(z.number()),
  /** Lids: 0 open, 1 shut [left, right]. */
  blink: z.tuple([z.number(), z.number()]),
  /** Brows that are raised each by itself, 0 to 1 [left, right]; left out where none is. */
  brows: z.tuple([z.number(), z.number()]).optional(),
  /** Eyes in the head's frame, radians: yaw to their left is positive, pitch up is positive. */
  gaze: z.tuple([z.number(), z.number()]),
  /** Which feet carry weight on the floor [left, right]. */
  planted: z.tuple([z.boolean(), z.boolean()]),
  speaking: z.boolean(),
})
export type ActorState = Value<z.infer<typeof ActorState>>

/** Everything visible in one frame, as plain data. A pure function of (ShotSlice, frame). */
export const FrameState = z.looseObject({
  ...artifactFields('FrameState'),
  shotKey: z.string(),
  /** Frame in the shot. */
  frame: z.int().nonnegative(),
  /** Seconds from the shot's start. */
  timeS: z.number(),
  camera: z.object({
    position: Vec3,
    quaternion: Quat,
    /** Vertical field of view for the plan's aspect, radians. */
    fovY: z.number(),
    focusDistanceM: z.number(),
    fStop: z.number(),
    lensMm: z.number(),
  }),
  actors: z.array(ActorState),
  /** Hand props and anything else that moves. */
  props: z.array(
    z.object({ key: z.string(), prop: z.string(), colour: z.string().optional(), position: Vec3, quaternion: Quat, visible: z.boolean() }),
  ),
  doors: z.record(z.string(), z.number()),
  /** What is driven, where the set travels: metres driven, how it moves on its springs, how far its wheel is turned. */
  ride: z
    .object({
      travelledM: z.number(),
      /** Metres up. */
      heave: z.number(),
      /** Radians: nose up, left side up, nose to the left. */
      pitch: z.number(),
      roll: z.number(),
      yaw: z.number(),
      /** Of the steering wheel, radians, to the left. */
      steer: z.number(),
    })
    .optional(),
  lights: z.object({
    /** Multipliers after flicker, in LightPlan order. */
    sun: z.number(),
    spots: z.array(z.number()),
    points: z.array(z.number()),
    glow: z.record(z.string(), z.number()),
    ambient: z.number(),
    /** Where lamps that pass are now, metres along z from where the plan has them. */
    passingM: z.number().optional(),
  }),
  weather: z.object({
    rain: z.number(),
    snow: z.number(),
    wind: z.number(),
    windDirection: z.number(),
    wet: z.number(),
    cover: z.number().optional(),
  }),
  fog: z.object({ colour: LinearRgb, density: z.number() }),
  exposure: z.number(),
  /** 1 = the picture, 0 = black. */
  level: z.number(),
})
export type FrameState = Value<z.infer<typeof FrameState>>
