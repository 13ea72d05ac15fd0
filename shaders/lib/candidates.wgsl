// Which colours of a palette can be the nearest, and which can be mixed with that, for each of
// 34 × 34 × 34 boxes of coordinates of 128 to a side (src/render/kernels/candidate-grid.ts). Needs
// lib/colour.wgsl and, in whatever includes it, `palette` and `candidates`.

const CELL_BITS = 7u;
const CELLS = 34u;
// Words of a box: half for the nearest, half for those mixed with it. The lowest byte of each half is the
// number of places listed, the others are the places, ascending. 0 nearest: seek among all. 255 mixed:
// look at all.
const CELL_WORDS = 32u;
const HALF_WORDS = 16u;
// Palettes with more colours have no lists of mixes: these would be long to make and long themselves.
const MOST_MIXED = 32u;

// Added to coordinates, so that none is below 0: a and b of OKLab lie in -1917 … 2250 and -2554 … 1628.
fn gridOrigin(mode: u32) -> vec3i {
  return select(vec3i(0), vec3i(0, 2048, 2688), mode == 0u);
}

fn cellOf(at: vec3i, mode: u32) -> u32 {
  let cell = vec3u(at + gridOrigin(mode)) >> vec3u(CELL_BITS);
  return (cell.x * CELLS + cell.y) * CELLS + cell.z;
}
