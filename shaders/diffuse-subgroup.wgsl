// Exact error diffusion of a whole picture, as diffuse.wgsl does it, where a subgroup is LANES threads: a processor that
// draws in place of a GPU. There a barrier makes each thread of a workgroup a coroutine, which costs more than what the
// threads do; here a workgroup is one subgroup, and has none. Untested where subgroups are larger. Reference:
// tests/reference/diffuse.ts.
//
// * A thread has four rows, as in diffuse.wgsl; a workgroup has a band of 4 × LANES rows.
// * In a step, one row is done after the other: what four need at once would not stay in a processor's registers. Each
//   thread has its own copy of the colours, since what all share is slower to read there.
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
const SPAN = 2 * LANES * LAG; // a dispatch has its cost too

struct Lane { rows: Rows, on: Handed }

struct State {
  dispatches: array<array<i32, LANES>, MOST_BANDS>, // that were, for each thread of each band
  lines: array<Handed, 2 * MOST_COLUMNS>,           // what a band hands to the next; bands take turns
  bands: array<array<Lane, LANES>, MOST_BANDS>,
}

@group(0) @binding(7) var<storage, read_write> state: State;

// As in `params`: `near`, and the codes of the same colours.
var<private> near: array<vec4i, 16>;
var<private> codes: array<i32, 16>;

// 16 (c² - 2 c·p) + i for the colour c at place i and a place p: least for the nearest, and of equals for the lowest.
fn key(i: u32, at: vec3i) -> i32 { return dot(near[i].xyz, at) + near[i].w; }

// The nearest colour to a place, at a pixel: one of `values`. Where the pipeline is `usual`, its code alone.
fn nearest(at: vec3i, pixel: vec2i) -> vec4i {
  var least = min(min(key(0u, at), key(1u, at)), min(key(2u, at), key(3u, at)));
  least = min(least, min(min(key(4u, at), key(5u, at)), min(key(6u, at), key(7u, at))));
  least = min(least, min(min(key(8u, at), key(9u, at)), min(key(10u, at), key(11u, at))));
  least = min(least, min(min(key(12u, at), key(13u, at)), min(key(14u, at), key(15u, at))));
  var colour = vec4i(0, 0, 0, codes[least & 15]);
  if (!usual) {
    var chosen = u32(least & 15);
    // A loop rather than a branch, which would be gone through in any case.
    for (var i = 0u; i < params.sought; i += 4u) { chosen = nearestOne(at, pixel); }
    colour = params.values[chosen];
  }
  return colour;
}

// Chooses a pixel's colour from what it is handed, and gives its error.
fn choose(at: vec2i, sum: vec3i) -> vec3i {
  let wanted = valueAt(at) + handed(sum);
  let inside = (at.x >= 0) & (at.x < i32(params.size.x));
  return settle(at, wanted, nearest(place(wanted), at), inside, true);
}

// One step of four rows, the first at `first`. `above` is what the rows above hand down.
fn advance(rows: Rows, above: Handed, first: vec2i) -> Rows {
  let behind = vec2i(-SKEW, 1);
  let a = choose(first, ahead(rows.a) + fifth(above));
  let b = choose(first + behind, ahead(rows.b) + below(rows.a) + sixth(above));
  let c = choose(first + 2 * behind, ahead(rows.c) + below(rows.b) + below2(rows.a));
  let d = choose(first + 3 * behind, ahead(rows.d) + below(rows.c) + below2(rows.b));
  return Rows(push(rows.a, a), push(rows.b, b), push(rows.c, c), push(rows.d, d));
}

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(subgroup_invocation_id) lane: u32) {
  let band = group.x;
  let now = state.dispatches[band][lane]; // the first dispatch that has this band is its 0
  let width = i32(params.size.x);
  let steps = width + 4 * SKEW + REACH; // after which a thread's rows have handed on all they have
  if (now * SPAN >= steps + (LANES - 1) * LAG) { return; }
  state.dispatches[band][lane] = now + 1;

  near = params.near;
  for (var i = 0u; i < 16u; i++) { codes[i] = params.values[i].w; }
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
    rows = advance(rows, above, vec2i(x, y));
    on = handOn(rows.c, rows.d);
    let column = x - 3 * SKEW - REACH;
    if (lane == LANES - 1 && column >= 0 && column < MOST_COLUMNS) { state.lines[lineOut + u32(column)] = on; }
  }

  state.bands[band][lane].rows = rows;
  state.bands[band][lane].on = on;
}
