// Chooses for each pixel of linear light a colour of a palette, or of the palette of the cell it lies
// in, with a threshold map fixed to the screen or none. Every decision is made in whole numbers, so that
// the result equals tests/reference/quantise.ts pixel for pixel.
//
// 1. Coordinates, as lib/colour.wgsl makes them.
// 2. A: the nearest colour. The lowest place in the palette wins ties.
// 3. B: the colour such that some mix of A and B is nearest to the pixel, plus a penalty for contrast
//    (after Yliluoma's positional dithering, with one of the pair held). The pair spans exactly the
//    palette's local spacing, so the dither is as strong as it must be and no stronger. Of equal
//    ones the nearest to A wins, then the lowest place.
// 4. The share of B is measured in linear light, where the eye mixes (for lightness ramps: along the
//    ramp), and compared with the map.

struct Params {
  size: vec2u,
  map: vec2u,       // width and height; 0 is no dither
  cell: vec2u,      // pixels; 0 is the whole palette everywhere
  cellsAcross: u32,
  places: u32,      // of each palette of a cell
  colours: u32,
  mode: u32,        // as in lib/colour.wgsl
  strength: u32,    // of 256: scales the share of B
  penalty: u32,     // of 256: contrast of the pair
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
// Row a: the way to each other colour, nearest to a first: x, y; z, place.
@group(0) @binding(4) var<storage, read> neighbours: array<vec2u, 65536>;
@group(0) @binding(5) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(6) var<storage, read> cells: array<u32>;
// Of 256: a pixel shows the brighter of its two where its share is above.
@group(0) @binding(7) var<storage, read> map: array<u32, 4096>;
@group(0) @binding(8) var<storage, read> candidates: array<u32>;

const FAR = 0x7fffffff;

struct Nearest { place: u32, far: i32 }

struct Second { place: u32, score: i32, along: i32, length: i32 }

// floor(256 a / b) for 0 <= a, 0 < b < 2^30, at most 256. The float quotient is off by less than one and
// put right in whole numbers; 256 a and 256 b may pass 2^31, their difference does not, and i32 wraps.
fn portion(a: i32, b: i32) -> i32 {
  if (a >= b) { return 256; }
  var quotient = i32(256.0 * f32(a) / f32(b));
  let rest = 256 * a - quotient * b;
  if (rest < 0) { quotient--; }
  if (rest >= b) { quotient++; }
  return quotient;
}

fn nearer(best: Nearest, i: u32, here: vec3i) -> Nearest {
  let way = here - palette[i].at;
  let far = dot(way, way);
  if (far < best.far) { return Nearest(i, far); }
  return best;
}

fn nearestOfAll(here: vec3i) -> Nearest {
  var best = Nearest(0u, FAR);
  let base = cellOf(here, params.mode) * CELL_WORDS;
  var word = candidates[base];
  let count = word & 255u;
  if (count == 0u) {
    for (var i = 0u; i < params.colours; i++) { best = nearer(best, i, here); }
    return best;
  }
  for (var n = 1u; n <= count; n++) {
    if ((n & 3u) == 0u) { word = candidates[base + (n >> 2u)]; } else { word >>= 8u; }
    best = nearer(best, word & 255u, here);
  }
  return best;
}

// `best` or the colour at `span` from A, whichever mixes better with A.
fn better(best: Second, i: u32, offset: vec3i, span: vec3i, length: i32, contrast: i32) -> Second {
  let toward = dot(offset, span);
  if (toward <= 0) { return best; } // A alone is better
  let part = portion(toward, length);
  let miss = offset - ((span * part + 128) >> vec3u(8u));
  let score = dot(miss, miss) + contrast;
  if (score > best.score) { return best; }
  if (score == best.score && (length > best.length || (length == best.length && i >= best.place))) { return best; }
  return Second(i, score, part, length);
}

fn wrap(v: u32, n: u32) -> u32 {
  if ((n & (n - 1u)) == 0u) { return v & (n - 1u); }
  return v % n;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let light = vec3i(textureLoad(source, id.xy, 0).rgb);
  let here = coordinates(light, params.mode);
  var row = 0u;
  var nearest = Nearest(0u, FAR);
  if (params.cell.x == 0u) {
    nearest = nearestOfAll(here);
  } else {
    let cell = id.xy / params.cell;
    row = 16u * cells[cell.y * params.cellsAcross + cell.x];
    for (var k = 0u; k < params.places; k++) { nearest = nearer(nearest, palettes[row + k], here); }
  }
  let a = nearest.place;

  var chosen = a;
  if (params.map.x > 0u && nearest.far > 0) {
    let base = palette[a];
    let offset = here - base.at;
    // A mix must beat A alone: a length of -1 loses every tie to it.
    var second = Second(a, nearest.far, 0, -1);
    if (params.cell.x == 0u) {
      for (var rank = 0u; rank + 1u < params.colours; rank++) {
        let packed = neighbours[a * 256u + rank];
        let way = vec2i(packed) << vec2u(16u);
        let span = vec3i(way.x, bitcast<i32>(packed.x), way.y) >> vec3u(16u);
        let length = dot(span, span);
        let contrast = (length >> 8u) * i32(params.penalty);
        if (contrast >= second.score) { break; } // nor can any after it win, being farther
        second = better(second, packed.y >> 16u, offset, span, length, contrast);
      }
    } else {
      for (var k = 0u; k < params.places; k++) {
        let i = palettes[row + k];
        let span = palette[i].at - base.at;
        let length = dot(span, span);
        second = better(second, i, offset, span, length, (length >> 8u) * i32(params.penalty));
      }
    }
    let b = second.place;
    if (b != a) {
      let to = palette[b];
      var part = second.along;
      if (params.mode != 2u) {
        let span = to.light - base.light;
        let toward = dot((light >> vec3u(2u)) - base.light, span);
        part = 0;
        if (toward > 0) { part = portion(toward, dot(span, span)); }
      }
      part = (part * i32(params.strength) + 128) >> 8u;
      // The brighter colour's share, so that the pattern does not flip where the two change places.
      let brighter = to.luminance > base.luminance || (to.luminance == base.luminance && b > a);
      let bright = u32(select(256 - part, part, brighter));
      let threshold = map[wrap(id.y, params.map.y) * params.map.x + wrap(id.x, params.map.x)];
      if ((bright > threshold) == brighter) { chosen = b; }
    }
  }
  let code = palette[chosen].code;
  let rgb = (vec3u(code) >> vec3u(0u, 8u, 16u)) & vec3u(255u);
  textureStore(destination, id.xy, vec4f(vec3f(rgb) / 255.0, 1.0));
}
