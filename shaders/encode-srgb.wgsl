// 16-bit linear light to 8-bit sRGB: the code value whose linear light, rounded in sRGB, is nearest.
// Decided by a table of exact thresholds, not by pow. Reference: tests/reference/encode-srgb.ts.

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
// thresholds[i] is the least linear value that encodes as i + 1.
@group(0) @binding(2) var<storage, read> thresholds: array<u32, 256>;

fn encode(light: u32) -> u32 {
  var code = 0u;
  for (var step = 128u; step > 0u; step >>= 1u) {
    if (light >= thresholds[code + step - 1u]) { code += step; }
  }
  return code;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let light = textureLoad(source, id.xy, 0).rgb;
  let code = vec3u(encode(light.r), encode(light.g), encode(light.b));
  textureStore(destination, id.xy, vec4f(vec3f(code) / 255.0, 1.0));
}
