// Grades linear light before colours are chosen, in whole numbers; equals tests/reference/grade-light.ts.
// Edges (the pixel against the mean of its four neighbours; the border repeats), exposure, contrast (a
// curve from a table), saturation about luminance (Rec. 709 weights), posterise (steps of sRGB code
// values, spread from 0 to 255). Each is skipped where it changes nothing.

struct Params {
  size: vec2u,
  exposure: u32,   // of 256
  saturation: u32, // of 256
  edges: u32,      // of 256
  curve: u32,      // whether the contrast curve is applied
  steps: u32,      // of a channel; 0 is all
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba16uint, write>;
@group(0) @binding(2) var<uniform> params: Params;
// Light after contrast for each light, two to a word, the even one low.
@group(0) @binding(3) var<storage, read> curve: array<u32, 32768>;
// Light of each sRGB code value after posterising.
@group(0) @binding(4) var<storage, read> posterised: array<u32, 256>;
// Light at which the next sRGB code value is nearer.
@group(0) @binding(5) var<storage, read> thresholds: array<u32, 256>;

fn load(at: vec2i) -> vec3i {
  let inside = clamp(at, vec2i(0), vec2i(params.size) - 1);
  return vec3i(textureLoad(source, inside, 0).rgb);
}

fn sharpened(at: vec2i) -> vec3i {
  let light = load(at);
  if (params.edges == 0u) { return light; }
  let around = load(at - vec2i(1, 0)) + load(at + vec2i(1, 0)) + load(at - vec2i(0, 1)) + load(at + vec2i(0, 1));
  let more = ((4 * light - around) * i32(params.edges) + 512) >> vec3u(10u);
  return clamp(light + more, vec3i(0), vec3i(65535));
}

fn curved(v: i32) -> i32 {
  let word = curve[u32(v) >> 1u];
  return i32(select(word & 0xffffu, word >> 16u, (v & 1) == 1));
}

fn posterise(light: i32) -> i32 {
  var code = 0u;
  for (var step = 128u; step > 0u; step >>= 1u) {
    if (u32(light) >= thresholds[code + step - 1u]) { code += step; }
  }
  return i32(posterised[code]);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  var light = sharpened(vec2i(id.xy));
  light = min((light * i32(params.exposure) + 128) >> vec3u(8u), vec3i(65535));
  if (params.curve == 1u) { light = vec3i(curved(light.r), curved(light.g), curved(light.b)); }
  if (params.saturation != 256u) {
    let grey = (3483 * light.r + 11718 * light.g + 1183 * light.b + 8192) >> 14u;
    let spread = (light - grey) * i32(params.saturation) + 128;
    light = clamp(grey + (spread >> vec3u(8u)), vec3i(0), vec3i(65535));
  }
  if (params.steps > 0u) { light = vec3i(posterise(light.r), posterise(light.g), posterise(light.b)); }
  textureStore(destination, id.xy, vec4u(vec3u(light), 65535u));
}
