// Smooths surfaces and keeps edges: a bilateral filter (Tomasi and Manduchi 1998) of 7 × 7 taps, within one thing only.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(3) var ids: texture_2d<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let last = vec2i(size) - 1;
  let p = vec2i(id.xy);
  let c = textureLoad(look, p, 0).rgb;
  let own = textureLoad(ids, p, 0).rgb;
  let step = max(1.0, params.reach / 3.0);
  var sum = c;
  var weight = 1.0;
  for (var y = -3; y <= 3; y++) {
    for (var x = -3; x <= 3; x++) {
      if (x == 0 && y == 0) { continue; }
      let q = clamp(p + vec2i(round(vec2f(f32(x), f32(y)) * step)), vec2i(0), last);
      let other = textureLoad(ids, q, 0).rgb;
      if (any(abs(other - own) > vec3f(0.002))) { continue; }
      let d = textureLoad(look, q, 0).rgb - c;
      let far = dot(d * d, vec3f(2.0, 4.0, 1.5));
      let w = exp(-far / 0.022 - f32(x * x + y * y) / 9.0);
      sum += (c + d) * w;
      weight += w;
    }
  }
  textureStore(destination, p, vec4f(sum / weight, 1.0));
}
