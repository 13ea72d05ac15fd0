// The exact area average, in linear light, of a rectangle of an sRGB picture over each pixel of a
// smaller (or larger) one: what an ideal box filter gives, rounded half up to 16 bits.
// Reference: tests/reference/area-downscale.ts.
//
// Measured in 1/size of a source pixel, target pixel i covers [i * rect, (i + 1) * rect), so every
// weight is a whole number, those of a row sum to rect.z and those of a column to rect.w. The sum
// A = Σ wy * row does not fit 32 bits; floor(A / (w * h)) = floor(floor(A / w) / h), and with
// row = q * w + r it is floor((Σ wy * q + floor((Σ wy * r + half) / w)) / h): all of it fits as long
// as w * h <= 2^31.

struct Params {
  rect: vec4u, // x, y, width, height in source pixels
  size: vec2u, // of the target
}

@group(0) @binding(0) var source: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba16uint, write>;
@group(0) @binding(2) var<uniform> params: Params;
// sRGB code value -> linear light * 65535.
@group(0) @binding(3) var<storage, read> linear: array<u32, 256>;

fn load(at: vec2u) -> vec3u {
  let code = vec3u(textureLoad(source, at, 0).rgb * 255.0 + 0.5);
  return vec3u(linear[code.r], linear[code.g], linear[code.b]);
}

fn overlap(pixel: u32, low: u32, high: u32, unit: u32) -> u32 {
  return min((pixel + 1u) * unit, high) - max(pixel * unit, low);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let extent = params.rect.zw;
  let low = id.xy * extent;
  let high = low + extent;
  let first = low / params.size;
  let last = (high - 1u) / params.size;
  var quotient = vec3u(0u);
  var remainder = vec3u(extent.x * extent.y / 2u);
  for (var y = first.y; y <= last.y; y++) {
    var row = vec3u(0u);
    for (var x = first.x; x <= last.x; x++) {
      row += overlap(x, low.x, high.x, params.size.x) * load(params.rect.xy + vec2u(x, y));
    }
    let weight = overlap(y, low.y, high.y, params.size.y);
    let whole = row / extent.x;
    quotient += weight * whole;
    remainder += weight * (row - whole * extent.x);
  }
  let mean = (quotient + remainder / extent.x) / extent.y;
  textureStore(destination, id.xy, vec4u(mean, 65535u));
}
