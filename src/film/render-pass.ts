/** Every pass of a frame, as the command line and the app name them. */
export const PASS_NAMES = [
  'beauty',
  'depth',
  'normal',
  'position',
  'motion',
  'albedo',
  'ao',
  'shadow',
  'object',
  'material',
  'character',
] as const
export type PassName = (typeof PASS_NAMES)[number]

/** Passes that say whose a pixel is. */
export const ID_PASSES = ['object', 'material', 'character'] as const satisfies readonly PassName[]
export type IdPass = (typeof ID_PASSES)[number]
/** Passes that measure something. */
export type MeasuredPass = Exclude<PassName, IdPass>

/** What a pass's numbers mean: it stands in files, and beside menus. */
export const PASS_MEANING: Readonly<Record<PassName, string>> = {
  beauty: 'Scene light before lens blur, bloom, grade and view, with occlusion and air; exposed, linear, Rec. 709 primaries.',
  depth: 'Metres along the camera’s view; 1e10 where there is nothing but sky.',
  normal: 'Which way surfaces face, with their relief: world space, y up; 0 for the sky.',
  position: 'Where surfaces are: metres, world space, y up; 0 for the sky.',
  motion: 'How far what is seen moves, pixels, x right, y up: forward to where the next frame has it, backward to the one before.',
  albedo: 'The colour of surfaces by themselves, linear, Rec. 709 primaries.',
  ao: 'How much of what is round a point is open, 0 to 1.',
  shadow: 'The share of direct light that nothing stands in the way of, 0 to 1; 1 where none would fall.',
  object: 'Whose a pixel is: set, surroundings, person, prop, door, or a thing of the set, by its key.',
  material: 'What a pixel is made of.',
  character: 'Which person a pixel shows.',
}

/** Channels of a pass in a file: as OpenEXR and Nuke call them, where they have a name for it. */
export const PASS_CHANNELS: Readonly<Record<MeasuredPass, readonly string[]>> = {
  beauty: ['R', 'G', 'B'],
  depth: ['Z'],
  normal: ['N.X', 'N.Y', 'N.Z'],
  position: ['P.X', 'P.Y', 'P.Z'],
  motion: ['forward.u', 'forward.v', 'backward.u', 'backward.v'],
  albedo: ['albedo.R', 'albedo.G', 'albedo.B'],
  ao: ['AO.Y'],
  shadow: ['shadow.Y'],
}

/** Distance of the sky. */
export const SKY_DEPTH = 1e10
