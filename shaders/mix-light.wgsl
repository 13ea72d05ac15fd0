// Two looks' light as one, as mix-pictures.wgsl mixes pictures: light is coded (sRGB, IEC 61966-2-1), mixed and decoded, in
// floats, so that an OpenEXR file of a dissolve shows what a movie of it does. Reference: tests/reference/mix-light.ts.
// With lib/mix-weights.wgsl.

@group(0) @binding(0) var first: texture_2d<f32>;
@group(0) @binding(1) var second: texture_2d<f32>;
@group(0) @binding(2) var destination: texture_storage_2d<rgba16float, write>;

fn coded(light: vec3f) -> vec3f {
  return select(1.055 * pow(max(light, vec3f(0.0)), vec3f(1.0 / 2.4)) - 0.055, 12.92 * light, light <= vec3f(0.0031308));
}

fn decoded(code: vec3f) -> vec3f {
  return select(pow((max(code, vec3f(0.0)) + 0.055) / 1.055, vec3f(2.4)), code / 12.92, code <= vec3f(0.04045));
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let w = vec2f(weights(id.x, size.x)) / 4096.0;
  let code = coded(textureLoad(first, id.xy, 0).rgb) * w.x + coded(textureLoad(second, id.xy, 0).rgb) * w.y;
  textureStore(destination, id.xy, vec4f(decoded(code), 1.0));
}
