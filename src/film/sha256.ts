/** Round constants (FIPS 180-4, 4.2.2): the first 32 bits of the fractions of the cube roots of the first 64 primes. */
// biome-ignore format: a table
const K = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
])
/** The first hash value (5.3.3): the same of the square roots of the first eight. */
const FIRST = Int32Array.from([0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19])

const words = new Int32Array(64)
const state = new Int32Array(8)
const utf8 = new TextEncoder()
/** Texts up to this length are encoded in place. */
const SHORT = 1 << 14
/** Where texts are encoded and what is left over is padded; UTF-8 takes three bytes a character at most. */
const room = new Uint8Array(SHORT * 3 + 72)

function block(data: Uint8Array, from: number): void {
  const w = words
  for (let i = 0, at = from; i < 16; i++, at += 4) w[i] = (data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!
    const y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0
  }
  let a = state[0]!
  let b = state[1]!
  let c = state[2]!
  let d = state[3]!
  let e = state[4]!
  let f = state[5]!
  let g = state[6]!
  let h = state[7]!
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0] = (state[0]! + a) | 0
  state[1] = (state[1]! + b) | 0
  state[2] = (state[2]! + c) | 0
  state[3] = (state[3]! + d) | 0
  state[4] = (state[4]! + e) | 0
  state[5] = (state[5]! + f) | 0
  state[6] = (state[6]! + g) | 0
  state[7] = (state[7]! + h) | 0
}

/**
 * SHA-256 (FIPS 180-4) of a string (as UTF-8) or bytes: 64 lower-case hex digits. A plan is full of short texts to be
 * named, and planning waits for each: so this works in place, in one buffer, and answers at once.
 */
export function sha256Hex(data: string | Uint8Array): string {
  state.set(FIRST)
  let length: number
  let done = 0
  if (typeof data === 'string' && data.length <= SHORT) length = utf8.encodeInto(data, room).written
  else {
    const bytes = typeof data === 'string' ? utf8.encode(data) : data
    length = bytes.length
    for (; done + 64 <= length; done += 64) block(bytes, done)
    room.set(bytes.subarray(done), 0)
  }
  // What is not hashed yet stands at the start of `room`.
  const rest = length - done
  const end = Math.ceil((rest + 9) / 64) * 64
  room.fill(0, rest, end)
  room[rest] = 0x80
  const bits = length * 8
  for (let i = 0, high = Math.floor(bits / 4294967296); i < 4; i++) {
    room[end - 8 + i] = high >>> (24 - 8 * i)
    room[end - 4 + i] = bits >>> (24 - 8 * i)
  }
  for (let at = 0; at < end; at += 64) block(room, at)
  let hex = ''
  for (let i = 0; i < 8; i++) hex += (state[i]! >>> 0).toString(16).padStart(8, '0')
  return hex
}
