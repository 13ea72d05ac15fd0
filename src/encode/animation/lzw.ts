/** Codes have twelve bits at most. */
const MOST_CODES = 4096
/** Twice the codes and more, so that hardly two meet. */
const SLOTS = 1 << 14

/**
 * GIF's image data: the least code size, LZW with codes that grow, in blocks of at most 255 bytes (GIF89a, appendix F).
 * @param bits of an index, 2 to 8.
 */
export function lzwBlocks(indices: Uint8Array, bits: number): Uint8Array<ArrayBuffer> {
  const clear = 1 << bits
  // In hash order: prefix and index as one number, and the code they have.
  const keys = new Int32Array(SLOTS).fill(-1)
  const codes = new Uint16Array(SLOTS)
  let next = clear + 2
  let size = bits + 1

  let out = new Uint8Array(1024)
  let end = 1
  let held = 0
  let heldBits = 0
  const emit = (code: number): void => {
    held |= code << heldBits
    heldBits += size
    while (heldBits >= 8) {
      if (end === out.length) out = grown(out)
      out[end++] = held & 255
      held >>>= 8
      heldBits -= 8
    }
  }

  out[0] = bits
  emit(clear)
  let prefix = indices[0]!
  for (let i = 1; i < indices.length; i++) {
    const key = (prefix << 8) | indices[i]!
    let slot = Math.imul(key, 0x9e3779b1) >>> 18
    while (keys[slot] !== -1 && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1)
    if (keys[slot] === key) {
      prefix = codes[slot]!
      continue
    }
    emit(prefix)
    prefix = indices[i]!
    if (next < MOST_CODES) {
      // The reader is one code behind: it needs the longer codes only now.
      if (next === 1 << size) size++
      keys[slot] = key
      codes[slot] = next++
    } else {
      emit(clear)
      keys.fill(-1)
      next = clear + 2
      size = bits + 1
    }
  }
  emit(prefix)
  if (next === 1 << size && size < 12) size++
  emit(clear + 1)
  if (heldBits > 0) {
    if (end === out.length) out = grown(out)
    out[end++] = held & 255
  }
  return blocks(out.subarray(0, end))
}

/** Everything behind the first byte in blocks with their lengths, and an empty one. */
function blocks(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = bytes.length - 1
  const out = new Uint8Array(1 + body + Math.ceil(body / 255) + 1)
  out[0] = bytes[0]!
  let to = 1
  for (let at = 1; at < bytes.length; at += 255) {
    const block = bytes.subarray(at, at + 255)
    out[to] = block.length
    out.set(block, to + 1)
    to += 1 + block.length
  }
  return out
}

function grown(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(bytes.length * 2)
  out.set(bytes)
  return out
}
