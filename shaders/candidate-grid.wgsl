// Lists for each box of lib/candidates.wgsl every colour of the palette that is nearest to some point
// of it, and few others. A workgroup does 4 × 4 × 4 boxes: first it drops what is nearest to nothing in
// all of them together, then each box looks at what is left.
//
// A colour stays unless one of two bounds excludes it, both exact in whole numbers: it is farther from
// every point than the nearest-at-worst colour is from any; or every point is nearer to the colour
// nearest to the middle. Equally near ones stay: the lowest place is chosen when a pixel is.
//
// Then every colour that may be chosen for a mix with one of these, as quantise.wgsl chooses. With t the
// offset from A along the way to B and n that way's squared length, a mix lowers the squared distance by
// 0 for t <= 0, t² / n up to n, and 2 t - n beyond: rising in t, and t is linear, so that its ends over a
// box are known. B stays unless it cannot lower the score as much as some other must. Nor does it stay
// if it falls behind the colour that does best in the middle, everywhere: that function is convex, its
// slope is twice the mix and its bend along the way at most 2, so that over the box the difference is at
// most that in the middle, plus what the two mixes' difference makes of the box, plus the bend. These
// numbers are floats, and pixels round theirs: a margin covers both, so that only what has surely lost
// is dropped.

struct Params {
  colours: u32,
  mode: u32,
  penalty: u32, // of 256
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(2) var<storage, read_write> candidates: array<u32>;
@group(0) @binding(3) var<storage, read> neighbours: array<vec2u, 65536>;

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

// Light of OKLab coordinates with a and b doubled, 0 to 1 where there is such light.
fn lightOf(at: vec3f) -> vec3f {
  let lab = at * vec3f(1.0, 0.5, 0.5) / 4096.0;
  let cones = vec3f(
    lab.x + 0.3963377774 * lab.y + 0.2158037573 * lab.z,
    lab.x - 0.1055613458 * lab.y - 0.0638541728 * lab.z,
    lab.x - 0.0894841775 * lab.y - 1.2914855480 * lab.z,
  );
  let lms = cones * cones * cones;
  return vec3f(
    4.0767416621 * lms.x - 3.3077115913 * lms.y + 0.2309699292 * lms.z,
    -1.2684380046 * lms.x + 2.6097574011 * lms.y - 0.3413193965 * lms.z,
    -0.0041960863 * lms.x - 0.7034186147 * lms.y + 1.7076147010 * lms.z,
  );
}

// How much a mix lowers the squared distance.
fn gain(toward: f32, length: f32) -> f32 {
  let t = max(toward, 0.0);
  return select(t * t / length, 2.0 * t - length, t >= length);
}

// Bits of whatever may be mixed with A in a box, of at most MOST_MASKED colours.
fn mixedWith(a: u32, low: vec3i, high: vec3i) -> u32 {
  var mixed = 0u;
  let at = palette[a].at;
  let middle = 0.5 * vec3f(low + high - 2 * at);
  let half = 0.5 * vec3f(high - low);
  let farthest = f32(most(low, high, at));
  var surely = 0.0; // by how much the score can be lowered anywhere in the box
  // What does best in the middle: by how much, with the margin, and the mix.
  var most0 = 0.0;
  var mix0 = vec3f(0.0);
  for (var round = 0u; round < 2u; round++) {
    for (var rank = 0u; rank + 1u < params.colours; rank++) {
      let packed = neighbours[a * 256u + rank];
      let way = vec2i(packed) << vec2u(16u);
      let span = vec3f(vec3i(way.x, bitcast<i32>(packed.x), way.y) >> vec3u(16u));
      let length = dot(span, span);
      let contrast = length * f32(params.penalty) / 256.0;
      // A score is at least its contrast; margins: rounding of the mix, of its share, of contrast, of floats.
      let off = 2.0 * sqrt(farthest) + 0.00002 * length + 2.0 * f32(params.penalty) + 300.0;
      if (contrast > farthest - surely + off) { break; }
      let toward = dot(middle, span);
      let reach = dot(half, abs(span));
      if (length == 0.0) { continue; }
      let mix = span * clamp(toward / length, 0.0, 1.0);
      let middling = gain(toward, length) - contrast;
      if (round == 0u) {
        surely = max(surely, gain(toward - reach, length) - contrast - off);
        if (middling - off > most0) {
          most0 = middling - off;
          mix0 = mix;
        }
      } else if (toward + reach > 0.0 && gain(toward + reach, length) - contrast + off >= surely
        && middling + off + 2.0 * dot(half, abs(mix - mix0)) + reach * reach / length >= most0) {
        mixed |= 1u << (packed.y >> 16u);
      }
    }
  }
  return mixed;
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
  candidates[2u * cell] = near[0];
  // Far from any light no pixel looks.
  let light = lightOf(vec3f(middle));
  if (params.mode == 0u && (any(light < vec3f(-0.35)) || any(light > vec3f(1.6)))) {
    candidates[2u * cell + 1u] = 0xffffffffu >> (32u - params.colours);
    return;
  }
  var mixed = 0u;
  for (var bits = near[0]; bits != 0u; bits &= bits - 1u) { mixed |= mixedWith(firstTrailingBit(bits), low, high); }
  candidates[2u * cell + 1u] = mixed;
}
