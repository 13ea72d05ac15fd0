import { comments, cryptomatte, type ExrAttribute, type ExrChannel, encodePng, exrFile, halfOf, REC_709 } from '../encode'
import { type FrameRate, ID_PASSES, type MeasuredPass, PASS_CHANNELS, PASS_MEANING, PASS_NAMES, type PassName } from '../film'
import type { FramePasses } from '../render'
import { passView } from '../render/passes/pass-view'

/** Passes whose numbers half floats would not hold. */
const IN_FLOATS: readonly MeasuredPass[] = ['depth', 'position']

/** Layers of ids, as the field calls them. */
const CRYPTOMATTES = { object: 'CryptoObject', material: 'CryptoMaterial', character: 'CryptoCharacter' } as const

/** Passes as one OpenEXR: a layer each, ids as Cryptomatte; what each means is in `comments`. */
export function passesExr(passes: FramePasses, fps: FrameRate): Uint8Array {
  const { width, height, measured, ids } = passes
  const channels: ExrChannel[] = []
  const attributes: ExrAttribute[] = [REC_709]
  const about: string[] = []
  for (const name of PASS_NAMES) {
    const values = measured.get(name as MeasuredPass)
    const layer = ids.get(name as keyof typeof CRYPTOMATTES)
    if (values) {
      const names = PASS_CHANNELS[name as MeasuredPass]
      const stored = IN_FLOATS.includes(name as MeasuredPass) ? values : Uint16Array.from(values, halfOf)
      names.forEach((channel, first) => {
        channels.push({ name: channel, values: stored, first, step: names.length })
      })
      about.push(`${names.join(' ')}: ${PASS_MEANING[name]}`)
    }
    if (layer) {
      const type = CRYPTOMATTES[name as keyof typeof CRYPTOMATTES]
      const made = cryptomatte(type, layer, width * height)
      channels.push(...made.channels)
      attributes.push(...made.attributes)
      about.push(`${type}: ${PASS_MEANING[name]} Cryptomatte.`)
    }
  }
  return exrFile({ width, height, channels, attributes: [...attributes, comments(about.join('\n'))], fps })
}

/** Each pass as a PNG to look at, by what it is called. */
export async function passViews(passes: FramePasses): Promise<ReadonlyMap<string, Uint8Array>> {
  const { width, height } = passes
  const files = new Map<string, Uint8Array>()
  for (const name of PASS_NAMES) {
    if (!isThere(passes, name)) continue
    files.set(`${name}.png`, await encodePng(passView(passes, name), width, height))
  }
  return files
}

const isThere = ({ measured, ids }: FramePasses, name: PassName): boolean =>
  (ID_PASSES as readonly PassName[]).includes(name) ? ids.has(name as never) : measured.has(name as never)
