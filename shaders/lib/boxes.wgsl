// The box of source pixels that each pixel of a smaller (or larger) picture covers, and its exact mean in
// linear light: what an ideal box filter gives, rounded half up to 16 bits.
//
// Measured in 1/size of a source pixel, target pixel i covers [i * rect, (i + 1) * rect), so every
// weight is a whole number, those of a row sum to rect.z and those of a column to rect.w. The sum
// A = Σ wy * row does not fit 32 bits; floor(A / (w * h)) = floor(floor(A / w) / h), and with
// row = q * w + r it is floor((Σ wy * q + floor((Σ wy * r + half) / w)) / h): all of it fits as long
// as w * h <= 2^31.

struct Params {
  rect: vec4u, // x, y, width, height in source pixels
  size: vec2u, // of the target
  mode: u32,
}

@group(0) @binding(0) var source: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba16uint, write>;
@group(0) @binding(2) var<uniform> params: Params;
// sRGB code value -> linear light * 65535.
@group(0) @binding(3) var<storage, read> linear: array<u32, 256>;

// Edges in 1/size, and the first and last pixel touched.
struct Box { low: vec2u, high: vec2u, first: vec2u, last: vec2u }

fn boxOf(pixel: vec2u) -> Box {
  let low = pixel * params.rect.zw;
  let high = low + params.rect.zw;
  return Box(low, high, low / params.size, (high - 1u) / params.size);
}

// Code values of a pixel of the rectangle.
fn codes(at: vec2u) -> vec3u {
  return vec3u(textureLoad(source, params.rect.xy + at, 0).rgb * 255.0 + 0.5);
}

fn lightOf(code: vec3u) -> vec3u { return vec3u(linear[code.r], linear[code.g], linear[code.b]); }

fn overlap(pixel: u32, low: u32, high: u32, unit: u32) -> u32 {
  return min((pixel + 1u) * unit, high) - max(pixel * unit, low);
}

fn mean(box: Box) -> vec3u {
  let extent = params.rect.zw;
  var quotient = vec3u(0u);
  var remainder = vec3u(extent.x * extent.y / 2u);
  for (var y = box.first.y; y <= box.last.y; y++) {
    var row = vec3u(0u);
    for (var x = box.first.x; x <= box.last.x; x++) {
      row += overlap(x, box.low.x, box.high.x, params.size.x) * lightOf(codes(vec2u(x, y)));
    }
    let weight = overlap(y, box.low.y, box.high.y, params.size.y);
    let whole = row / extent.x;
    quotient += weight * whole;
    remainder += weight * (row - whole * extent.x);
  }
  return (quotient + remainder / extent.x) / extent.y;
}
