// Grades linear light before colours are chosen, in whole numbers; equals tests/reference/grade-light.ts.
// Edges (the pixel against the mean of its four neighbours; the border repeats), the shot's tone (a curve
// from a table), exposure, contrast (a
// curve from a table), saturation about luminance (Rec. 709 weights), posterise (steps of sRGB code
// values, spread from 0 to 255). Each is skipped where it changes nothing.

struct Params {
  size: vec2u,
  exposure: u32,   // of 256
  saturation: u32, // of 256
  edges: u32,      // of 256
  curve: u32,      // whether the contrast curve is applied
  steps: u32,      // of a channel; 0 is all
  toned: u32,      // whether the shot's tone is applied
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
// Light after the shot's tone for each light, two to a word, the even one low.
@group(0) @binding(6) var<storage, read> tone: array<u32, 32768>;

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

fn luminance(light: vec3i) -> i32 { return (3483 * light.r + 11718 * light.g + 1183 * light.b + 8192) >> 14u; }

fn tonedLight(v: u32) -> u32 {
  let word = tone[v >> 1u];
  return select(word & 0xffffu, word >> 16u, (v & 1u) == 1u);
}

// Half way between a curve of luminance, which leaves hues and saturation, and one of each channel, which takes mist's grey
// from them.
fn toned(light: vec3i) -> vec3i {
  let was = u32(luminance(light));
  if (was == 0u) { return light; }
  let v = vec3u(light);
  let scaled = min((v * tonedLight(was) + was / 2u) / was, vec3u(65535u));
  let each = vec3u(tonedLight(v.r), tonedLight(v.g), tonedLight(v.b));
  return vec3i((scaled + each + 1u) / 2u);
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
  if (params.toned == 1u) { light = toned(light); }
  light = min((light * i32(params.exposure) + 128) >> vec3u(8u), vec3i(65535));
  if (params.curve == 1u) { light = vec3i(curved(light.r), curved(light.g), curved(light.b)); }
  if (params.saturation != 256u) {
    let grey = luminance(light);
    let spread = (light - grey) * i32(params.saturation) + 128;
    light = clamp(grey + (spread >> vec3u(8u)), vec3i(0), vec3i(65535));
  }
  if (params.steps > 0u) { light = vec3i(posterise(light.r), posterise(light.g), posterise(light.b)); }
  textureStore(destination, id.xy, vec4u(vec3u(light), 65535u));
}
