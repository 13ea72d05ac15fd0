// Strokes of a brush: anisotropic Kuwahara filtering (Kyprianidis, Kang and Döllner 2009) with polynomial sector weights
// (Kyprianidis 2010): of eight sectors of an ellipse along the flow, the calmest decide.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(3) var flow: texture_2d<f32>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let last = vec2i(size) - 1;
  let p = vec2i(id.xy);
  let f = textureLoad(flow, p, 0);
  let radius = max(params.reach, 2.0);
  // The ellipse: longer along the flow where the flow is sure.
  let a = radius * clamp(1.0 + f.z, 0.5, 2.0);
  let b = radius / clamp(1.0 + f.z, 0.5, 2.0);
  let c = f.x;
  let s = f.y;
  let box = vec2i(ceil(sqrt(vec2f(a * a * c * c + b * b * s * s, a * a * s * s + b * b * c * c))));
  let stride = max(1, i32(radius / 6.0));
  let zeta = 2.0 / radius;
  let eta = (zeta + cos(0.58)) / (sin(0.58) * sin(0.58));
  var mean: array<vec4f, 8>;
  var square: array<vec3f, 8>;
  for (var y = -(box.y / stride) * stride; y <= box.y; y += stride) {
    for (var x = -(box.x / stride) * stride; x <= box.x; x += stride) {
      let o = vec2f(f32(x), f32(y));
      var v = 0.5 * vec2f((c * o.x + s * o.y) / a, (c * o.y - s * o.x) / b);
      let far = dot(v, v);
      if (far > 0.25) { continue; }
      let colour = textureLoad(look, clamp(p + vec2i(x, y), vec2i(0), last), 0).rgb;
      var w: array<f32, 8>;
      var bent = zeta - eta * v * v;
      w[0] = max(0.0, v.y + bent.x);
      w[2] = max(0.0, -v.x + bent.y);
      w[4] = max(0.0, -v.y + bent.x);
      w[6] = max(0.0, v.x + bent.y);
      v = 0.70710678 * vec2f(v.x - v.y, v.x + v.y);
      bent = zeta - eta * v * v;
      w[1] = max(0.0, v.y + bent.x);
      w[3] = max(0.0, -v.x + bent.y);
      w[5] = max(0.0, -v.y + bent.x);
      w[7] = max(0.0, v.x + bent.y);
      var total = 0.0;
      for (var k = 0; k < 8; k++) {
        w[k] *= w[k];
        total += w[k];
      }
      let g = exp(-3.125 * far) / max(total, 1e-9);
      for (var k = 0; k < 8; k++) {
        let wk = w[k] * g;
        mean[k] += vec4f(colour * wk, wk);
        square[k] += colour * colour * wk;
      }
    }
  }
  var sum = vec3f(0.0);
  var weight = 0.0;
  for (var k = 0; k < 8; k++) {
    if (mean[k].w < 1e-6) { continue; }
    let m = mean[k].rgb / mean[k].w;
    let variance = dot(abs(square[k] / mean[k].w - m * m), vec3f(1.0));
    let w = 1.0 / (1.0 + pow(9000.0 * variance, 4.0));
    sum += m * w;
    weight += w;
  }
  textureStore(destination, p, vec4f(sum / max(weight, 1e-30), 1.0));
}
