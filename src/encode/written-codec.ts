/**
 * The codec string of what an encoder really wrote, from the configuration it puts in front of its packets; `configured`
 * where there is none to read.
 * @param description avcC (ISO/IEC 14496-15, 5.3.3.1) or hvcC (8.3.3.1).
 */
export function writtenCodec(configured: string, description: Uint8Array | undefined): string {
  if (!description) return configured
  if (configured.startsWith('avc') && description.length > 3) return `avc1.${[1, 2, 3].map((i) => byteHex(description[i]!)).join('')}`
  if (configured.startsWith('hvc') || configured.startsWith('hev')) return hevcString(description) ?? configured
  return configured
}

/** ISO/IEC 14496-15, annex E.3: profile space and profile, compatibility flags from last to first, tier and level, constraints. */
function hevcString(hvcc: Uint8Array): string | undefined {
  if (hvcc.length < 13) return undefined
  const space = ['', 'A', 'B', 'C'][hvcc[1]! >> 6]
  const tier = hvcc[1]! & 0x20 ? 'H' : 'L'
  let flags = 0
  const compatibility = new DataView(hvcc.buffer, hvcc.byteOffset).getUint32(2)
  for (let i = 0; i < 32; i++) if (compatibility & (1 << i)) flags |= 1 << (31 - i)
  const constraints = Array.from(hvcc.subarray(6, 12))
  while (constraints.at(-1) === 0) constraints.pop()
  const rest = constraints.map((b) => `.${b.toString(16).toUpperCase()}`).join('')
  return `hvc1.${space}${hvcc[1]! & 0x1f}.${(flags >>> 0).toString(16).toUpperCase()}.${tier}${hvcc[12]!}${rest}`
}

const byteHex = (b: number) => b.toString(16).padStart(2, '0')
