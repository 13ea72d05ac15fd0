// Chooses for each pixel a colour of a palette, with ordered dither. Every decision is made in whole
// numbers, so that the result equals tests/reference/quantise-bayer.ts pixel for pixel.
//
// 1. Grade in linear light: edges (the pixel against the mean of its four neighbours), exposure,
//    saturation about luminance (Rec. 709 weights).
// 2. Coordinates, as lib/colour.wgsl makes them.
// 3. A: the nearest palette colour. Lowest index wins ties.
// 4. B: the colour such that some mix of A and B is nearest to the pixel, plus a penalty for contrast
//    (after Yliluoma's positional dithering, with one of the pair held). The pair spans exactly the
//    palette's local spacing, so the dither is as strong as it must be and no stronger. Of equal
//    ones the nearest to A wins, then the lowest index.
// 5. The share of B is measured in linear light, where the eye mixes (for lightness ramps: along the
//    ramp), and compared with a Bayer threshold fixed to the screen: M2n = 4 Mn + [[0, 2], [3, 1]].

struct Params {
  size: vec2u,
  colours: u32,
  mode: u32,       // 0 OKLab, 1 sRGB, 2 tone
  bayerBits: u32,  // log2 of the matrix' side; 0 is no dither
  strength: u32,   // of 256: scales the share of B
  penalty: u32,    // of 256: contrast of the pair
  exposure: u32,   // of 256
  saturation: u32, // of 256
  edges: u32,      // of 256
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
// Row a: the other colours, nearest to a first.
@group(0) @binding(4) var<storage, read> neighbours: array<u32, 65536>;

fn load(at: vec2i) -> vec3i {
  let inside = clamp(at, vec2i(0), vec2i(params.size) - 1);
  return vec3i(textureLoad(source, inside, 0).rgb);
}

fn sharpened(at: vec2i) -> vec3i {
  let light = load(at);
  if (params.edges == 0u) { return light; }
  let around = load(at - vec2i(1, 0)) + load(at + vec2i(1, 0)) + load(at - vec2i(0, 1)) + load(at + vec2i(0, 1));
  let more = ((4 * light - around) * i32(params.edges) + 512) >> vec3u(10u);
  return clamp(light + more, vec3i(0), vec3i(65535));
}

fn graded(light: vec3i) -> vec3i {
  let exposed = min((light * i32(params.exposure) + 128) >> vec3u(8u), vec3i(65535));
  let grey = (3483 * exposed.r + 11718 * exposed.g + 1183 * exposed.b + 8192) >> 14u;
  let spread = (exposed - grey) * i32(params.saturation) + 128;
  return clamp(grey + (spread >> vec3u(8u)), vec3i(0), vec3i(65535));
}

fn bayer(at: vec2u, bits: u32) -> u32 {
  var value = 0u;
  for (var bit = 0u; bit < bits; bit++) {
    let x = (at.x >> bit) & 1u;
    let y = (at.y >> bit) & 1u;
    value = 4u * value + 2u * (x ^ y) + y;
  }
  return value;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let light = graded(sharpened(vec2i(id.xy)));
  let here = coordinates(light, params.mode);

  var a = 0u;
  var nearest = 0x7fffffff;
  for (var i = 0u; i < params.colours; i++) {
    let d = here - palette[i].at;
    let far = dot(d, d);
    if (far < nearest) { nearest = far; a = i; }
  }

  var chosen = a;
  if (params.bayerBits > 0u && nearest > 0) {
    let base = palette[a];
    let offset = here - base.at;
    var b = a;
    var best = nearest; // a mix must beat A alone
    var along = 0;
    for (var rank = 0u; rank + 1u < params.colours; rank++) {
      let i = neighbours[a * 256u + rank];
      let span = palette[i].at - base.at;
      let length = dot(span, span);
      let contrast = (length >> 8u) * i32(params.penalty);
      if (contrast >= best) { break; } // nor can any after it win, being farther
      let toward = dot(offset, span);
      if (toward > 0) { // else A alone is better
        let part = share(toward, length);
        let miss = offset - ((span * part + 128) >> vec3u(8u));
        let score = dot(miss, miss) + contrast;
        if (score < best) { best = score; b = i; along = part; }
      }
    }
    if (b != a) {
      let to = palette[b];
      var part = along;
      if (params.mode != 2u) {
        let span = to.light - base.light;
        let toward = dot((light >> vec3u(2u)) - base.light, span);
        part = 0;
        if (toward > 0) { part = share(toward, dot(span, span)); }
      }
      part = (part * i32(params.strength) + 128) >> 8u;
      let cells = 1u << (2u * params.bayerBits);
      let threshold = bayer(id.xy, params.bayerBits);
      // Compare the brighter colour's share with the centre of this cell's slice.
      let brighter = to.luminance > base.luminance || (to.luminance == base.luminance && b > a);
      let bright = u32(select(256 - part, part, brighter));
      let lit = bright * 2u * cells > (2u * threshold + 1u) * 256u;
      if (lit == brighter) { chosen = b; }
    }
  }
  let code = palette[chosen].code;
  let rgb = (vec3u(code) >> vec3u(0u, 8u, 16u)) & vec3u(255u);
  textureStore(destination, id.xy, vec4f(vec3f(rgb) / 255.0, 1.0));
}
