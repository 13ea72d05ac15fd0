// Exact error diffusion of a whole picture, as diffuse.wgsl does it, where a subgroup is LANES threads: a processor that
// draws in place of a GPU. There a barrier makes each thread of a workgroup a coroutine, which costs more than what the
// threads do; here a workgroup is one subgroup, and has none. Untested where subgroups are larger. Reference:
// tests/reference/diffuse.ts.
//
// * A thread has four rows, as in diffuse.wgsl; a workgroup has a band of 4 × LANES rows.
// * What a thread's fourth row hands on is given to the thread below by a shuffle in the next step, so that each row is
//   SKEW pixels behind the one above it throughout the band.
// * Bands are taken further by dispatches, as in diffuse.wgsl. A dispatch goes so far that a band may begin with the
//   second dispatch after the one above.
// * Each thread counts its band's dispatches for itself: no two share what is written. The compiler cannot see that all
//   have the same count, and has to be told not to mind (src/render/kernels/diffuse-schedule.ts, where its directives are).

const LANES = 4;
const MOST_BANDS = 512;
const MOST_COLUMNS = 8200;

const LAG = 4 * SKEW;
const SPAN = LANES * LAG;

struct Lane { rows: Rows, on: Handed }

struct State {
  dispatches: array<array<i32, LANES>, MOST_BANDS>, // that were, for each thread of each band
  lines: array<Handed, 2 * MOST_COLUMNS>,           // what a band hands to the next; bands take turns
  bands: array<array<Lane, LANES>, MOST_BANDS>,
}

@group(0) @binding(7) var<storage, read_write> state: State;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(subgroup_invocation_id) lane: u32) {
  let band = group.x;
  let now = state.dispatches[band][lane]; // the first dispatch that has this band is its 0
  let width = i32(params.size.x);
  let steps = width + 4 * SKEW + REACH; // after which a thread's rows have handed on all they have
  if (now * SPAN >= steps + (LANES - 1) * LAG) { return; }
  state.dispatches[band][lane] = now + 1;

  var rows: Rows;
  var on: Handed;
  if (now > 0) {
    rows = state.bands[band][lane].rows;
    on = state.bands[band][lane].on;
  }
  let y = 4 * (i32(band) * LANES + i32(lane));
  let lineIn = ((band + 1u) & 1u) * MOST_COLUMNS;
  let lineOut = (band & 1u) * MOST_COLUMNS;
  let first = now * SPAN - i32(lane) * LAG;
  for (var step = 0; step < SPAN; step++) {
    let x = first + step;
    var above = handedOf(subgroupShuffleUp(fifth(on), 1u), subgroupShuffleUp(sixth(on), 1u));
    if (lane == 0u) {
      above = Handed();
      if (band > 0u) { above = state.lines[lineIn + u32(clamp(x, 0, MOST_COLUMNS - 1))]; }
    }
    rows = advance(rows, above, vec2i(x, y), vec2i(0, width), vec4i(0, 0, vec2i(params.size)));
    on = handOn(rows.c, rows.d);
    let column = x - 3 * SKEW - REACH;
    if (lane == LANES - 1 && column >= 0 && column < MOST_COLUMNS) { state.lines[lineOut + u32(column)] = on; }
  }

  state.bands[band][lane].rows = rows;
  state.bands[band][lane].on = on;
}
