// Outlines, for passes that draw: how much of a pixel a line covers. Needs lib/ink.wgsl.

@group(0) @binding(2) var edges: texture_2d<f32>;

// Edges lie between pixels, to the right of each (r) and below (g). Their marks are spread by a Gaussian as wide as the
// pen and pressed back to a line: stairs become smooth, and a straight edge of any slope gives a line of one width.
fn lineAt(at: vec2f) -> f32 {
  if (params.outline <= 0.0) { return 0.0; }
  let last = vec2i(textureDimensions(edges)) - 1;
  let middle = vec2i(floor(at));
  let deviation = 0.35 * params.lineWidth + 0.25;
  let fall = -0.5 / (deviation * deviation);
  let reach = i32(ceil(2.2 * deviation));
  var sum = 0.0;
  for (var y = -reach; y <= reach; y++) {
    for (var x = -reach; x <= reach; x++) {
      let p = middle + vec2i(x, y);
      if (any(p < vec2i(0)) || any(p > last)) { continue; }
      let e = textureLoad(edges, p, 0).rg;
      if (e.r + e.g == 0.0) { continue; }
      let d = vec2f(p) + 0.5 - at;
      let right = d + vec2f(0.5, 0.0);
      let below = d + vec2f(0.0, 0.5);
      sum += e.r * exp(fall * dot(right, right)) + e.g * exp(fall * dot(below, below));
    }
  }
  // What a straight edge half a pixel away gives.
  let straight = exp(fall * 0.25) * deviation * 2.5066;
  return smoothstep(0.12, 0.8, sum / straight);
}

fn drawn(colour: vec3f, at: vec2f) -> vec3f {
  return mix(colour, params.lineColour.rgb, lineAt(at) * params.outline);
}
