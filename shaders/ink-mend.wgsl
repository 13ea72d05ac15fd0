// Closes short gaps in edges: where an edge goes on to both sides, it goes through.

@group(0) @binding(0) var broken: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

fn at(p: vec2i) -> vec2f {
  let last = vec2i(textureDimensions(broken)) - 1;
  if (any(p < vec2i(0)) || any(p > last)) { return vec2f(0.0); }
  return textureLoad(broken, p, 0).rg;
}

// The strongest edges within three pixels that way: across (g, along `way`) or down (r).
fn onward(p: vec2i, way: vec2i) -> vec2f {
  let aside = way.yx;
  var most = vec2f(0.0);
  for (var k = 1; k <= 3; k++) {
    let q = p + k * way;
    most = max(most, at(q));
    if (k > 1) { most = max(most, max(at(q + aside), at(q - aside))); }
  }
  return most;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let p = vec2i(id.xy);
  var e = at(p);
  let down = min(onward(p, vec2i(0, 1)).r, onward(p, vec2i(0, -1)).r);
  let across = min(onward(p, vec2i(1, 0)).g, onward(p, vec2i(-1, 0)).g);
  e = max(e, 0.85 * vec2f(down, across));
  textureStore(destination, p, vec4f(e, 0.0, 1.0));
}
