// Exact error diffusion of a whole picture: the same picture as one pixel after another in raster order,
// whatever the palette; what a pixel does is said in lib/diffuse.wgsl. Reference: tests/reference/diffuse.ts.
//
// A pixel needs its left neighbours and the rows above as far as REACH to its right. So rows may run side by
// side, each SKEW = REACH + 1 pixels behind the one above.
// * A thread has four rows, and their last errors in its registers.
// * A workgroup has a band of 4 × THREADS rows. Threads meet every BEAT steps; what a thread's fourth row hands on
//   is read one beat later by the thread below, which therefore follows LAG steps behind.
// * A picture has as many bands as it needs. Workgroups never wait for each other: each dispatch takes every
//   band SPAN steps further and lays by where it stopped, and a band follows DELAY dispatches behind the one above,
//   so that what it takes from there was written by an earlier dispatch.

const DELAY = 3;
const MOST_BANDS = 128;
const MOST_COLUMNS = 8200;

const LAG = SKEW * 3 + REACH + BEAT;
const BEATS = (THREADS * LAG + BEAT) / (BEAT * (DELAY - 1));
const SPAN = BEAT * BEATS;
const_assert (DELAY - 1) * SPAN >= THREADS * LAG - BEAT;

struct Band {
  rows: array<Rows, THREADS>,
  ring: array<Handed, THREADS * BEAT>,
}

struct State {
  dispatches: array<i32, MOST_BANDS>, // that were, for each band
  lines: array<Handed, 2 * MOST_COLUMNS>, // what a band hands to the next; bands take turns
  bands: array<Band, MOST_BANDS>,
}

@group(0) @binding(7) var<storage, read_write> state: State;

var<workgroup> turn: i32;
// For each thread two beats: one written, one read.
var<workgroup> ring: array<Handed, 2 * THREADS * BEAT>;

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) thread: u32) {
  let band = group.x;
  if (thread == 0u) {
    turn = state.dispatches[band];
    state.dispatches[band]++;
  }
  let now = workgroupUniformLoad(&turn); // the first dispatch that has this band is its 0
  let width = i32(params.size.x);
  let steps = width + 4 * SKEW + REACH; // after which a thread's rows have handed on all they have
  if (now * SPAN >= steps + (THREADS - 1) * LAG) { return; }

  var rows: Rows;
  if (now > 0) {
    rows = state.bands[band].rows[thread];
    for (var k = 0u; k < BEAT; k++) { ring[thread * BEAT + k] = state.bands[band].ring[thread * BEAT + k]; }
  }
  workgroupBarrier();

  let y = 4 * (i32(band) * THREADS + i32(thread));
  let lineIn = ((band + 1u) & 1u) * MOST_COLUMNS;
  let lineOut = (band & 1u) * MOST_COLUMNS;
  var x = now * SPAN - i32(thread) * LAG;
  var side = 0u;
  for (var beat = 0; beat < BEATS; beat++) {
    // A loop rather than a branch: where a thread has nothing to do it is left at once.
    let ends = select(0, BEAT, y < i32(params.size.y) && x + BEAT > 0 && x < steps);
    for (var k = 0; k < ends; k++) {
      var above: Handed;
      if (thread > 0u) {
        above = ring[(side * THREADS + thread - 1u) * BEAT + u32(k)];
      } else if (band > 0u) {
        above = state.lines[lineIn + u32(clamp(x + k, 0, MOST_COLUMNS - 1))];
      }
      rows = advance(rows, above, vec2i(x + k, y), vec2i(0, width), vec4i(0, 0, vec2i(params.size)));
      let on = handOn(rows.c, rows.d);
      ring[((1u - side) * THREADS + thread) * BEAT + u32(k)] = on;
      let column = x + k - 3 * SKEW - REACH;
      if (thread == THREADS - 1 && column >= 0 && column < MOST_COLUMNS) { state.lines[lineOut + u32(column)] = on; }
    }
    x += BEAT;
    side = 1u - side;
    workgroupBarrier();
  }

  state.bands[band].rows[thread] = rows;
  for (var k = 0u; k < BEAT; k++) { state.bands[band].ring[thread * BEAT + k] = ring[(side * THREADS + thread) * BEAT + k]; }
}
