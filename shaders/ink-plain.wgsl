// The look as it is, with outlines.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let c = textureLoad(look, id.xy, 0).rgb;
  textureStore(destination, id.xy, vec4f(drawn(c, vec2f(id.xy) + 0.5), 1.0));
}
