/** A JSON and a binary part as one file (Khronos glTF 2.0, 4.4). */
export function packedGlb(json: object, bin: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const room = (n: number) => Math.ceil(n / 4) * 4
  const out = new Uint8Array(12 + 8 + room(text.length) + 8 + room(bin.length))
  const view = new DataView(out.buffer)
  const chunk = (at: number, kind: number, bytes: Uint8Array, spare: number) => {
    view.setUint32(at, room(bytes.length), true)
    view.setUint32(at + 4, kind, true)
    out.fill(spare, at + 8, at + 8 + room(bytes.length))
    out.set(bytes, at + 8)
  }
  view.setUint32(0, 0x46546c67, true)
  view.setUint32(4, 2, true)
  view.setUint32(8, out.length, true)
  chunk(12, 0x4e4f534a, text, 0x20)
  chunk(20 + room(text.length), 0x004e4942, bin, 0)
  return out
}
