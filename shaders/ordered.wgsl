// Chooses for each pixel of linear light one of the two colours that are mixed where it lies (lib/mixes.wgsl), by a
// threshold map fixed to the screen. Every decision is made in whole numbers, so that the result equals
// tests/reference/quantise.ts pixel for pixel.
//
// The share of B is the pixel's own, measured in linear light, where the eye mixes (for lightness ramps: along the
// ramp), and compared with the map.

struct Params {
  size: vec2u,
  map: vec2u,    // width and height
  mode: u32,     // as in lib/colour.wgsl
  strength: u32, // of 256: scales the share of B
  cells: u32,    // of light, along each side
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(4) var<storage, read> table: array<u32, 262144>;
// At a + 256 b, in light of 14 bits: by what light is multiplied, and what is added, to give the share of B in
// 256ths; both scaled by two to the power in the lowest five bits of what is added.
@group(0) @binding(5) var<storage, read> shares: array<vec4i, 65536>;
// Of 256: a pixel shows the brighter of its two where its share is above.
@group(0) @binding(7) var<storage, read> map: array<u32, 4096>;

override tone: bool = false;

fn wrap(v: u32, n: u32) -> u32 {
  if ((n & (n - 1u)) == 0u) { return v & (n - 1u); }
  return v % n;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let light = textureLoad(source, id.xy, 0).rgb;
  var word = 0u;
  var part = 0;
  if (tone) {
    word = table[stepOf(perceived(vec3i(light), 2u).x)];
    part = i32(word >> 17u);
  } else {
    word = table[latticeOf(light, params.cells)];
    let share = shares[word & 0xffffu];
    part = clamp((dot(vec3i(light >> vec3u(2u)), share.xyz) + share.w) >> (u32(share.w) & 31u), 0, 256);
  }
  part = (part * i32(params.strength) + 128) >> 8u;
  // The brighter colour's share, so that the pattern does not flip where the two change places.
  let brighter = (word & 0x10000u) != 0u;
  let bright = u32(select(256 - part, part, brighter));
  let threshold = map[wrap(id.y, params.map.y) * params.map.x + wrap(id.x, params.map.x)];
  let chosen = select(word, word >> 8u, (bright > threshold) == brighter) & 255u;
  textureStore(destination, id.xy, unpack4x8unorm(palette[chosen].code | 0xff000000u));
}
