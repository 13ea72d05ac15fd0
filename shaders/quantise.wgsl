// Chooses for each pixel of linear light the nearest colour of a palette, or of the palette of the cell it lies in;
// there also with a threshold map fixed to the screen. Every decision is made in whole numbers, so that the result
// equals tests/reference/quantise.ts pixel for pixel. Dither with one palette everywhere is in ordered.wgsl.
//
// 1. Coordinates, as lib/colour.wgsl makes them.
// 2. A: the nearest colour. The lowest place in the palette wins ties.
// 3. With a map, B, as in mix-table.wgsl, of the cell's colours and for the pixel itself.
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
@group(0) @binding(5) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(6) var<storage, read> cells: array<u32>;
// Of 256: a pixel shows the brighter of its two where its share is above.
@group(0) @binding(7) var<storage, read> map: array<u32, 4096>;
@group(0) @binding(8) var<storage, read> candidates: array<u32>;

// A pipeline each: whether there is a map (in cells only), cells, distance in sRGB, and so few colours that the grid
// has masks of them.
override ordered: bool = false;
override cellular: bool = false;
override encoded: bool = false;
override few: bool = false;

// floor(256 a / b) for 0 <= a, 0 < b < 2^30, at most 256. The float quotient is off by less than one and
// put right in whole numbers; 256 a and 256 b may pass 2^31, their difference does not, and i32 wraps.
fn portion(a: i32, b: i32) -> i32 {
  let quotient = i32(256.0 * f32(min(a, b)) / f32(b));
  let rest = 256 * a - quotient * b;
  return select(quotient - select(0, 1, rest < 0) + select(0, 1, rest >= b), 256, a >= b);
}

fn placeOf(light: vec3i) -> vec3i {
  if (encoded) { return coordinates(light, 1u); }
  let lab = coordinates(light, 0u);
  return select(select(lab, vec3i(lab.x, 0, 0), params.mode == 2u), light >> vec3u(4u), params.mode == 3u);
}

fn wrap(v: u32, n: u32) -> u32 {
  if ((n & (n - 1u)) == 0u) { return v & (n - 1u); }
  return v % n;
}

// The best mix so far: with which colour, its score, its share, and that colour's distance from A, squared.
struct Mix { b: u32, best: i32, along: i32, reach: i32 }

// Of a pixel at `offset` from A: the mix with colour i, `span` from A, if it is better.
fn mixed(so: Mix, i: u32, span: vec3i, offset: vec3i) -> Mix {
  let length = dot(span, span);
  let contrast = (length >> 8u) * i32(params.penalty);
  let toward = dot(offset, span); // up to 0, A alone is better
  if (toward <= 0 || contrast > so.best) { return so; }
  let part = portion(toward, max(length, 1));
  let miss = offset - ((span * part + 128) >> vec3u(8u));
  let score = dot(miss, miss) + contrast;
  let nearer = length < so.reach || (length == so.reach && i < so.b);
  if (score < so.best || (score == so.best && nearer)) { return Mix(i, score, part, length); }
  return so;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= params.size)) { return; }
  let light = vec3i(textureLoad(source, id.xy, 0).rgb);
  let here = placeOf(light);

  // Branches that a pixel does not take cost a processor's vector lanes as much as those it takes, so
  // there are few; and each word read apart costs as much as ten sums.
  var row = 0u; // of the cell's palette
  var a = 0u;
  var nearest = 0x7fffffff;
  if (cellular) {
    let cell = id.xy / params.cell;
    row = 16u * cells[cell.y * params.cellsAcross + cell.x];
    for (var k = 0u; k < params.places; k++) {
      let i = palettes[row + k];
      let way = here - palette[i].at;
      let far = dot(way, way);
      if (far < nearest) { nearest = far; a = i; }
    }
  } else if (few) {
    let mask = candidates[cellOf(here, params.mode)];
    a = firstTrailingBit(mask);
    // One listed is the answer.
    for (var bits = select(mask, 0u, (mask & (mask - 1u)) == 0u); bits != 0u; bits &= bits - 1u) {
      let i = firstTrailingBit(bits);
      let way = here - palette[i].at;
      let far = dot(way, way);
      if (far < nearest) { nearest = far; a = i; }
    }
  } else {
    let box = cellOf(here, params.mode) * CELL_WORDS;
    var word = candidates[box];
    let count = word & 255u;
    a = (word >> 8u) & 255u;
    let last = select(select(count, 0u, count == 1u), params.colours, count == 0u);
    for (var n = 1u; n <= last; n++) {
      word >>= 8u;
      if ((n & 3u) == 0u) { word = candidates[box + (n >> 2u)]; }
      let i = select(word & 255u, n - 1u, count == 0u);
      let way = here - palette[i].at;
      let far = dot(way, way);
      if (far < nearest) { nearest = far; a = i; }
    }
  }

  let base = palette[a];
  var code = base.code;
  if (ordered) {
    let offset = here - base.at;
    // A mix must beat A alone: a length of -1 loses every tie to it.
    var so = Mix(a, dot(offset, offset), 0, -1);
    for (var k = 0u; k < params.places; k++) {
      let i = palettes[row + k];
      so = mixed(so, i, palette[i].at - base.at, offset);
    }
    let b = so.b;
    let to = palette[b];
    var part = so.along;
    if (params.mode != 2u) {
      let span = to.light - base.light;
      let toward = dot((light >> vec3u(2u)) - base.light, span);
      part = portion(max(toward, 0), max(dot(span, span), 1));
    }
    part = (part * i32(params.strength) + 128) >> 8u;
    // The brighter colour's share, so that the pattern does not flip where the two change places.
    let brighter = to.luminance > base.luminance || (to.luminance == base.luminance && b > a);
    let bright = u32(select(256 - part, part, brighter));
    let threshold = map[wrap(id.y, params.map.y) * params.map.x + wrap(id.x, params.map.x)];
    if ((bright > threshold) == brighter) { code = to.code; }
  }
  let rgb = (vec3u(code) >> vec3u(0u, 8u, 16u)) & vec3u(255u);
  textureStore(destination, id.xy, vec4f(vec3f(rgb) / 255.0, 1.0));
}
