// The exact area average, in linear light, of a rectangle of an sRGB picture over each pixel of another.
// Includes lib/boxes.wgsl. Reference: tests/reference/area-downscale.ts.

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  textureStore(destination, id.xy, vec4u(mean(boxOf(id.xy)), 65535u));
}
