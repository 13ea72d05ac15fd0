// Error diffusion that stays near: what changes in one part of a picture leaves the rest as it is. What a pixel
// does is said in lib/diffuse.wgsl. Reference: tests/reference/diffuse.ts.
//
// The picture is laid with tiles of TILE × TILE pixels, every other row of them half a tile further left, as
// bricks. A tile is diffused on its own, beginning TOP rows above it and LEFT columns to its left and going on
// RIGHT columns beyond it; only its own pixels are written. By the time error reaches them it has settled, so that
// they look as if it had come from the whole picture, and edges do not show.
// A thread does a tile, serially but for four rows at once.

const TILE = 16;
const TOP = 6;
const LEFT = 4;
const RIGHT = 4;
const COLUMNS = LEFT + TILE + RIGHT + SKEW;

@compute @workgroup_size(16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = vec2i(params.size);
  let tilesAcross = size.x / TILE + 2; // enough for either kind of row
  let row = i32(id.x) / tilesAcross;
  let low = vec2i(i32(id.x) % tilesAcross * TILE - (row & 1) * (TILE / 2), row * TILE);
  let high = min(low + TILE, size);
  let across = vec2i(max(low.x - LEFT, 0), min(low.x + TILE + RIGHT, size.x));
  // What the four rows above hand down, by column.
  var line: array<Handed, COLUMNS>;
  var end = high.y;
  if (low.x >= size.x || high.x <= 0) { end = 0; }
  for (var y = max(low.y - TOP, 0); y < end; y += 4) {
    var rows: Rows;
    for (var x = across.x; x < across.y + 4 * SKEW + REACH; x++) {
      let above = line[min(x - across.x, COLUMNS - 1)];
      rows = advance(rows, above, vec2i(x, y), across, vec4i(max(low, vec2i(0)), high));
      let column = x - across.x - 3 * SKEW - REACH;
      if (column >= 0) { line[min(column, COLUMNS - 1)] = handOn(rows.c, rows.d); }
    }
  }
}
