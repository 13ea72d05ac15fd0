// Copies a texture pixel by pixel through the shader. This is the least any kernel that reads and
// writes every pixel can cost: the bench quotes the others as multiples of it.

@group(0) @binding(0) var source: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  textureStore(destination, id.xy, textureLoad(source, id.xy, 0));
}
