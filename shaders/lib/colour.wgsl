// Colour in whole numbers, shared by the kernels that choose colours; src/render/kernels/integer-colour.ts
// is its twin. A kernel that includes it binds `thresholds` and `cubeRoots` if it uses them.
//
// Coordinates of a colour, in which distances are measured:
// 0 OKLab (Ottosson 2020) in 1/4096, its cube root from a table, a and b doubled as in CSS's deltaEOK2,
//   so that hue counts for what it does to the eye;
// 1 sRGB code values × 16;
// 2 lightness alone, in 1/4096;
// 3 linear light in 12 bits.

struct Colour {
  at: vec3i,    // its coordinates
  code: u32,    // sRGB, r lowest
  light: vec3i, // linear light in 14 bits
  luminance: i32, // orders a pair, so that its pattern does not flip where its two change places
}

// Light (of 65535) at which the next sRGB code value is nearer.
@group(0) @binding(10) var<storage, read> thresholds: array<u32, 256>;
// round(4096 * cbrt(v / 65536)), two to a word.
@group(0) @binding(11) var<storage, read> cubeRoots: array<u32, 32768>;

// sRGB code value of light 0 … 65535.
fn encode(light: i32) -> i32 {
  var code = 0u;
  for (var step = 128u; step > 0u; step >>= 1u) {
    if (u32(light) >= thresholds[code + step - 1u]) { code += step; }
  }
  return i32(code);
}

fn cubeRoot(v: i32) -> i32 { return halfOf(cubeRoots[u32(v) >> 1u], v); }

// The half of a word that belongs to v: the low one where v is even. Chosen, not shifted by a width that differs from
// thread to thread, which takes a processor far longer.
fn halfOf(two: u32, v: i32) -> i32 { return i32(select(two & 0xffffu, two >> 16u, (v & 1) != 0)); }

// Coordinates of light 0 … 65535 in a mode.
fn coordinates(light: vec3i, mode: u32) -> vec3i {
  if (mode == 1u) { return 16 * vec3i(encode(light.r), encode(light.g), encode(light.b)); }
  if (mode == 3u) { return light >> vec3u(4u); }
  return perceived(light, mode);
}

// Coordinates in mode 0 or 2.
fn perceived(light: vec3i, mode: u32) -> vec3i {
  let l = cubeRoot((6754 * light.r + 8787 * light.g + 843 * light.b + 8192) >> 14u);
  let m = cubeRoot((3472 * light.r + 11152 * light.g + 1760 * light.b + 8192) >> 14u);
  let s = cubeRoot((1447 * light.r + 4616 * light.g + 10321 * light.b + 8192) >> 14u);
  let lightness = (862 * l + 3251 * m - 17 * s + 2048) >> 12u;
  if (mode == 2u) { return vec3i(lightness, 0, 0); }
  return vec3i(
    lightness,
    (16204 * l - 19896 * m + 3692 * s + 2048) >> 12u,
    (212 * l + 6412 * m - 6624 * s + 2048) >> 12u,
  );
}

// floor(256 a / b) for 0 <= a, 0 < b, at most 256; where b has more than 22 bits both lose the rest first.
// The float quotient is off by less than one, and put right in whole numbers: GPUs divide floats faster.
fn share(a: i32, b: i32) -> i32 {
  if (a >= b) { return 256; }
  let shift = u32(max(0, 10 - i32(countLeadingZeros(u32(b)))));
  let dividend = (a >> shift) << 8u;
  let divisor = b >> shift;
  var quotient = i32(f32(dividend) / f32(divisor));
  let rest = dividend - quotient * divisor;
  if (rest < 0) { quotient--; }
  if (rest >= divisor) { quotient++; }
  return quotient;
}
