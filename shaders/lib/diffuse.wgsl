// What error diffusion does to a pixel; included after lib/colour.wgsl, lib/candidates.wgsl and one of
// lib/diffuse-narrow.wgsl and lib/diffuse-wide.wgsl.
// Twin: tests/reference/diffuse.ts, which does the same serially.
//
// A channel's value is its sRGB code in sixteenths (0 … 4080) or, with `linear`, its light in 14 bits.
// * A pixel gathers, from those before it in raster order, Σ weight × error; the sum of all is rounded once,
//   floor((sum + floor(divisor / 2)) / divisor), and scaled, (· × strength + 128) >> 8. Added to the pixel's
//   own value it gives the wanted value, which is kept as it is: it may lie outside 0 … white.
// * In distance 2 (tone) a pixel's own value is that of the grey as light as it, and a colour's value that of the
//   grey it stands for.
// * The wanted value, clamped to 0 … white, is looked up: as light (in 16 bits) it has coordinates in the
//   style's distance, and the colour nearest to them is chosen, the lowest place among equals. In distance 1
//   coordinates are sixteenths of a code, not rounded to codes.
// * Error is wanted minus chosen, clamped to ± bound in each channel. Bounded errors cannot pile up: what a
//   pixel is handed is at most bound, since no kernel's weights sum to more than its divisor.
// * Beyond the picture's edges there is no error; what would go there is lost.

struct Params {
  size: vec2u,
  mode: u32,       // of distance
  linear: u32,
  strength: i32,   // of 256
  bound: i32,
  half: i32,       // floor(divisor / 2)
  shift: u32,      // divisor = odd << shift
  odd: i32,
  cellsAcross: u32,
  cell: vec2u,
  perPalette: u32, // 0: all colours everywhere
  colours: u32,
  sought: u32,     // 0 where `near` has all colours, else 4: the pixels that look for theirs elsewhere
  coded: u32,      // 1 where a colour's value is its code in sixteenths
  ahead: vec4i,    // weights from x - 1 and x - 2
  below: vec4i,    // from the row above, x + 2 … x - 1 …
  below2: vec4i,   // from the row above that
  last: vec4i,     // … x - 2 of both
  near: array<vec4i, 16>, // of up to 16 colours c at place i: -32 c, and 16 c² + i; the last is never reached where there are fewer
  values: array<vec4i, 256>, // of the colours; w is the code, r lowest
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
// Rows of 16 places in the palette, the last repeated.
@group(0) @binding(4) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(5) var<storage, read> cells: array<u32, 262144>;
// Light 0 … 65535 → sixteenths of a code, two to a word; then sixteenths of a code → light; then lightness → light of a grey.
@group(0) @binding(6) var<storage, read> tables: array<u32, 40961>;
@group(0) @binding(8) var<storage, read> candidates: array<u32>;

// A pipeline of its own for what is asked for most: a whole picture, codes, OKLab, at most 16 colours and the same
// everywhere, a divisor that is a power of two. A processor that stands in for a GPU goes through every branch, taken or
// not; here those that are not taken are left out when the pipeline is made.
override usual: bool = false;

fn mode() -> u32 { return select(params.mode, 0u, usual); }
fn isLinear() -> bool { return !usual & (params.linear != 0u); }

fn fine(light: i32) -> i32 { return halfOf(tables[u32(light) >> 1u], light); }

fn lightOfFine(value: i32) -> i32 { return i32(tables[32768u + u32(value)]); }

// A picture's value at a pixel.
fn valueAt(at: vec2i) -> vec3i {
  var light = vec3i(textureLoad(source, at, 0).rgb);
  if (mode() == 2u) { light = vec3i(i32(tables[36864u + u32(clamp(perceived(light, 2u).x, 0, 4096))])); }
  if (isLinear()) { return light >> vec3u(2u); }
  return vec3i(fine(light.r), fine(light.g), fine(light.b));
}

// Σ weight × error → what is added to a value. The float quotient is off by less than one, and put right in whole numbers.
fn handed(sum: vec3i) -> vec3i {
  let whole = (sum + params.half) >> vec3u(params.shift);
  var quotient = whole;
  if (!usual & (params.odd != 1)) {
    quotient = vec3i(floor(vec3f(whole) / f32(params.odd)));
    let rest = whole - quotient * params.odd;
    quotient += select(vec3i(0), vec3i(1), rest >= vec3i(params.odd)) - select(vec3i(0), vec3i(1), rest < vec3i(0));
  }
  return (quotient * params.strength + 128) >> vec3u(8u);
}

// Where a wanted value lies.
fn place(wanted: vec3i) -> vec3i {
  let value = clamp(wanted, vec3i(0), vec3i(select(4080, 16383, isLinear())));
  if ((mode() == 1u) & !isLinear()) { return value; }
  var light = value << vec3u(2u);
  if (!isLinear()) { light = vec3i(lightOfFine(value.r), lightOfFine(value.g), lightOfFine(value.b)); }
  if (mode() == 1u) { return vec3i(fine(light.r), fine(light.g), fine(light.b)); }
  if (mode() == 3u) { return light >> vec3u(4u); }
  return perceived(light, mode());
}

fn square(v: vec3i) -> i32 { return dot(v, v); }

// The nearest colour to a place among those of the pixel's cell, or all.
fn nearestOne(at: vec3i, pixel: vec2i) -> u32 {
  let cell = vec2u(clamp(pixel, vec2i(0), vec2i(params.size) - 1)) / params.cell;
  var count = params.perPalette;
  var first = 0u;
  let box = cellOf(at, params.mode) * CELL_WORDS;
  var listed = 0u;
  var mask = 0u;
  if (count > 0u) {
    first = cells[cell.y * params.cellsAcross + cell.x] * 16u;
  } else if (params.colours <= MOST_MASKED) {
    mask = candidates[cellOf(at, params.mode)];
    count = countOneBits(mask);
  } else {
    listed = candidates[box] & 0xffu;
    count = select(params.colours, listed, listed > 0u);
  }
  var best = vec2i(0x7fffffff, 0);
  for (var k = 0u; k < count; k++) {
    var i = k;
    if (params.perPalette > 0u) {
      i = palettes[first + k];
    } else if (mask > 0u) {
      i = firstTrailingBit(mask);
      mask &= mask - 1u;
    } else if (listed > 0u) {
      i = (candidates[box + ((k + 1u) >> 2u)] >> (8u * ((k + 1u) & 3u))) & 0xffu;
    }
    let far = square(at - palette[i].at);
    best = select(best, vec2i(far, i32(i)), far < best.x);
  }
  return u32(best.y);
}

// Writes the chosen colour, one of `values`, where `stored`, and gives the error; none where the pixel lies outside.
fn settle(at: vec2i, wanted: vec3i, chosen: vec4i, inside: bool, stored: bool) -> vec3i {
  let code = chosen.w;
  var value = ((vec3i(code) << vec3u(4u)) >> vec3u(0u, 8u, 16u)) & vec3i(0xff0);
  if (!usual & (params.coded == 0u)) { value = chosen.xyz; }
  // What lies outside the picture is not written in any case.
  if (usual | stored) { textureStore(destination, at, unpack4x8unorm(u32(code) | 0xff000000u)); }
  return select(vec3i(0), clamp(wanted - value, vec3i(-params.bound), vec3i(params.bound)), inside);
}

// Four rows at work: each SKEW pixels behind the one above it, so that none waits for another.
struct Rows { a: Trail, b: Trail, c: Trail, d: Trail }
