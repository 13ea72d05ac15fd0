import { type ActorState, clamp, EXPRESSIONS, type Expression, VISEMES, type Viseme } from '../../film'
import { FACE_CHANNELS, type FaceChannel } from './face-shapes'

type Mix = Partial<Record<FaceChannel, number>>

const MOUTHS: Readonly<Record<Viseme, Mix>> = {
  sil: {},
  PP: { press: 0.95 },
  FF: { press: 0.5, lipLift: 0.4, jawOpen: 0.03 },
  TH: { jawOpen: 0.2, lipLift: 0.2, wide: 0.15 },
  DD: { jawOpen: 0.2, lipLift: 0.18, wide: 0.25 },
  kk: { jawOpen: 0.26, wide: 0.15 },
  CH: { jawOpen: 0.14, round: 0.55, lipLift: 0.5 },
  SS: { jawOpen: 0.08, wide: 0.6, lipLift: 0.55 },
  nn: { jawOpen: 0.16, wide: 0.2, lipLift: 0.12 },
  RR: { jawOpen: 0.18, round: 0.42, lipLift: 0.2 },
  aa: { jawOpen: 0.66, wide: 0.12, lipLift: 0.12 },
  E: { jawOpen: 0.42, wide: 0.6, lipLift: 0.25 },
  ih: { jawOpen: 0.28, wide: 0.72, lipLift: 0.25 },
  oh: { jawOpen: 0.46, round: 0.72 },
  ou: { jawOpen: 0.16, round: 1 },
}
const FACES: Readonly<Record<Expression, Mix>> = {
  joy: { smile: 1, squint: 0.45, browUpL: 0.22, browUpR: 0.22, lipLift: 0.12, jawOpen: 0.06 },
  anger: { browDown: 1, squint: 0.5, frown: 0.6, press: 0.45, lipLift: 0.12, blinkL: 0.1, blinkR: 0.1 },
  sorrow: { browSad: 1, frown: 0.8, squint: 0.12, blinkL: 0.12, blinkR: 0.12 },
  fear: { browSad: 0.7, browUpL: 0.65, browUpR: 0.65, eyeWide: 1, wide: 0.45, jawOpen: 0.16 },
  surprise: { browUpL: 1, browUpR: 1, eyeWide: 0.85, jawOpen: 0.38, round: 0.22 },
  disgust: { lipLift: 0.9, browDown: 0.6, squint: 0.5, frown: 0.45 },
  contempt: { smirk: 1, browDown: 0.3, squint: 0.4, blinkL: 0.24, blinkR: 0.24, press: 0.25 },
  tense: { browDown: 0.55, browSad: 0.4, press: 0.8, squint: 0.5, wide: 0.2 },
}

/** Morph weights in FACE_CHANNELS order for one frame: visemes, expressions and lids together, each 0 to 1. */
export function faceWeights(state: Pick<ActorState, 'visemes' | 'expressions' | 'blink' | 'brows'>): number[] {
  const sum = new Map<FaceChannel, number>()
  const put = (mix: Mix, w: number) => {
    for (const [c, k] of Object.entries(mix) as [FaceChannel, number][]) sum.set(c, (sum.get(c) ?? 0) + k * w)
  }
  VISEMES.forEach((v, i) => {
    const w = state.visemes[i] ?? 0
    if (w > 0) put(MOUTHS[v], w)
  })
  EXPRESSIONS.forEach((e, i) => {
    const w = state.expressions[i] ?? 0
    if (w > 0) put(FACES[e], w)
  })
  const get = (c: FaceChannel) => clamp(sum.get(c) ?? 0, 0, 1)
  const squint = get('squint')
  return FACE_CHANNELS.map((c) => {
    if (c === 'blinkL' || c === 'blinkR') {
      // A squinting or wide eye has another way to go until it is shut.
      const shut = Math.max(state.blink[c === 'blinkL' ? 0 : 1], get(c))
      return clamp(shut * (1 - 0.28 * squint), 0, 1)
    }
    if (c === 'browUpL' || c === 'browUpR') return Math.max(get(c), state.brows?.[c === 'browUpL' ? 0 : 1] ?? 0)
    if (c === 'eyeWide' || c === 'squint') return get(c) * (1 - 0.7 * Math.max(state.blink[0], state.blink[1]))
    // A mouth pressed shut cannot be open.
    if (c === 'press') return get(c) * (1 - get('jawOpen'))
    return get(c)
  })
}
