// Shows a picture at another size by repeating pixels: each output pixel takes the source pixel
// under its centre. The width carries the pixel aspect. Outside the rectangle the output is black.
// Reference: tests/reference/upscale-nearest.ts.

struct Params {
  rect: vec4u, // x, y, width, height in output pixels
}

@group(0) @binding(0) var source: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  var colour = vec4f(0.0, 0.0, 0.0, 1.0);
  let at = id.xy - params.rect.xy; // wraps far outside where it would be negative
  if (all(id.xy >= params.rect.xy) && all(at < params.rect.zw)) {
    let under = (2u * at + 1u) * textureDimensions(source) / (2u * params.rect.zw);
    colour = textureLoad(source, under, 0);
  }
  textureStore(destination, id.xy, colour);
}
