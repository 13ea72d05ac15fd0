// Colour in whole numbers, shared by the kernels that choose colours; src/render/kernels/integer-colour.ts
// is its twin. A kernel that includes it binds `thresholds` if it uses them.
//
// Coordinates of a colour, in which distances are measured:
// 0 OKLab (Ottosson 2020) in 1/4096, its cube root rounded, a and b doubled as in CSS's deltaEOK2,
//   so that hue counts for what it does to the eye;
// 1 sRGB code values × 16;
// 2 lightness alone, in 1/4096;
// 3 linear light in 12 bits.

// Packed, since each word that lanes read apart costs a processor as much as ten sums.
struct Colour {
  xy: u32,   // its coordinates, 16 bits each
  zb: u32,   // and the third, with linear light in 14 bits: blue
  rg: u32,   // red and green
  code: u32, // sRGB, r lowest; above it the rank by luminance, so that a pair's pattern does not flip where its two change places
}

// Signed numbers of 16 bits: of the first word both, of the second the lower.
fn unpackedAt(xy: u32, z: u32) -> vec3i {
  let low = vec2i(vec2u(xy, z)) << vec2u(16u);
  return vec3i(low.x, bitcast<i32>(xy), low.y) >> vec3u(16u);
}

fn unpackedLight(rg: u32, zb: u32) -> vec3i { return vec3i(vec3u(rg & 0xffffu, rg >> 16u, zb >> 16u)); }

// Light (of 65535) at which the next sRGB code value is nearer.
@group(0) @binding(10) var<storage, read> thresholds: array<u32, 256>;

// sRGB code value of light 0 … 65535.
fn encode(light: i32) -> i32 {
  var code = 0u;
  for (var step = 128u; step > 0u; step >>= 1u) {
    if (u32(light) >= thresholds[code + step - 1u]) { code += step; }
  }
  return i32(code);
}

// round(4096 cbrt(v / 65536)) for v in 0 … 65535. A float is off by less than one (a guess with a third of the exponent, and
// one step of Halley's) and put right in whole numbers: k is the answer when (2 k - 1)³ <= 2²³ v < (2 k + 1)³. These
// pass 2³², their differences do not, and i32 wraps.
fn cubeRoots(v: vec3i) -> vec3i {
  let x = max(vec3f(v), vec3f(1.0));
  let guess = bitcast<vec3f>(vec3i(vec3f(bitcast<vec3i>(x)) * 0.33333334) + 709921077);
  let cube = guess * guess * guess;
  var k = vec3i(101.5936673 * guess * (cube + 2.0 * x) / (2.0 * cube + x) + 0.5);
  let whole = v << vec3u(23u);
  let above = 2 * k + 1;
  let beneath = 2 * k - 1;
  k += select(vec3i(0), vec3i(1), whole - above * above * above >= vec3i(0));
  k -= select(vec3i(0), vec3i(1), whole - beneath * beneath * beneath < vec3i(0));
  return select(k, vec3i(0), v == vec3i(0));
}

// Coordinates of light 0 … 65535 in a mode.
fn coordinates(light: vec3i, mode: u32) -> vec3i {
  if (mode == 1u) { return 16 * vec3i(encode(light.r), encode(light.g), encode(light.b)); }
  if (mode == 3u) { return light >> vec3u(4u); }
  return perceived(light, mode);
}

// Coordinates in mode 0 or 2.
fn perceived(light: vec3i, mode: u32) -> vec3i {
  let cones = vec3i(6754, 3472, 1447) * light.r + vec3i(8787, 11152, 4616) * light.g + vec3i(843, 1760, 10321) * light.b;
  let roots = cubeRoots((cones + 8192) >> vec3u(14u));
  let l = roots.x;
  let m = roots.y;
  let s = roots.z;
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
