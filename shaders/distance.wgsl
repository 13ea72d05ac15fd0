// How far what each pixel of a finished look shows stands from the camera, in metres along its view; `beyond` for the sky.
// The pixel looks where the lens bends it to, as in the look's last step.

struct Params {
  // 1 / near, and 1 / near - 1 / far: the reciprocal of a distance goes evenly with depth.
  inverseNear: f32,
  inverseRange: f32,
  beyond: f32,
  distortion: f32,
  weave: vec2f,
  zoom: f32,
  aspect: f32,
  corner: f32,
}

@group(0) @binding(0) var depths: texture_depth_2d;
@group(0) @binding(1) var destination: texture_storage_2d<r32float, write>;
@group(0) @binding(2) var<storage, read> params: Params;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let wide = vec2f(params.aspect, 1.0);
  let off = ((vec2f(id.xy) + 0.5) / vec2f(size) - 0.5) * wide;
  let r = length(off) / params.corner;
  let scale = (r * r * params.distortion + 1.0) / (max(params.distortion, 0.0) + 1.0) * params.zoom;
  let place = (off * scale + params.weave) / wide + 0.5;
  let at = clamp(vec2i(floor(place * vec2f(size))), vec2i(0), vec2i(size) - 1);
  let depth = textureLoad(depths, at, 0);
  // At the far plane there is only sky.
  let distance = 1.0 / max(params.inverseNear - depth * params.inverseRange, 1e-9);
  textureStore(destination, id.xy, vec4f(select(distance, params.beyond, depth >= 0.9999999)));
}
