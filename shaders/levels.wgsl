// Cuts each channel of linear light into levels that a machine can show, with a threshold map fixed to
// the screen or none, in whole numbers; equals tests/reference/levels.ts.
//
// The two levels around the light are its pair: A the nearer by sRGB code value (the lower has what lies
// half-way between code values below), B the other. The share of B is measured in linear light, scaled,
// and what the upper level has of the two compared with the map.

struct Params {
  size: vec2u,
  map: vec2u,    // width and height; 0 is no dither
  strength: u32, // of 256
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
// For each channel 256 levels, rising, the last one repeated: its light and the light at which the next
// is nearer, 16 bits each; its code and that of the next.
@group(0) @binding(3) var<storage, read> levels: array<vec2u, 768>;
// Of 256: a pixel shows the upper level where its share is above.
@group(0) @binding(4) var<storage, read> map: array<u32, 4096>;

fn wrap(v: u32, n: u32) -> u32 {
  if ((n & (n - 1u)) == 0u) { return v & (n - 1u); }
  return v % n;
}

fn code(light: u32, channel: u32, threshold: u32) -> u32 {
  // The last level not above the light, and below the last of all.
  var at = 256u * channel;
  for (var step = 128u; step > 0u; step >>= 1u) {
    if ((levels[at + step].x & 0xffffu) <= light) { at += step; }
  }
  let level = levels[at];
  let low = i32(level.x & 0xffffu);
  let above = light >= (level.x >> 16u);
  let codes = vec2u(level.y & 0xffu, level.y >> 8u);
  if (params.map.x == 0u || codes.x == codes.y) { return select(codes.x, codes.y, above); }
  let high = i32(levels[at + 1u].x & 0xffffu);
  var upper = 256 * max(0, i32(light) - low) / (high - low);
  let strength = i32(params.strength);
  upper = select((upper * strength + 128) >> 8u, 256 - (((256 - upper) * strength + 128) >> 8u), above);
  return select(codes.x, codes.y, u32(upper) > threshold);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let light = textureLoad(source, id.xy, 0).rgb;
  var threshold = 0u;
  if (params.map.x > 0u) { threshold = map[wrap(id.y, params.map.y) * params.map.x + wrap(id.x, params.map.x)]; }
  let rgb = vec3u(code(light.r, 0u, threshold), code(light.g, 1u, threshold), code(light.b, 2u, threshold));
  textureStore(destination, id.xy, vec4f(vec3f(rgb) / 255.0, 1.0));
}
