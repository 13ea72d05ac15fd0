/** What programs call a bone, from VRM 1.0's name of it. */
export const DIALECTS = {
  vrm: (n: string) => n,
  mixamo: spelled(
    'mixamorig:',
    { hips: 'Hips', spine: 'Spine', chest: 'Spine1', upperChest: 'Spine2', neck: 'Neck', head: 'Head' },
    (s, p) => `${s === 'left' ? 'Left' : 'Right'}${p}`,
    [
      'Shoulder',
      'Arm',
      'ForeArm',
      'Hand',
      'UpLeg',
      'Leg',
      'Foot',
      'ToeBase',
      'Eye',
      'HandThumb1',
      'HandThumb2',
      'HandMiddle1',
      'HandMiddle3',
    ],
  ),
  unreal: spelled(
    '',
    { hips: 'pelvis', spine: 'spine_01', chest: 'spine_02', upperChest: 'spine_03', neck: 'neck_01', head: 'head' },
    (s, p) => `${p}_${s[0]}`,
    ['clavicle', 'upperarm', 'lowerarm', 'hand', 'thigh', 'calf', 'foot', 'ball', 'eye', 'thumb_01', 'thumb_02', 'middle_01', 'middle_03'],
  ),
  rigify: spelled(
    'DEF-',
    { hips: 'spine', spine: 'spine.001', chest: 'spine.002', upperChest: 'spine.003', neck: 'spine.004', head: 'spine.006' },
    (s, p) => {
      const [, stem, number] = /^(.*?)(\.\d+)?$/.exec(p) ?? []
      return `${stem}.${s === 'left' ? 'L' : 'R'}${number ?? ''}`
    },
    [
      'shoulder',
      'upper_arm',
      'forearm',
      'hand',
      'thigh',
      'shin',
      'foot',
      'toe',
      'eye',
      'thumb.01',
      'thumb.02',
      'f_middle.01',
      'f_middle.03',
    ],
  ),
  biped: spelled(
    'Bip01 ',
    { hips: 'Pelvis', spine: 'Spine', chest: 'Spine1', upperChest: 'Spine2', neck: 'Neck', head: 'Head' },
    (s, p) => `${s === 'left' ? 'L' : 'R'} ${p}`,
    ['Clavicle', 'UpperArm', 'Forearm', 'Hand', 'Thigh', 'Calf', 'Foot', 'Toe0', 'Eye', 'Finger0', 'Finger01', 'Finger2', 'Finger22'],
  ),
  daz: spelled(
    '',
    { hips: 'hip', spine: 'abdomenLower', chest: 'abdomenUpper', upperChest: 'chestLower', neck: 'neckLower', head: 'head' },
    (s, p) => s.charAt(0) + p,
    ['Collar', 'ShldrBend', 'ForearmBend', 'Hand', 'ThighBend', 'Shin', 'Foot', 'Toe', 'Eye', 'Thumb1', 'Thumb2', 'Mid1', 'Mid3'],
  ),
} as const
const LIMBS =
  'Shoulder UpperArm LowerArm Hand UpperLeg LowerLeg Foot Toes Eye ThumbMetacarpal ThumbProximal MiddleProximal MiddleDistal'.split(' ')
function spelled(prefix: string, back: Record<string, string>, sided: (side: string, part: string) => string, parts: readonly string[]) {
  return (name: string): string => {
    const [, side, part] = /^(left|right)(\w+)$/.exec(name) ?? []
    return prefix + (side && part ? sided(side, parts[LIMBS.indexOf(part)] as string) : (back[name] ?? name))
  }
}

/** VRM 0.x' name of a bone: its thumbs have one more that is called proximal. */
export const oldName = (name: string): string =>
  name.replace('ThumbProximal', 'ThumbIntermediate').replace('ThumbMetacarpal', 'ThumbProximal')
