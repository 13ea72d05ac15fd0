// The structure tensor of a picture: products of its Sobel derivatives, summed over the channels (E, F, G).

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba16float, write>;

fn at(p: vec2i) -> vec3f {
  return textureLoad(look, clamp(p, vec2i(0), vec2i(textureDimensions(look)) - 1), 0).rgb;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let p = vec2i(id.xy);
  let a = at(p + vec2i(-1, -1));
  let b = at(p + vec2i(1, -1));
  let c = at(p + vec2i(-1, 1));
  let d = at(p + vec2i(1, 1));
  let u = (b + d - a - c + 2.0 * (at(p + vec2i(1, 0)) - at(p + vec2i(-1, 0)))) / 4.0;
  let v = (c + d - a - b + 2.0 * (at(p + vec2i(0, 1)) - at(p + vec2i(0, -1)))) / 4.0;
  textureStore(destination, p, vec4f(dot(u, u), dot(u, v), dot(v, v), 0.0));
}
