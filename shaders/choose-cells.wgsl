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
  lanes: u32,    // palettes tried at once: a power of two, 64 at most
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
@group(0) @binding(5) var<storage, read> palettes: array<u32, 8192>;
@group(0) @binding(6) var<storage, read_write> cells: array<u32>;

const CAP = 0x1fffff;
const FIRST = array<u32, 6>(0u, 0u, 1u, 0u, 1u, 2u);
const SECOND = array<u32, 6>(1u, 2u, 2u, 3u, 3u, 3u);

// x and y 16 bits each; z.
var<workgroup> pixels: array<vec2u, 1024>;
var<workgroup> sums: array<u32, 64>;
var<workgroup> numbers: array<u32, 64>;

fn pixel(i: u32) -> vec3i {
  let packed = pixels[i];
  return vec3i(bitcast<i32>(packed.x << 16u) >> 16u, bitcast<i32>(packed.x) >> 16u, bitcast<i32>(packed.y));
}

fn colour(number: u32, k: u32) -> vec3i {
  return palette[palettes[16u * number + k]].at >> vec3u(2u);
}

// Error of every `stride`th pixel from `first` with one palette.
fn nearestError(number: u32, first: u32, stride: u32, count: u32) -> u32 {
  var sum = 0u;
  for (var i = first; i < count; i += stride) {
    let here = pixel(i);
    var best = CAP;
    for (var k = 0u; k < params.places; k++) {
      let way = here - colour(number, k);
      best = min(best, dot(way, way));
    }
    sum += u32(best);
  }
  return sum;
}

fn mixedError(number: u32, first: u32, stride: u32, count: u32) -> u32 {
  var at: array<vec3i, 4>;
  var spans: array<vec3i, 6>;
  var lengths: array<i32, 6>;
  var parts: array<u32, 6>; // 2^30 over the length, in place of a division a pixel
  for (var k = 0u; k < params.places; k++) { at[k] = colour(number, k); }
  let pairs = params.places * (params.places - 1u) / 2u;
  for (var p = 0u; p < pairs; p++) {
    let span = at[SECOND[p]] - at[FIRST[p]];
    spans[p] = span;
    lengths[p] = dot(span, span);
    parts[p] = 0x40000000u / u32(max(lengths[p], 1));
  }
  var sum = 0u;
  for (var i = first; i < count; i += stride) {
    let here = pixel(i);
    var best = CAP;
    for (var k = 0u; k < params.places; k++) {
      let way = here - at[k];
      best = min(best, dot(way, way));
    }
    for (var p = 0u; p < pairs; p++) {
      let contrast = (lengths[p] >> 8u) * i32(params.penalty);
      if (contrast >= best) { continue; }
      let way = here - at[FIRST[p]];
      let along = dot(way, spans[p]);
      if (along <= 0 || along >= lengths[p]) { continue; }
      let part = i32((u32(along) * parts[p]) >> 22u); // of 256
      let miss = way - ((spans[p] * part + 128) >> vec3u(8u));
      best = min(best, dot(miss, miss) + contrast);
    }
    sum += u32(best);
  }
  return sum;
}

@compute @workgroup_size(64)
fn main(
  @builtin(workgroup_id) cell: vec3u,
  @builtin(num_workgroups) count: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let corner = cell.xy * params.cell;
  let within = min(params.cell, params.size - corner);
  let grid = (within + params.step - 1u) / params.step;
  let looked = grid.x * grid.y;
  for (var i = thread; i < looked; i += 64u) {
    let at = corner + vec2u(i % grid.x, i / grid.x) * params.step;
    let here = coordinates(vec3i(textureLoad(source, at, 0).rgb), params.mode) >> vec3u(2u);
    pixels[i] = vec2u((bitcast<u32>(here.x) & 0xffffu) | (bitcast<u32>(here.y) << 16u), bitcast<u32>(here.z));
  }
  workgroupBarrier();

  // With few palettes several threads share one, each with its part of the pixels.
  let slices = 64u / params.lanes;
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
