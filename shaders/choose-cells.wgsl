// Chooses for each cell of the machine's pixels the palette that shows it with least error: a workgroup
// a cell. Every decision is made in whole numbers, so that the result equals tests/reference/choose-cells.ts.
//
// The error of a pixel is its squared distance (coordinates of lib/colour.wgsl, in quarters of their
// unit) to the nearest colour of the palette, or, where pixels will be dithered and palettes are small,
// to the best mix of two of them, with the pair's contrast counted against it as in quantise.wgsl.
// It is cut at 2^21 - 1, and at most 1024 pixels of a cell are looked at, so that no sum overflows.
// The lowest number wins ties.

struct Params {
  size: vec2u,
  cell: vec2u,
  step: u32,     // every so manyeth pixel of a cell is looked at, across and down
  palettes: u32,
  places: u32,   // of each palette
  mode: u32,     // as in lib/colour.wgsl
  mix: u32,      // 1: count mixtures; needs places <= 4
  penalty: u32,  // of 256: contrast of the pair
  lanes: u32,    // palettes tried at once: a power of two, THREADS at most
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(5) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(6) var<storage, read_write> cells: array<u32>;

const CAP = 0x1fffff;

const THREADS = 16u;
// Pixels of a cell that are looked at, at most. Workgroup memory is cleared for each workgroup: no more than is needed.
override PIXELS: u32 = 1024u;

// x and y 16 bits each; z.
var<workgroup> pixels: array<vec2u, PIXELS>;
var<workgroup> sums: array<u32, THREADS>;
var<workgroup> numbers: array<u32, THREADS>;

fn pixel(i: u32) -> vec3i {
  let packed = pixels[i];
  return vec3i(bitcast<i32>(packed.x << 16u) >> 16u, bitcast<i32>(packed.x) >> 16u, bitcast<i32>(packed.y));
}

fn colour(number: u32, k: u32) -> vec3i {
  return palette[palettes[16u * number + k]].at >> vec3u(2u);
}

fn distance2(a: vec3i, b: vec3i) -> i32 {
  let way = a - b;
  return dot(way, way);
}

// Error of every `stride`th pixel from `first` with one palette; four at a time, since colours are dear to fetch.
fn nearestError(number: u32, first: u32, stride: u32, count: u32) -> u32 {
  var sum = 0u;
  for (var i = first; i < count; i += 4u * stride) {
    let there = vec4u(i, i + stride, i + 2u * stride, i + 3u * stride) < vec4u(count);
    let last = vec4u(count - 1u);
    let at = min(vec4u(i, i + stride, i + 2u * stride, i + 3u * stride), last);
    let a = pixel(at.x);
    let b = pixel(at.y);
    let c = pixel(at.z);
    let d = pixel(at.w);
    var best = vec4i(CAP);
    for (var k = 0u; k < params.places; k++) {
      let one = colour(number, k);
      best = min(best, vec4i(distance2(a, one), distance2(b, one), distance2(c, one), distance2(d, one)));
    }
    best = select(vec4i(0), best, there);
    sum += u32(best.x) + u32(best.y) + u32(best.z) + u32(best.w);
  }
  return sum;
}

struct Pair {
  base: vec3i,
  span: vec3i,
  length: i32,
  part: u32, // 2^30 over the length, in place of a division a pixel
  contrast: i32,
}

fn pairOf(a: vec3i, b: vec3i) -> Pair {
  let span = b - a;
  let length = dot(span, span);
  return Pair(a, span, length, 0x40000000u / u32(max(length, 1)), (length >> 8u) * i32(params.penalty));
}

// `best`, or the error of the pair's best mix where that is less.
fn mixed(best: i32, here: vec3i, pair: Pair) -> i32 {
  let way = here - pair.base;
  let along = dot(way, pair.span);
  if (pair.contrast >= best || along <= 0 || along >= pair.length) { return best; }
  let part = i32((u32(along) * pair.part) >> 22u); // of 256
  let miss = way - ((pair.span * part + 128) >> vec3u(8u));
  return min(best, dot(miss, miss) + pair.contrast);
}

// For two, three and four colours apart: arrays in registers are slow.
fn mixedError(number: u32, first: u32, stride: u32, count: u32) -> u32 {
  let a = colour(number, 0u);
  let b = colour(number, 1u);
  let ab = pairOf(a, b);
  var sum = 0u;
  if (params.places == 2u) {
    for (var i = first; i < count; i += stride) {
      let here = pixel(i);
      sum += u32(mixed(min(CAP, min(distance2(here, a), distance2(here, b))), here, ab));
    }
    return sum;
  }
  // With three the fourth repeats the third, and its pairs change nothing.
  let c = colour(number, 2u);
  let d = colour(number, 3u);
  let ac = pairOf(a, c);
  let bc = pairOf(b, c);
  let ad = pairOf(a, d);
  let bd = pairOf(b, d);
  let cd = pairOf(c, d);
  for (var i = first; i < count; i += stride) {
    let here = pixel(i);
    let left = min(distance2(here, a), distance2(here, b));
    let right = min(distance2(here, c), distance2(here, d));
    var best = min(CAP, min(left, right));
    best = mixed(best, here, ab);
    best = mixed(best, here, ac);
    best = mixed(best, here, bc);
    best = mixed(best, here, ad);
    best = mixed(best, here, bd);
    best = mixed(best, here, cd);
    sum += u32(best);
  }
  return sum;
}

@compute @workgroup_size(THREADS)
fn main(
  @builtin(workgroup_id) cell: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let corner = cell.xy * params.cell;
  let within = min(params.cell, params.size - corner);
  let grid = (within + params.step - 1u) / params.step;
  let looked = grid.x * grid.y;
  for (var i = thread; i < looked; i += THREADS) {
    let at = corner + vec2u(i % grid.x, i / grid.x) * params.step;
    let here = coordinates(vec3i(textureLoad(source, at, 0).rgb), params.mode) >> vec3u(2u);
    pixels[i] = vec2u((bitcast<u32>(here.x) & 0xffffu) | (bitcast<u32>(here.y) << 16u), bitcast<u32>(here.z));
  }
  workgroupBarrier();

  // With few palettes several threads share one, each with its part of the pixels.
  let slices = THREADS / params.lanes;
  let slice = thread / params.lanes;
  var least = 0xffffffffu;
  var found = 0u;
  for (var number = thread % params.lanes; number < params.palettes; number += params.lanes) {
    var sum = 0u;
    if (params.mix == 1u) {
      sum = mixedError(number, slice, slices, looked);
    } else {
      sum = nearestError(number, slice, slices, looked);
    }
    if (sum < least) { least = sum; found = number; }
  }
  sums[thread] = least;
  numbers[thread] = found;
  workgroupBarrier();

  if (thread == 0u) {
    var best = 0xffffffffu;
    var chosen = 0u;
    for (var lane = 0u; lane < min(params.lanes, params.palettes); lane++) {
      var sum = 0u;
      for (var s = 0u; s < slices; s++) { sum += sums[s * params.lanes + lane]; }
      let number = numbers[lane];
      if (sum < best || (sum == best && number < chosen)) { best = sum; chosen = number; }
    }
    cells[cell.y * count.x + cell.x] = chosen;
  }
}
