// Which colours of a palette can be the nearest, for each of 34 × 34 × 34 boxes of coordinates of 128 to a side
// (src/render/kernels/candidate-grid.ts). Needs lib/colour.wgsl and, in whatever includes it, `palette` and
// `candidates`.
//
// Of up to MOST_MASKED colours a box has a word: a bit for each colour that can be nearest. Of more it has CELL_WORDS:
// the lowest byte is the number of places listed, the others are the places, ascending; 0 is to seek among all.

const CELL_BITS = 7u;
const CELLS = 34u;
const MOST_MASKED = 32u;
const CELL_WORDS = 16u;

// Added to coordinates, so that none is below 0: a and b of OKLab lie in -1917 … 2250 and -2554 … 1628, and
// the lightness of the faintest blues, rounded, is -1.
fn gridOrigin(mode: u32) -> vec3i {
  return select(select(vec3i(0), vec3i(128, 0, 0), mode == 2u), vec3i(128, 2048, 2688), mode == 0u);
}

fn cellOf(at: vec3i, mode: u32) -> u32 {
  let cell = vec3u(at + gridOrigin(mode)) >> vec3u(CELL_BITS);
  return (cell.x * CELLS + cell.y) * CELLS + cell.z;
}
