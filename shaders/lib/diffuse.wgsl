// What error diffusion does to a pixel, four pixels at a time; included after lib/colour.wgsl.
// Twin: tests/reference/diffuse.ts, which does the same serially.
//
// A channel's value is its sRGB code in sixteenths (0 … 4080) or, with `linear`, its light in 14 bits.
// * A pixel gathers, from those before it in raster order, Σ weight × error; the sum of all is rounded once,
//   floor((sum + floor(divisor / 2)) / divisor), and scaled, (· × strength + 128) >> 8. Added to the pixel's
//   own value it gives the wanted value, which is kept as it is: it may lie outside 0 … white.
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
  colours: u32,    // in the table: 0 where `near` has them all, or cells have palettes
  seed: u32,
  unused: u32,
  ahead: vec4i,    // weights from x - 1 and x - 2
  below: vec4i,    // from the row above, x + 2 … x - 1 …
  below2: vec4i,   // from the row above that
  last: vec4i,     // … x - 2 of both
  near: array<vec4i, 16>, // coordinates of up to 16 colours; far away where there are fewer
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> colours: array<Colour, 256>;
// Rows of 16 places in colours, the last repeated.
@group(0) @binding(4) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(5) var<storage, read> cells: array<u32, 262144>;
// Light 0 … 65535 → sixteenths of a code, two to a word; then sixteenths of a code → light.
@group(0) @binding(6) var<storage, read> tables: array<u32, 36864>;

fn fine(light: i32) -> i32 {
  return i32((tables[u32(light) >> 1u] >> ((u32(light) & 1u) * 16u)) & 0xffffu);
}

fn lightOfFine(value: i32) -> i32 { return i32(tables[32768u + u32(value)]); }

// A picture's value at a pixel.
fn valueAt(at: vec2i) -> vec3i {
  let light = vec3i(textureLoad(source, at, 0).rgb);
  if (params.linear != 0u) { return light >> vec3u(2u); }
  return vec3i(fine(light.r), fine(light.g), fine(light.b));
}

// Σ weight × error → what is added to a value. The float quotient is off by less than one, and put right in whole numbers.
fn handed(sum: vec3i) -> vec3i {
  let whole = (sum + params.half) >> vec3u(params.shift);
  var quotient = vec3i(floor(vec3f(whole) / f32(params.odd)));
  let rest = whole - quotient * params.odd;
  quotient += select(vec3i(0), vec3i(1), rest >= vec3i(params.odd)) - select(vec3i(0), vec3i(1), rest < vec3i(0));
  return (quotient * params.strength + 128) >> vec3u(8u);
}

// Where a wanted value lies.
fn place(wanted: vec3i) -> vec3i {
  let value = clamp(wanted, vec3i(0), vec3i(select(4080, 16383, params.linear != 0u)));
  if (params.mode == 1u && params.linear == 0u) { return value; }
  var light = value << vec3u(2u);
  if (params.linear == 0u) { light = vec3i(lightOfFine(value.r), lightOfFine(value.g), lightOfFine(value.b)); }
  if (params.mode == 1u) { return vec3i(fine(light.r), fine(light.g), fine(light.b)); }
  return coordinates(light, params.mode);
}

struct Four { a: vec3i, b: vec3i, c: vec3i, d: vec3i }
struct Nearest { far: vec4i, chosen: vec4u }

fn square(v: vec3i) -> i32 { return dot(v, v); }

fn consider(best: Nearest, i: u32, colour: vec3i, at: Four) -> Nearest {
  let far = vec4i(square(at.a - colour), square(at.b - colour), square(at.c - colour), square(at.d - colour));
  return Nearest(min(far, best.far), select(best.chosen, vec4u(i), far < best.far));
}

fn considerOne(best: vec2u, pixel: vec2u, rank: u32, at: vec3i) -> vec2u {
  let cell = min(pixel, params.size - 1u) / params.cell;
  let i = palettes[cells[cell.y * params.cellsAcross + cell.x] * 16u + rank];
  let far = u32(square(at - colours[i].at));
  if (far < best.x) { return vec2u(far, i); }
  return best;
}

// The nearest colours to four places, at pixels (x, y), (x - skew, y + 1), (x - 2 skew, y + 2), (x - 3 skew, y + 3).
// The four share what is read of the palette. `near` is read at fixed places, which costs least.
fn nearest(at: Four, first: vec2i) -> vec4u {
  var best = Nearest(vec4i(0x7fffffff), vec4u(0u));
  best = consider(best, 0u, params.near[0].xyz, at);
  best = consider(best, 1u, params.near[1].xyz, at);
  best = consider(best, 2u, params.near[2].xyz, at);
  best = consider(best, 3u, params.near[3].xyz, at);
  best = consider(best, 4u, params.near[4].xyz, at);
  best = consider(best, 5u, params.near[5].xyz, at);
  best = consider(best, 6u, params.near[6].xyz, at);
  best = consider(best, 7u, params.near[7].xyz, at);
  best = consider(best, 8u, params.near[8].xyz, at);
  best = consider(best, 9u, params.near[9].xyz, at);
  best = consider(best, 10u, params.near[10].xyz, at);
  best = consider(best, 11u, params.near[11].xyz, at);
  best = consider(best, 12u, params.near[12].xyz, at);
  best = consider(best, 13u, params.near[13].xyz, at);
  best = consider(best, 14u, params.near[14].xyz, at);
  best = consider(best, 15u, params.near[15].xyz, at);
  for (var i = 0u; i < params.colours; i++) { best = consider(best, i, colours[i].at, at); }
  for (var rank = 0u; rank < params.perPalette; rank++) {
    let x = vec4u(max(vec4i(first.x) - SKEW * vec4i(0, 1, 2, 3), vec4i(0)));
    let y = vec4u(u32(first.y)) + vec4u(0u, 1u, 2u, 3u);
    let a = considerOne(vec2u(u32(best.far.x), best.chosen.x), vec2u(x.x, y.x), rank, at.a);
    let b = considerOne(vec2u(u32(best.far.y), best.chosen.y), vec2u(x.y, y.y), rank, at.b);
    let c = considerOne(vec2u(u32(best.far.z), best.chosen.z), vec2u(x.z, y.z), rank, at.c);
    let d = considerOne(vec2u(u32(best.far.w), best.chosen.w), vec2u(x.w, y.w), rank, at.d);
    best = Nearest(vec4i(vec4u(a.x, b.x, c.x, d.x)), vec4u(a.y, b.y, c.y, d.y));
  }
  return best.chosen;
}

// Writes the chosen colour where `stored`, and gives the error; none where the pixel lies outside.
fn settle(at: vec2i, wanted: vec3i, chosen: u32, inside: bool, stored: bool) -> vec3i {
  let rgb = (vec3u(colours[chosen].code) >> vec3u(0u, 8u, 16u)) & vec3u(255u);
  if (stored) { textureStore(destination, at, vec4f(vec3f(rgb) / 255.0, 1.0)); }
  var value = vec3i(rgb << vec3u(4u));
  if (params.linear != 0u) { value = colours[chosen].light; }
  return select(vec3i(0), clamp(wanted - value, vec3i(-params.bound), vec3i(params.bound)), inside);
}

// Four rows at work: each SKEW pixels behind the one above it, so that none waits for another.
struct Rows { a: Trail, b: Trail, c: Trail, d: Trail }

// One step of four rows: the first at `first`, in a picture (or a part of one) that reaches from x = across.x to
// across.y - 1. `above` is what the rows above hand down. Only pixels from stored.x to stored.y - 1 are written.
fn advance(rows: Rows, above: Handed, first: vec2i, across: vec2i, stored: vec2i) -> Rows {
  let x = vec4i(first.x) - SKEW * vec4i(0, 1, 2, 3);
  let a = valueAt(vec2i(x.x, first.y)) + handed(ahead(rows.a) + fifth(above));
  let b = valueAt(vec2i(x.y, first.y + 1)) + handed(ahead(rows.b) + below(rows.a) + sixth(above));
  let c = valueAt(vec2i(x.z, first.y + 2)) + handed(ahead(rows.c) + below(rows.b) + below2(rows.a));
  let d = valueAt(vec2i(x.w, first.y + 3)) + handed(ahead(rows.d) + below(rows.c) + below2(rows.b));
  let chosen = nearest(Four(place(a), place(b), place(c), place(d)), first);
  let inside = (x >= vec4i(across.x)) & (x < vec4i(across.y));
  let written = (x >= vec4i(stored.x)) & (x < vec4i(stored.y)) & (vec4i(first.y) + vec4i(0, 1, 2, 3) < vec4i(i32(params.size.y)));
  return Rows(
    push(rows.a, settle(vec2i(x.x, first.y), a, chosen.x, inside.x, written.x)),
    push(rows.b, settle(vec2i(x.y, first.y + 1), b, chosen.y, inside.y, written.y)),
    push(rows.c, settle(vec2i(x.z, first.y + 2), c, chosen.z, inside.z, written.z)),
    push(rows.d, settle(vec2i(x.w, first.y + 3), d, chosen.w, inside.w, written.w)),
  );
}
