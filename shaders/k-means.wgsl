// The colours of a picture in k groups, in whole numbers, so that the order of threads does not matter: Lloyd's iteration
// over the bins of histogram.wgsl in OKLab. Ties go to the lowest number. After lib/colour.wgsl.
// Reference: tests/reference/palette-from-picture.ts.

struct Params {
  colours: u32, // 2 … 256
  seed: u32,
  shift: u32,   // pixels lose so many bits as weight: all weights together stay below 2¹⁸, sums below 2³¹
}

// A bin that occurs.
struct Point {
  at: vec3i,
  weight: u32,
  bin: u32,
  code: u32,    // its mean colour, 0xrrggbb
  away: u32,    // squared distance from the nearest of the places to start from
}

// Of a group: weight, coordinates + 4096 times weight, how many bins, the greatest code.
const SUMS = 6u;

struct Groups {
  points: atomic<u32>,
  groups: u32,
  places: array<vec4i, 256>,
  sums: array<atomic<u32>, 1536>,
}

@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> bins: array<vec4u, 32768>;
@group(0) @binding(2) var<storage, read_write> points: array<Point, 32768>;
@group(0) @binding(3) var<storage, read_write> state: Groups;
// Linear light 0 … 65535 of each sRGB code.
@group(0) @binding(4) var<storage, read> linearOfSrgb: array<u32, 256>;

const FARTHEST = 0x7ffffffu;

fn squared(a: vec3i, b: vec3i) -> u32 {
  let d = a - b;
  return min(u32(d.x * d.x + d.y * d.y + d.z * d.z), FARTHEST);
}

// The finaliser of MurmurHash3 (Austin Appleby, public domain).
fn mixed(value: u32) -> u32 {
  var h = value;
  h = (h ^ (h >> 16u)) * 0x85ebca6bu;
  h = (h ^ (h >> 13u)) * 0xc2b2ae35u;
  return h ^ (h >> 16u);
}

// Lists the bins that occur, in any order.
@compute @workgroup_size(256)
fn list(@builtin(global_invocation_id) id: vec3u) {
  let bin = bins[id.x];
  if (bin.x == 0u) { return; }
  let corner = vec3u(id.x >> 10u, (id.x >> 5u) & 31u, id.x & 31u) << vec3u(3u);
  let code = corner + (bin.yzw + vec3u(bin.x >> 1u)) / bin.x;
  let light = vec3i(vec3u(linearOfSrgb[code.r], linearOfSrgb[code.g], linearOfSrgb[code.b]));
  var point: Point;
  point.at = coordinates(light, 0u);
  point.weight = max(1u, bin.x >> params.shift);
  point.bin = id.x;
  point.code = (code.r << 16u) | (code.g << 8u) | code.b;
  point.away = FARTHEST;
  points[atomicAdd(&state.points, 1u)] = point;
}

var<workgroup> score: array<u32, 256>;
var<workgroup> chosen: array<u32, 256>; // a point
var<workgroup> place: vec4i;            // and whether there is one

fn before(a: u32, b: u32) -> bool {
  return score[a] > score[b] || (score[a] == score[b] && points[chosen[a]].bin < points[chosen[b]].bin);
}

// Where groups start: the heaviest bin, then again and again the one farthest from all so far, where the heavy count for
// more (by the logarithm, so that accents are found) and the seed for a quarter.
@compute @workgroup_size(256)
fn start(@builtin(local_invocation_index) thread: u32) {
  let count = atomicLoad(&state.points);
  var groups = 0u;
  for (var k = 0u; k < params.colours; k++) {
    score[thread] = 0u;
    chosen[thread] = 0u;
    var bin = 0xffffffffu;
    for (var i = thread; i < count; i += 256u) {
      let point = points[i];
      var value = point.weight;
      if (k > 0u) {
        let away = min(point.away, squared(point.at, place.xyz));
        points[i].away = away;
        // 20 bits, times 18 at most, times 127 at most.
        let chance = 96u + (mixed(point.bin * 0x9e3779b1u + k * 0x85ebca77u + params.seed * 0xc2b2ae3du) >> 27u);
        value = ((away + 255u) >> 8u) * (32u - countLeadingZeros(point.weight)) * chance;
      }
      if (value > score[thread] || (value == score[thread] && value > 0u && point.bin < bin)) {
        score[thread] = value;
        chosen[thread] = i;
        bin = point.bin;
      }
    }
    workgroupBarrier();
    for (var reach = 128u; reach > 0u; reach >>= 1u) {
      if (thread < reach && score[thread + reach] > 0u && (score[thread] == 0u || before(thread + reach, thread))) {
        score[thread] = score[thread + reach];
        chosen[thread] = chosen[thread + reach];
      }
      workgroupBarrier();
    }
    if (thread == 0u) {
      place = vec4i(points[chosen[0]].at, select(0, 1, score[0] > 0u));
      state.places[k] = place;
    }
    if (workgroupUniformLoad(&place).w == 0) { break; }
    groups = k + 1u;
  }
  if (thread == 0u) { state.groups = groups; }
}

// Adds each point to the group whose place is nearest. Straight into memory: there are few points, and what few barriers
// would save costs more on adapters that run on the CPU.
@compute @workgroup_size(256)
fn assign(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= atomicLoad(&state.points)) { return; }
  let point = points[id.x];
  var nearest = 0u;
  var least = 0xffffffffu;
  for (var k = 0u; k < state.groups; k++) {
    let away = squared(point.at, state.places[k].xyz);
    if (away < least) {
      least = away;
      nearest = k;
    }
  }
  let to = nearest * SUMS;
  let at = vec3u(point.at + vec3i(4096)) * point.weight;
  atomicAdd(&state.sums[to], point.weight);
  atomicAdd(&state.sums[to + 1u], at.x);
  atomicAdd(&state.sums[to + 2u], at.y);
  atomicAdd(&state.sums[to + 3u], at.z);
  atomicAdd(&state.sums[to + 4u], 1u);
  atomicMax(&state.sums[to + 5u], point.code);
}

// Moves each group's place to its mean and begins new sums; a group of none stays where it is.
@compute @workgroup_size(256)
fn settle(@builtin(local_invocation_index) group: u32) {
  let first = group * SUMS;
  let weight = atomicLoad(&state.sums[first]);
  if (weight == 0u) { return; }
  let sums = vec3u(atomicLoad(&state.sums[first + 1u]), atomicLoad(&state.sums[first + 2u]), atomicLoad(&state.sums[first + 3u]));
  state.places[group] = vec4i(vec3i((sums + vec3u(weight >> 1u)) / weight) - vec3i(4096), 1);
  for (var i = first; i < first + SUMS; i++) { atomicStore(&state.sums[i], 0u); }
}
