import type { UserModel } from '../../../departments/characters'
import { type ActorState, clamp, EXPRESSIONS, type Expression, VISEMES, type Viseme } from '../../../film'
import { FACE_CHANNELS, type FaceChannel } from '../face-shapes'
import { faceWeights } from '../face-weights'

/** What VRM has for a face, by 1.0's names; a mouth by its vowels. */
const PRESETS = ['aa', 'ih', 'ou', 'ee', 'oh', 'happy', 'angry', 'sad', 'relaxed', 'surprised', 'blink', 'blinkLeft', 'blinkRight'] as const
type Preset = (typeof PRESETS)[number]
/** 1.0's names of 0.x' presets; `surprised` is what its files call a group of their own. */
const OLD_NAMES: Readonly<Record<string, Preset>> = {
  a: 'aa',
  i: 'ih',
  u: 'ou',
  e: 'ee',
  o: 'oh',
  joy: 'happy',
  angry: 'angry',
  sorrow: 'sad',
  fun: 'relaxed',
  surprised: 'surprised',
  blink: 'blink',
  blink_l: 'blinkLeft',
  blink_r: 'blinkRight',
}

type Mix = Partial<Record<Preset, number>>
const MOUTHS: Readonly<Record<Viseme, Mix>> = {
  sil: {},
  PP: {},
  FF: { ih: 0.2 },
  TH: { aa: 0.2, ih: 0.15 },
  DD: { ih: 0.35 },
  kk: { ee: 0.3 },
  CH: { ou: 0.35, ih: 0.2 },
  SS: { ih: 0.4 },
  nn: { ih: 0.25 },
  RR: { ou: 0.3, aa: 0.15 },
  aa: { aa: 1 },
  E: { ee: 1 },
  ih: { ih: 1 },
  oh: { oh: 1 },
  ou: { ou: 1 },
}
const FACES: Readonly<Record<Expression, Mix>> = {
  joy: { happy: 1 },
  anger: { angry: 1 },
  sorrow: { sad: 1 },
  fear: { surprised: 0.55, sad: 0.5 },
  surprise: { surprised: 1 },
  disgust: { angry: 0.5, sad: 0.3 },
  contempt: { angry: 0.3, relaxed: 0.25 },
  tense: { angry: 0.35 },
}

/** How far VRM's expressions are on, in PRESETS order. */
function presetWeights(state: Pick<ActorState, 'visemes' | 'expressions' | 'blink'>, hasSides: boolean): number[] {
  const sum: Record<string, number> = {}
  const put = (mix: Mix, w: number) => {
    for (const [name, k] of Object.entries(mix)) sum[name] = (sum[name] ?? 0) + k * w
  }
  VISEMES.forEach((v, i) => {
    put(MOUTHS[v], state.visemes[i] ?? 0)
  })
  EXPRESSIONS.forEach((e, i) => {
    put(FACES[e], state.expressions[i] ?? 0)
  })
  const [left, right] = state.blink
  put(hasSides ? { blinkLeft: left, blinkRight: right } : { blink: (left + right) / 2 }, 1)
  return PRESETS.map((p) => clamp(sum[p] ?? 0, 0, 1))
}

/** Our channels by what others call a morph target: ours, and Apple's 52 of ARKit, one half of a pair standing for both. */
const NAMES: Readonly<Record<string, FaceChannel>> = {
  ...Object.fromEntries(FACE_CHANNELS.map((c) => [c.toLowerCase(), c])),
  jawopen: 'jawOpen',
  mouthstretchleft: 'wide',
  mouthstretchright: 'wide',
  mouthfunnel: 'round',
  mouthpucker: 'round',
  mouthpressleft: 'press',
  mouthpressright: 'press',
  mouthupperupleft: 'lipLift',
  mouthupperupright: 'lipLift',
  mouthsmileleft: 'smile',
  mouthsmileright: 'smile',
  mouthfrownleft: 'frown',
  mouthfrownright: 'frown',
  browup: 'browUpL',
  browouterupleft: 'browUpL',
  browouterupright: 'browUpR',
  browdownleft: 'browDown',
  browdownright: 'browDown',
  browinnerup: 'browSad',
  eyesquintleft: 'squint',
  eyesquintright: 'squint',
  eyewideleft: 'eyeWide',
  eyewideright: 'eyeWide',
  eyeblinkleft: 'blinkL',
  eyeblinkright: 'blinkR',
}

/** One morph target of a mesh and what moves it. */
export interface FaceDriver {
  /** Of the primitive's targets. */
  readonly target: number
  /** Which list of weights, and places in it with their shares. */
  readonly by: 'channels' | 'presets' | 'visemes'
  readonly parts: readonly (readonly [place: number, share: number])[]
}

/** The targets of a mesh that a face of ours moves: by the names of its targets if they say enough, else by VRM's expressions. */
export function faceDrivers({ glb }: UserModel, mesh: number): FaceDriver[] {
  const { json } = glb
  const names = json.meshes?.[mesh]?.extras?.targetNames ?? []
  const channels = names.flatMap((name, target): FaceDriver[] => {
    const channel = NAMES[name.replace(/^.*[.:]/, '').toLowerCase()]
    return channel ? [{ target, by: 'channels', parts: [[FACE_CHANNELS.indexOf(channel), 1]] }] : []
  })
  const has = (channel: FaceChannel) => channels.some((d) => d.parts[0]?.[0] === FACE_CHANNELS.indexOf(channel))
  if (has('jawOpen') && has('blinkL')) return channels
  const presets = presetDrivers({ glb }, mesh)
  if (presets.length > 0) return presets
  const visemes = names.flatMap((name, target): FaceDriver[] => {
    const said = /(?:^|[._])(?:viseme|v)_(\w+)$/i.exec(name)?.[1]?.toLowerCase()
    const place = VISEMES.findIndex((v) => v.toLowerCase() === said || { i: 'ih', o: 'oh', u: 'ou' }[said ?? ''] === v)
    return said !== undefined && place >= 0 ? [{ target, by: 'visemes', parts: [[place, 1]] }] : []
  })
  const old = names.flatMap((name, target): FaceDriver[] => {
    const preset = oldPreset(name)
    return preset ? [{ target, by: 'presets', parts: [[PRESETS.indexOf(preset), 1]] }] : []
  })
  if (visemes.length === 0 && old.length > channels.length) return old
  return [...visemes, ...channels.filter((d) => visemes.length === 0 || d.parts[0]?.[0] !== FACE_CHANNELS.indexOf('jawOpen'))]
}

/** The expression that a target's name means in 0.x' manner: `A`, `Blink_L`, VRoid's `Fcl_MTH_A` and `Fcl_EYE_Close`. */
function oldPreset(name: string): Preset | undefined {
  const word = name
    .replace(/^.*[.:]/, '')
    .toLowerCase()
    .replace(/^(?:\w+_)?fcl_(?:all|mth|eye)_/, '')
    .replace(/^close/, 'blink')
  return OLD_NAMES[word]
}

function presetDrivers({ glb }: Pick<UserModel, 'glb'>, mesh: number): FaceDriver[] {
  const { json } = glb
  const found = new Map<number, [number, number][]>()
  const bind = (preset: string, target: number, share: number) => {
    const place = PRESETS.indexOf(preset as Preset)
    if (place >= 0 && share > 0) found.set(target, [...(found.get(target) ?? []), [place, share]])
  }
  for (const [preset, { morphTargetBinds }] of Object.entries(json.extensions?.VRMC_vrm?.expressions?.preset ?? {}))
    for (const { node, index, weight } of morphTargetBinds ?? []) if (json.nodes?.[node ?? -1]?.mesh === mesh) bind(preset, index, weight)
  for (const { presetName, name, binds } of json.extensions?.VRM?.blendShapeMaster?.blendShapeGroups ?? [])
    for (const b of binds ?? [])
      if (b.mesh === mesh)
        bind(OLD_NAMES[presetName?.toLowerCase() ?? ''] ?? OLD_NAMES[name?.toLowerCase() ?? ''] ?? '', b.index, b.weight / 100)
  return [...found].map(([target, parts]) => ({ target, by: 'presets', parts }))
}

/** How far each driven target is on. */
export function drivenWeights(drivers: readonly FaceDriver[], state: Pick<ActorState, 'visemes' | 'expressions' | 'blink'>): number[] {
  const side = PRESETS.indexOf('blinkLeft')
  const lists = {
    channels: drivers.some((d) => d.by === 'channels') ? faceWeights(state) : [],
    presets: presetWeights(
      state,
      drivers.some((d) => d.by === 'presets' && d.parts.some(([place]) => place === side)),
    ),
    visemes: state.visemes,
  }
  return drivers.map(({ by, parts }) =>
    clamp(
      parts.reduce((sum, [place, share]) => sum + (lists[by][place] ?? 0) * share, 0),
      0,
      1,
    ),
  )
}
