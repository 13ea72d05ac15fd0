// Makes pixels of a machine of a rectangle of an sRGB picture by other means than the plain average, in
// whole numbers; equals tests/reference/pixelate.ts. Includes lib/boxes.wgsl. Lightness is luma of code
// values, 54 R + 183 G + 19 B in 256ths, rounded.
//
// 0 area: the mean.
// 1 median: the pixel of middle lightness: the least lightness that, with all below, holds at least half
//   of the box; of its pixels the first, row by row.
// 2 nearest: the pixel in the centre; where that is a corner or an edge, the later one.
// 3 edge: the box is split at its mean lightness. Where the two parts differ by 40 or more in mean
//   lightness, the mean light of the larger part (the darker of equal ones); elsewhere the mean of all.
//   For this, weights are in 16ths of a pixel's width and height, rounded up.

fn lightness(code: vec3u) -> u32 { return (54u * code.r + 183u * code.g + 19u * code.b + 128u) >> 8u; }

fn median(box: Box) -> vec3u {
  let total = params.rect.z * params.rect.w;
  var below = 0u; // no lightness under it holds half
  for (var step = 128u; step > 0u; step >>= 1u) {
    var held = 0u; // by what is darker than below + step
    for (var y = box.first.y; y <= box.last.y; y++) {
      var row = 0u;
      for (var x = box.first.x; x <= box.last.x; x++) {
        let dark = lightness(codes(vec2u(x, y))) < below + step;
        row += select(0u, overlap(x, box.low.x, box.high.x, params.size.x), dark);
      }
      held += row * overlap(y, box.low.y, box.high.y, params.size.y);
    }
    if (held < total - held) { below += step; }
  }
  for (var y = box.first.y; y <= box.last.y; y++) {
    for (var x = box.first.x; x <= box.last.x; x++) {
      let code = codes(vec2u(x, y));
      if (lightness(code) == below) { return lightOf(code); }
    }
  }
  return vec3u(0u);
}

fn nearest(pixel: vec2u) -> vec3u {
  // Half of the box further, without doubling numbers that reach 2^31.
  let low = pixel * params.rect.zw;
  let middle = low + params.rect.zw / 2u;
  return lightOf(codes(middle / params.size));
}

fn sixteenths(overlap: u32, unit: u32) -> u32 { return (16u * overlap + unit - 1u) / unit; }

fn weightOf(at: vec2u, box: Box) -> u32 {
  return sixteenths(overlap(at.x, box.low.x, box.high.x, params.size.x), params.size.x)
    * sixteenths(overlap(at.y, box.low.y, box.high.y, params.size.y), params.size.y);
}

fn edge(box: Box) -> vec3u {
  var weight = 0u;
  var sum = 0u;
  for (var y = box.first.y; y <= box.last.y; y++) {
    for (var x = box.first.x; x <= box.last.x; x++) {
      let w = weightOf(vec2u(x, y), box);
      weight += w;
      sum += w * lightness(codes(vec2u(x, y)));
    }
  }
  // Of the dark part and the bright one: weight, sum of lightness, sums of light's high and low byte.
  var weights = vec2u(0u);
  var sums = vec2u(0u);
  var high = array<vec3u, 2>();
  var low = array<vec3u, 2>();
  for (var y = box.first.y; y <= box.last.y; y++) {
    for (var x = box.first.x; x <= box.last.x; x++) {
      let w = weightOf(vec2u(x, y), box);
      let code = codes(vec2u(x, y));
      let light = lightOf(code);
      let part = select(0u, 1u, lightness(code) * weight >= sum);
      weights[part] += w;
      sums[part] += w * lightness(code);
      high[part] += w * (light >> vec3u(8u));
      low[part] += w * (light & vec3u(255u));
    }
  }
  if (weights[0] == 0u || sums[1] / weights[1] - sums[0] / weights[0] < 40u) { return mean(box); }
  let larger = select(0u, 1u, weights[1] > weights[0]);
  let total = weights[larger];
  let whole = high[larger] / total;
  return 256u * whole + (256u * (high[larger] - whole * total) + low[larger] + total / 2u) / total;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  var light = vec3u(0u);
  switch params.mode {
    case 1u: { light = median(boxOf(id.xy)); }
    case 2u: { light = nearest(id.xy); }
    case 3u: { light = edge(boxOf(id.xy)); }
    default: { light = mean(boxOf(id.xy)); }
  }
  textureStore(destination, id.xy, vec4u(light, 65535u));
}
