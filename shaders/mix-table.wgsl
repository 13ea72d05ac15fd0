// Chooses for each cell of light (lib/mixes.wgsl) the two colours of a palette that are mixed there. Every decision is
// made in whole numbers, so that the result equals tests/reference/quantise.ts.
//
// 1. Coordinates of the cell's middle, as lib/colour.wgsl makes them; in distance 2, each lightness.
// 2. A: the nearest colour. The lowest place in the palette wins ties.
// 3. B: the colour such that some mix of A and B is nearest, plus a penalty for contrast (after Yliluoma's positional
//    dithering, with one of the pair held). The pair spans exactly the palette's local spacing, so the dither is as
//    strong as it must be and no stronger. Of equal ones the nearest to A wins, then the lowest place.
//
// First, for each block of 4 × 4 × 4 cells, what is nearest to nothing in all of them is dropped: a colour that is
// farther from every point of the box around the block than another is from any. No barriers: a processor that plays
// GPU stops for each.

struct Params {
  colours: u32,
  mode: u32,    // as in lib/colour.wgsl
  penalty: u32, // of 256: contrast of the pair
  cells: u32,   // of light, along each side: 32 or 64
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(2) var<storage, read_write> table: array<u32, 262144>;
// Row a: the way to each other colour, nearest to a first: x, y; z, place.
@group(0) @binding(3) var<storage, read> neighbours: array<vec2u, 65536>;
// A bit for each colour that is left in a block, eight words a block.
@group(0) @binding(4) var<storage, read_write> left: array<u32, 32768>;

fn square(v: vec3i) -> i32 { return dot(v, v); }

// floor(256 a / b) for 0 <= a, 0 < b < 2^30, at most 256. The float quotient is off by less than one and
// put right in whole numbers; 256 a and 256 b may pass 2^31, their difference does not, and i32 wraps.
fn portion(a: i32, b: i32) -> i32 {
  let quotient = i32(256.0 * f32(min(a, b)) / f32(b));
  let rest = 256 * a - quotient * b;
  return select(quotient - select(0, 1, rest < 0) + select(0, 1, rest >= b), 256, a >= b);
}

fn numberOf(at: vec3u, side: u32) -> u32 { return (at.x * side + at.y) * side + at.z; }

fn placeOf(cell: vec3u) -> vec3i {
  if (params.mode != 2u) { return coordinates(middleOf(cell, params.cells), params.mode); }
  return vec3i(i32(numberOf(cell, params.cells)) - 1, 0, 0);
}

@compute @workgroup_size(1, 1, 8)
fn drop(@builtin(global_invocation_id) id: vec3u) {
  var low = vec3i(0x7fffffff);
  var high = vec3i(-0x7fffffff);
  for (var i = 0u; i < 64u; i++) {
    let at = placeOf(4u * id + ((vec3u(i) >> vec3u(4u, 2u, 0u)) & vec3u(3u)));
    low = min(low, at);
    high = max(high, at);
  }
  var reach = 0x7fffffff;
  for (var i = 0u; i < params.colours; i++) {
    let at = palette[i].at;
    reach = min(reach, square(max(abs(at - low), abs(at - high))));
  }
  let first = 8u * numberOf(id, params.cells / 4u);
  for (var word = 0u; word < 8u; word++) {
    var bits = 0u;
    for (var i = 32u * word; i < min(32u * word + 32u, params.colours); i++) {
      let at = palette[i].at;
      if (square(at - clamp(at, low, high)) <= reach) { bits |= 1u << (i & 31u); }
    }
    left[first + word] = bits;
  }
}

@compute @workgroup_size(4, 4, 4)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) block: vec3u) {
  let cell = numberOf(id, params.cells);
  let here = placeOf(id);
  let first = 8u * numberOf(block, params.cells / 4u);
  var a = 0u;
  var best = 0x7fffffff;
  for (var word = 0u; 32u * word < params.colours; word++) {
    for (var bits = left[first + word]; bits != 0u; bits &= bits - 1u) {
      let i = 32u * word + firstTrailingBit(bits);
      let far = square(here - palette[i].at);
      if (far < best) { best = far; a = i; }
    }
  }

  let offset = here - palette[a].at;
  // A mix must beat A alone: a length of -1 loses every tie to it.
  var b = a;
  var part = 0;
  var length = -1;
  for (var n = 0u; n + 1u < params.colours; n++) {
    let packed = neighbours[a * 256u + n];
    let way = vec2i(packed) << vec2u(16u);
    let span = vec3i(way.x, bitcast<i32>(packed.x), way.y) >> vec3u(16u);
    let far = dot(span, span);
    let contrast = (far >> 8u) * i32(params.penalty);
    if (contrast > best) { break; } // nor can any after it win, being farther
    let toward = dot(offset, span); // up to 0, A alone is better
    if (toward <= 0) { continue; }
    let share = portion(toward, max(far, 1));
    let score = square(offset - ((span * share + 128) >> vec3u(8u))) + contrast;
    let i = packed.y >> 16u;
    if (score < best || (score == best && (far < length || (far == length && i < b)))) {
      best = score;
      b = i;
      part = share;
      length = far;
    }
  }
  let over = palette[b].luminance - palette[a].luminance;
  let brighter = select(0u, 1u, over > 0 || (over == 0 && b > a));
  table[cell] = a | (b << 8u) | (brighter << 16u) | (u32(select(0, part, params.mode == 2u)) << 17u);
}
