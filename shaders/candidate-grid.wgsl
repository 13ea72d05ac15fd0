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
//
// A box to which no light leads stays empty: were a pixel to look there all the same, it would seek among all.

struct Params {
  colours: u32,
  mode: u32,
  penalty: u32, // of 256
  mixes: u32,   // 0: what is mixed is not listed
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(2) var<storage, read_write> candidates: array<u32>;
@group(0) @binding(3) var<storage, read> neighbours: array<vec2u, 65536>;

var<workgroup> reach: atomic<i32>;
var<workgroup> left: array<atomic<u32>, 8>;

fn placeOf(i: u32) -> vec3i { return unpackedAt(palette[i].xy, palette[i].zb); }

fn square(v: vec3i) -> i32 { return dot(v, v); }

fn least(low: vec3i, high: vec3i, at: vec3i) -> i32 { return square(at - clamp(at, low, high)); }

fn most(low: vec3i, high: vec3i, at: vec3i) -> i32 { return square(max(abs(at - low), abs(at - high))); }

// Whether every point from low to high is nearer to a than to b: |p - b|² - |p - a|² = |b|² - |a|² - 2 p · (b - a).
fn hides(a: vec3i, b: vec3i, low: vec3i, high: vec3i) -> bool {
  let way = b - a;
  let farthest = select(low, high, way > vec3i(0));
  return square(b) - square(a) - 2 * dot(farthest, way) > 0;
}

// Whether light 0 to 1 may have OKLab coordinates from low to high: light at the middle, and how far it can be from
// that, channel by channel, by the greatest slopes.
fn isLit(low: vec3i, high: vec3i) -> bool {
  let middle = 0.5 * vec3f(low + high) * vec3f(1.0, 0.5, 0.5) / 4096.0;
  let half = 0.5 * vec3f(high - low + 4) * vec3f(1.0, 0.5, 0.5) / 4096.0;
  let across = mat3x3f(1.0, 1.0, 1.0, 0.3963377774, -0.1055613458, -0.0894841775, 0.2158037573, -0.0638541728, -1.2914855480);
  let back = mat3x3f(
    4.0767416621, -1.2684380046, -0.0041960863,
    -3.3077115913, 2.6097574011, -0.7034186147,
    0.2309699292, -0.3413193965, 1.7076147010,
  );
  let cones = across * middle;
  let reach = mat3x3f(abs(across[0]), abs(across[1]), abs(across[2])) * half;
  let steepest = abs(cones) + reach;
  let light = back * (cones * cones * cones);
  let off = mat3x3f(abs(back[0]), abs(back[1]), abs(back[2])) * (3.0 * steepest * steepest * reach) + 0.001;
  return all(light > -off) && all(light < 1.0 + off);
}

// How much a mix lowers the squared distance.
fn gain(toward: f32, length: f32) -> f32 {
  let t = max(toward, 0.0);
  return select(t * t / length, 2.0 * t - length, t >= length);
}

// A bit for each colour.
alias Bits = array<u32, 8>;

// Whatever may be mixed with A in a box.
fn mixedWith(a: u32, low: vec3i, high: vec3i) -> Bits {
  var mixed = Bits();
  let at = placeOf(a);
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
      let span = vec3f(unpackedAt(packed.x, packed.y));
      let length = dot(span, span);
      let contrast = length * f32(params.penalty) / 256.0;
      // A score is at least its contrast; margins: rounding of the mix, of its share, of contrast, of floats.
      let off = 2.0 * sqrt(farthest) + 0.00002 * length + 2.0 * f32(params.penalty) + 300.0;
      if (contrast > farthest - surely + off) { break; }
      let toward = dot(middle, span);
      let reach = dot(half, abs(span));
      if (length == 0.0 || toward + reach <= 0.0) { continue; }
      let mix = span * clamp(toward / length, 0.0, 1.0);
      let middling = gain(toward, length) - contrast;
      if (round == 0u) {
        surely = max(surely, gain(toward - reach, length) - contrast - off);
        if (middling - off > most0) {
          most0 = middling - off;
          mix0 = mix;
        }
      } else if (gain(toward + reach, length) - contrast + off >= surely
        && middling + off + 2.0 * dot(half, abs(mix - mix0)) + reach * reach / length >= most0) {
        let place = packed.y >> 16u;
        mixed[place >> 5u] |= 1u << (place & 31u);
      }
    }
  }
  return mixed;
}

// A box's bytes before they are stored.
struct Box { words: array<u32, BOX_WORDS> }

fn put(box: ptr<function, Box>, byte: u32, value: u32) {
  if (byte < BOX_BYTES) { (*box).words[byte >> 2u] |= value << (8u * (byte & 3u)); }
}

// How a box is stored that has these colours for the nearest.
fn listed(near: Bits, count: u32, low: vec3i, high: vec3i) -> Box {
  var box = Box();
  // Room for a place, and where its mixes begin, each; and where the last end.
  if (2u * count + 2u > BOX_BYTES) { return box; }
  put(&box, 0u, count);
  var n = 0u;
  var end = 2u * count + 2u;
  for (var word = 0u; word < 8u; word++) {
    for (var bits = near[word]; bits != 0u; bits &= bits - 1u) {
      let a = 32u * word + firstTrailingBit(bits);
      n++;
      put(&box, n, a);
      put(&box, count + n, min(end, ALL));
      if (params.mixes != 0u) {
        let mixed = mixedWith(a, low, high);
        for (var w = 0u; w < 8u; w++) {
          for (var m = mixed[w]; m != 0u; m &= m - 1u) {
            put(&box, end, 32u * w + firstTrailingBit(m));
            end++;
          }
        }
      }
    }
  }
  put(&box, 2u * count + 1u, select(end, ALL, end > BOX_BYTES || params.mixes == 0u));
  return box;
}

@compute @workgroup_size(4, 4, 4)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) block: vec3u, @builtin(local_invocation_index) lane: u32) {
  // Of lightness alone, only one coordinate is ever other than 0.
  let extent = select(vec3i(1), vec3i(1, 0, 0), params.mode == 2u);
  let origin = gridOrigin(params.mode);
  let outerLow = (vec3i(block) << vec3u(CELL_BITS + 2u)) - origin;
  let outerHigh = outerLow + ((4i << CELL_BITS) - 1) * extent;
  if (params.mode == 0u && !isLit(outerLow, outerHigh)) { return; }
  if (lane == 0u) { atomicStore(&reach, 0x7fffffff); }
  if (lane < 8u) { atomicStore(&left[lane], 0u); }
  workgroupBarrier();
  for (var i = lane; i < params.colours; i += 64u) { atomicMin(&reach, most(outerLow, outerHigh, placeOf(i))); }
  workgroupBarrier();
  let outerReach = atomicLoad(&reach);
  for (var i = lane; i < params.colours; i += 64u) {
    if (least(outerLow, outerHigh, placeOf(i)) <= outerReach) { atomicOr(&left[i >> 5u], 1u << (i & 31u)); }
  }
  workgroupBarrier();
  if (any(id >= vec3u(CELLS))) { return; }
  let low = (vec3i(id) << vec3u(CELL_BITS)) - origin;
  let high = low + ((1i << CELL_BITS) - 1) * extent;
  if (params.mode == 0u && !isLit(low, high)) { return; }
  let middle = (low + high) >> vec3u(1u);
  var within = 0x7fffffff;
  var central = vec3i(0);
  var closest = 0x7fffffff;
  for (var word = 0u; word < 8u; word++) {
    for (var bits = atomicLoad(&left[word]); bits != 0u; bits &= bits - 1u) {
      let at = placeOf(32u * word + firstTrailingBit(bits));
      within = min(within, most(low, high, at));
      let far = square(at - middle);
      if (far < closest) { closest = far; central = at; }
    }
  }
  var near = Bits();
  var count = 0u;
  for (var word = 0u; word < 8u; word++) {
    for (var bits = atomicLoad(&left[word]); bits != 0u; bits &= bits - 1u) {
      let bit = bits & (~bits + 1u);
      let at = placeOf(32u * word + firstTrailingBit(bits));
      if (least(low, high, at) <= within && !hides(central, at, low, high)) {
        near[word] |= bit;
        count++;
      }
    }
  }
  let box = listed(near, count, low, high);
  let first = ((id.x * CELLS + id.y) * CELLS + id.z) * BOX_WORDS;
  for (var word = 0u; word < BOX_WORDS; word++) { candidates[first + word] = box.words[word]; }
}
