// Two looks as one: a dissolve, a wipe with a soft edge, or a fade through black. Whole numbers only: each colour is
// (first * w1 + second * w2 + 2048) >> 12, where w1 and w2 are 0 to 4096 and depend on the column alone.
// Mixed as code values (display-referred sRGB), as editing programs do: in linear light the brighter picture would
// take over almost at once and a dissolve would not look even. Reference: tests/reference/mix-pictures.ts.
// With lib/mix-weights.wgsl.

@group(0) @binding(0) var first: texture_2d<f32>;
@group(0) @binding(1) var second: texture_2d<f32>;
@group(0) @binding(2) var destination: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let w = weights(id.x, size.x);
  let a = vec3u(textureLoad(first, id.xy, 0).rgb * 255.0 + 0.5);
  let b = vec3u(textureLoad(second, id.xy, 0).rgb * 255.0 + 0.5);
  let code = (a * w.x + b * w.y + 2048u) >> vec3u(12u);
  textureStore(destination, id.xy, vec4f(vec3f(code) / 255.0, 1.0));
}
