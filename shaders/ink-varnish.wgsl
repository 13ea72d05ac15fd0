// What light makes of paint that lies thick: bristles along each stroke, ridges where strokes end, the weave of the canvas.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(3) var flow: texture_2d<f32>;

fn at(p: vec2i) -> vec3f {
  return textureLoad(look, clamp(p, vec2i(0), vec2i(textureDimensions(look)) - 1), 0).rgb;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let p = vec2i(id.xy);
  let middle = vec2f(id.xy) + 0.5;
  let stroke = textureLoad(flow, p, 0);
  let along = stroke.xy;
  let hair = max(1.0, 1.1 * params.scale);
  // Noise smeared along the stroke: the traces of the brush's hairs.
  var bristle = 0.0;
  for (var i = -6; i <= 6; i++) {
    bristle += noise((middle + along * (f32(i) * params.reach * 0.3)) / hair);
  }
  bristle = (bristle / 13.0 - 0.5) * (1.1 + 0.9 * stroke.z);
  let reach = max(1, i32(round(params.scale)));
  let ridge = luma(at(p + vec2i(reach)) - at(p - vec2i(reach)));
  let weave = sin(middle.x * 2.1 / params.scale) * sin(middle.y * 2.1 / params.scale);
  let c = at(p);
  let lit = 1.0 + 0.22 * bristle + 0.012 * weave;
  let thick = c * lit + 0.015 * bristle - 0.16 * ridge;
  textureStore(destination, p, vec4f(drawn(clamp(thick, vec3f(0.0), vec3f(1.0)), middle), 1.0));
}
