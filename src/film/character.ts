import { MANNERISMS } from './mannerisms'
import { HexColour, type Value, z } from './value'

export const HAIR_STYLES = [
  'bald',
  'buzz',
  'crop',
  'short',
  'side-part',
  'curly',
  'afro',
  'bob',
  'shoulder',
  'long',
  'ponytail',
  'bun',
  'braid',
  'mohawk',
  'balding',
  'messy',
  'quiff',
  'undercut',
  'spiky',
  'wavy',
  'locs',
  'braids',
] as const
export const BEARDS = ['none', 'stubble', 'moustache', 'goatee', 'short', 'full'] as const
export const GARMENTS = [
  't-shirt',
  'shirt',
  'sweater',
  'jacket',
  'coat',
  'parka',
  'lab-coat',
  'suit-jacket',
  'vest',
  'dress',
  'skirt',
  'trousers',
  'jeans',
  'shorts',
  'apron',
  'pyjamas',
  'overalls',
  'robe',
  'spacesuit',
  'uniform',
  'shoes',
  'boots',
  'sneakers',
  'bare-feet',
  'gloves',
  'scarf',
  'headscarf',
  'cap',
  'beanie',
  'straw-hat',
  'brim-hat',
  'helmet',
  'space-helmet',
  'diving-mask',
  'headset',
  'glasses',
  'sunglasses',
  'tie',
  'satchel',
  'backpack',
  'belt',
  'necklace',
  'watch',
] as const
export const MATERIALS = ['cotton', 'denim', 'leather', 'wool', 'silk', 'nylon', 'metal', 'plastic', 'straw'] as const

/** What has become of a garment. */
export const CONDITIONS = ['pristine', 'worn', 'dirty', 'damaged', 'bloodied', 'wet'] as const

export const Garment = z.object({
  kind: z.enum(GARMENTS),
  colour: HexColour,
  /** Trim, stripe or lining. */
  accent: HexColour.optional(),
  pattern: z.enum(['plain', 'stripes', 'check', 'dots', 'plaid', 'floral']),
  material: z.enum(MATERIALS),
  /** `dirty`, `torn`, `wet` as far as the script says it. */
  condition: z.enum(CONDITIONS),
  /** Reaches the ankles: gowns, and all skirts of before the First World War. */
  long: z.boolean().optional(),
  /** What else it has been through: torn and bloodied. */
  also: z.array(z.enum(CONDITIONS)).optional(),
})
export type Garment = Value<z.infer<typeof Garment>>

/**
 * What is to be seen on a body besides its own features. The first four belong to the person; the others come and go
 * with the story. Hands and limbs are the right ones, bruises and cuts of the face stand on its left half.
 */
export const BODY_MARKS = [
  'freckles',
  'scar-brow',
  'scar-cheek',
  'wrinkles',
  'black-eye',
  'bruise-cheek',
  'cut-brow',
  'cut-cheek',
  'cut-lip',
  'blood-face',
  'blood-nose',
  'blood-hands',
  'dirt-face',
  'dirt-hands',
  'burn-cheek',
  'plaster-brow',
  'plaster-cheek',
  'eye-patch',
  'bandage-head',
  'bandage-hand',
  'bandage-arm',
  'bandage-leg',
  'sling',
  'wet-skin',
  'make-up',
  'face-paint',
] as const
export type BodyMark = (typeof BODY_MARKS)[number]

/** Where a trait comes from: the script's words, or the seed. */
export const Provenance = z.object({ field: z.string(), from: z.enum(['script', 'seed']), text: z.string(), line: z.int() })

/** What somebody does whenever there is nothing else to do: how the hands rest, whether the fingers drum, and mannerisms. */
export const HABITS = ['pockets', 'pocket', 'hip', 'folded', 'clasped', 'behind', 'drums', ...MANNERISMS] as const
export type Habit = (typeof HABITS)[number]

/** Everything needed to build one person. Depends on name and description alone, never on scene order. */
export const CharacterSpec = z.object({
  /** Script character key; members of a group are `two-men#1`, `two-men#2`. */
  key: z.string(),
  /** Who they are besides: FIRST MAN is `two-men#1`. What chance gives, it gives to both; left out where somebody is only themselves. */
  person: z.string().optional(),
  name: z.string(),
  age: z.number().min(1).max(110),
  sex: z.enum(['female', 'male']),
  heightM: z.number().min(0.6).max(2.3),
  /** 0 gaunt, 0.5 average, 1 very heavy. */
  build: z.number().min(0).max(1),
  /** 0 soft, 1 muscular. */
  muscle: z.number().min(0).max(1),
  /** 0 upright, 1 bent. */
  stoop: z.number().min(0).max(1),
  skin: HexColour,
  eyes: HexColour,
  hair: z.object({ style: z.enum(HAIR_STYLES), colour: HexColour, beard: z.enum(BEARDS) }),
  /** Face shape, each −1 to 1 around an average face. */
  face: z.object({
    width: z.number(),
    jaw: z.number(),
    chin: z.number(),
    cheek: z.number(),
    brow: z.number(),
    noseLength: z.number(),
    noseWidth: z.number(),
    eyeSize: z.number(),
    eyeSpacing: z.number(),
    mouthWidth: z.number(),
    lips: z.number(),
    ears: z.number(),
  }),
  marks: z.array(z.enum(BODY_MARKS)),
  /** Innermost first; at least something on torso, legs and feet. */
  wardrobe: z.array(Garment).min(1),
  /** Mannerisms that words give them; left out where none do, and chance decides. */
  habits: z.array(z.enum(HABITS)).optional(),
  /**
   * A model of the user's that stands in for the body: SHA-256 of its file, and its joints in the T-pose, metres, three numbers
   * a bone in BONES order. Whoever has one moves by these joints.
   */
  model: z.object({ sha256: z.string(), joints: z.array(z.number()) }).optional(),
  provenance: z.array(Provenance),
})
export type CharacterSpec = Value<z.infer<typeof CharacterSpec>>

/** The key that chance goes by: the same for all that are one person. */
export const personKey = (spec: Pick<CharacterSpec, 'key' | 'person'>): string => spec.person ?? spec.key

/** VRM 1.0 humanoid bones this house animates, parents before children. */
export const BONES = [
  'hips',
  'spine',
  'chest',
  'upperChest',
  'neck',
  'head',
  'jaw',
  'leftEye',
  'rightEye',
  'leftShoulder',
  'leftUpperArm',
  'leftLowerArm',
  'leftHand',
  'rightShoulder',
  'rightUpperArm',
  'rightLowerArm',
  'rightHand',
  'leftUpperLeg',
  'leftLowerLeg',
  'leftFoot',
  'leftToes',
  'rightUpperLeg',
  'rightLowerLeg',
  'rightFoot',
  'rightToes',
  'leftThumb',
  'leftIndex',
  'leftFingers',
  'rightThumb',
  'rightIndex',
  'rightFingers',
] as const
export type Bone = (typeof BONES)[number]

/** Index of each bone's parent in BONES; −1 for hips. */
export const BONE_PARENTS: readonly number[] = BONES.map((b) => {
  const side = b.startsWith('left') ? 'left' : b.startsWith('right') ? 'right' : ''
  const part = side ? b.slice(side.length) : b
  const parents: Record<string, string> = {
    hips: '',
    spine: 'hips',
    chest: 'spine',
    upperChest: 'chest',
    neck: 'upperChest',
    head: 'neck',
    jaw: 'head',
    Eye: 'head',
    Shoulder: 'upperChest',
    UpperArm: 'Shoulder',
    LowerArm: 'UpperArm',
    Hand: 'LowerArm',
    UpperLeg: 'hips',
    LowerLeg: 'UpperLeg',
    Foot: 'LowerLeg',
    Toes: 'Foot',
    Thumb: 'Hand',
    Index: 'Hand',
    Fingers: 'Hand',
  }
  const p = parents[part] ?? ''
  if (!p) return -1
  const name = /^[A-Z]/.test(p) ? side + p : p
  return (BONES as readonly string[]).indexOf(name)
})

/** The 15 mouth shapes of the Oculus/VRM convention. */
export const VISEMES = ['sil', 'PP', 'FF', 'TH', 'DD', 'kk', 'CH', 'SS', 'nn', 'RR', 'aa', 'E', 'ih', 'oh', 'ou'] as const
export type Viseme = (typeof VISEMES)[number]

export const EXPRESSIONS = ['joy', 'anger', 'sorrow', 'fear', 'surprise', 'disgust', 'contempt', 'tense'] as const
export type Expression = (typeof EXPRESSIONS)[number]
