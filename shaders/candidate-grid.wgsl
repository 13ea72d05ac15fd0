// Lists for each box of lib/candidates.wgsl every colour of the palette that is nearest to some point
// of it, and few others. A workgroup does 4 × 4 × 4 boxes: first it drops what is nearest to nothing in
// all of them together, then each box looks at what is left.
//
// A colour stays unless one of two bounds excludes it, both exact in whole numbers: it is farther from
// every point than the nearest-at-worst colour is from any; or every point is nearer to the colour
// nearest to the middle. Equally near ones stay: the lowest place is chosen when a pixel is.

struct Params {
  colours: u32,
  mode: u32,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(2) var<storage, read_write> candidates: array<u32>;

var<workgroup> reach: atomic<i32>;
var<workgroup> left: array<atomic<u32>, 8>;

fn square(v: vec3i) -> i32 { return dot(v, v); }

fn least(low: vec3i, high: vec3i, at: vec3i) -> i32 { return square(at - clamp(at, low, high)); }

fn most(low: vec3i, high: vec3i, at: vec3i) -> i32 { return square(max(abs(at - low), abs(at - high))); }

// Whether every point from low to high is nearer to a than to b: |p - b|² - |p - a|² = |b|² - |a|² - 2 p · (b - a).
fn hides(a: vec3i, b: vec3i, low: vec3i, high: vec3i) -> bool {
  let way = b - a;
  let farthest = select(low, high, way > vec3i(0));
  return square(b) - square(a) - 2 * dot(farthest, way) > 0;
}

// Lists the places of all bits for a box.
fn list(cell: u32, near: ptr<function, array<u32, 8>>) {
  let base = cell * CELL_WORDS;
  var count = 0u;
  var first = 0u;
  var packed = 0u;
  for (var word = 0u; word < 8u; word++) {
    for (var bits = (*near)[word]; bits != 0u; bits &= bits - 1u) {
      // Place n, from 1, is byte n of the words.
      count++;
      packed |= (32u * word + firstTrailingBit(bits)) << (8u * (count & 3u));
      if ((count & 3u) == 3u && count < 4u * CELL_WORDS) {
        if (count == 3u) { first = packed; } else { candidates[base + (count >> 2u)] = packed; }
        packed = 0u;
      }
    }
  }
  if ((count & 3u) != 3u && count < 4u * CELL_WORDS) {
    if (count < 3u) { first = packed; } else { candidates[base + (count >> 2u)] = packed; }
  }
  candidates[base] = select(first | count, 0u, count >= 4u * CELL_WORDS);
}

@compute @workgroup_size(4, 4, 4)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) block: vec3u, @builtin(local_invocation_index) lane: u32) {
  // Of lightness alone, only one coordinate is ever other than 0.
  let extent = select(vec3i(1), vec3i(1, 0, 0), params.mode == 2u);
  let origin = gridOrigin(params.mode);
  let outerLow = (vec3i(block) << vec3u(CELL_BITS + 2u)) - origin;
  let outerHigh = outerLow + ((4i << CELL_BITS) - 1) * extent;
  if (lane == 0u) { atomicStore(&reach, 0x7fffffff); }
  if (lane < 8u) { atomicStore(&left[lane], 0u); }
  workgroupBarrier();
  for (var i = lane; i < params.colours; i += 64u) { atomicMin(&reach, most(outerLow, outerHigh, palette[i].at)); }
  workgroupBarrier();
  let outerReach = atomicLoad(&reach);
  for (var i = lane; i < params.colours; i += 64u) {
    if (least(outerLow, outerHigh, palette[i].at) <= outerReach) { atomicOr(&left[i >> 5u], 1u << (i & 31u)); }
  }
  workgroupBarrier();
  if (any(id >= vec3u(CELLS))) { return; }

  let low = (vec3i(id) << vec3u(CELL_BITS)) - origin;
  let high = low + ((1i << CELL_BITS) - 1) * extent;
  let middle = (low + high) >> vec3u(1u);
  let cell = (id.x * CELLS + id.y) * CELLS + id.z;
  let masked = params.colours <= MOST_MASKED;
  var within = 0x7fffffff;
  var central = vec3i(0);
  var closest = 0x7fffffff;
  for (var word = 0u; word < 8u; word++) {
    for (var bits = atomicLoad(&left[word]); bits != 0u; bits &= bits - 1u) {
      let at = palette[32u * word + firstTrailingBit(bits)].at;
      within = min(within, most(low, high, at));
      let far = square(at - middle);
      if (far < closest) { closest = far; central = at; }
    }
  }
  var near = array<u32, 8>();
  for (var word = 0u; word < 8u; word++) {
    for (var bits = atomicLoad(&left[word]); bits != 0u; bits &= bits - 1u) {
      let bit = bits & (~bits + 1u);
      let at = palette[32u * word + firstTrailingBit(bits)].at;
      if (least(low, high, at) <= within && !hides(central, at, low, high)) { near[word] |= bit; }
    }
  }
  if (!masked) {
    list(cell, &near);
    return;
  }
  candidates[cell] = near[0];
}
