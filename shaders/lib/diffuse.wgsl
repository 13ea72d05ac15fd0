// What error diffusion does to a pixel, four pixels at a time; included after lib/colour.wgsl, lib/candidates.wgsl and one of
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

fn fine(light: i32) -> i32 {
  return i32((tables[u32(light) >> 1u] >> ((u32(light) & 1u) * 16u)) & 0xffffu);
}

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

struct Four { a: vec3i, b: vec3i, c: vec3i, d: vec3i }
fn square(v: vec3i) -> i32 { return dot(v, v); }

// 16 (c² - 2 c·p) + i for the colour c at place i and four places p: least for the nearest, and of equals for the lowest.
fn keys(i: u32, at: Four) -> vec4i {
  let colour = params.near[i];
  return vec4i(dot(colour.xyz, at.a), dot(colour.xyz, at.b), dot(colour.xyz, at.c), dot(colour.xyz, at.d)) + colour.w;
}

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

// The nearest colours to four places, at pixels (x, y), (x - skew, y + 1), (x - 2 skew, y + 2), (x - 3 skew, y + 3).
// The four share what is read of `near`, at fixed places, which costs least.
fn nearest(at: Four, first: vec2i) -> vec4u {
  if (!usual) {
    if (params.sought > 0u) {
      var places = array<vec3i, 4>(at.a, at.b, at.c, at.d);
      var chosen = array<u32, 4>();
      for (var j = 0u; j < params.sought; j++) { chosen[j] = nearestOne(places[j], first + vec2i(-SKEW, 1) * i32(j)); }
      return vec4u(chosen[0], chosen[1], chosen[2], chosen[3]);
    }
  }
  var least = min(min(keys(0u, at), keys(1u, at)), min(keys(2u, at), keys(3u, at)));
  if (usual | (params.colours > 4u)) {
    least = min(least, min(min(keys(4u, at), keys(5u, at)), min(keys(6u, at), keys(7u, at))));
    least = min(least, min(min(keys(8u, at), keys(9u, at)), min(keys(10u, at), keys(11u, at))));
    least = min(least, min(min(keys(12u, at), keys(13u, at)), min(keys(14u, at), keys(15u, at))));
  }
  return vec4u(least & vec4i(15));
}

// Writes the chosen colour where `stored`, and gives the error; none where the pixel lies outside.
fn settle(at: vec2i, wanted: vec3i, chosen: u32, inside: bool, stored: bool) -> vec3i {
  let code = params.values[chosen].w;
  var value = ((vec3i(code) << vec3u(4u)) >> vec3u(0u, 8u, 16u)) & vec3i(0xff0);
  if (!usual & (params.coded == 0u)) { value = params.values[chosen].xyz; }
  // What lies outside the picture is not written in any case.
  if (usual | stored) { textureStore(destination, at, unpack4x8unorm(u32(code) | 0xff000000u)); }
  return select(vec3i(0), clamp(wanted - value, vec3i(-params.bound), vec3i(params.bound)), inside);
}

// Four rows at work: each SKEW pixels behind the one above it, so that none waits for another.
struct Rows { a: Trail, b: Trail, c: Trail, d: Trail }

// One step of four rows: the first at `first`, in a part of the picture that reaches from x = across.x to
// across.y - 1. `above` is what the rows above hand down. Only pixels from stored.xy to stored.zw - 1 are written.
fn advance(rows: Rows, above: Handed, first: vec2i, across: vec2i, stored: vec4i) -> Rows {
  let x = vec4i(first.x) - SKEW * vec4i(0, 1, 2, 3);
  let y = vec4i(first.y) + vec4i(0, 1, 2, 3);
  let a = valueAt(vec2i(x.x, y.x)) + handed(ahead(rows.a) + fifth(above));
  let b = valueAt(vec2i(x.y, y.y)) + handed(ahead(rows.b) + below(rows.a) + sixth(above));
  let c = valueAt(vec2i(x.z, y.z)) + handed(ahead(rows.c) + below(rows.b) + below2(rows.a));
  let d = valueAt(vec2i(x.w, y.w)) + handed(ahead(rows.d) + below(rows.c) + below2(rows.b));
  let chosen = nearest(Four(place(a), place(b), place(c), place(d)), first);
  let inside = (x >= vec4i(across.x)) & (x < vec4i(across.y));
  let written = (x >= vec4i(stored.x)) & (x < vec4i(stored.z)) & (y >= vec4i(stored.y)) & (y < vec4i(stored.w));
  return Rows(
    push(rows.a, settle(vec2i(x.x, y.x), a, chosen.x, inside.x, written.x)),
    push(rows.b, settle(vec2i(x.y, y.y), b, chosen.y, inside.y, written.y)),
    push(rows.c, settle(vec2i(x.z, y.z), c, chosen.z, inside.z, written.z)),
    push(rows.d, settle(vec2i(x.w, y.w), d, chosen.w, inside.w, written.w)),
  );
}
