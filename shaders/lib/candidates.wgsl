// Which colours of a palette can be the nearest, and which can be mixed with each of these, for each of
// 34 × 34 × 34 boxes of coordinates of 128 to a side (src/render/kernels/candidate-grid.ts). Needs
// lib/colour.wgsl and, in whatever includes it, `candidates`.
//
// A box has BOX_WORDS words, four bytes each, lowest first:
// 0             how many colours can be nearest; 0 is to seek among all
// 1 … n         their places, ascending
// n + 1 … 2n    where the mixes of each begin; they end where those of the next do
// 2n + 1        where the last ones end; 255 is to seek among all, whichever is nearest
// …             places to be mixed with

const CELL_BITS = 7u;
const CELLS = 34u;
const BOX_WORDS = 16u;
const BOX_BYTES = 64u;
const ALL = 255u;

// Added to coordinates, so that none is below 0: a and b of OKLab lie in -1917 … 2250 and -2554 … 1628, and
// the lightness of the faintest blues, rounded, is -1.
fn gridOrigin(mode: u32) -> vec3i {
  return select(select(vec3i(0), vec3i(128, 0, 0), mode == 2u), vec3i(128, 2048, 2688), mode == 0u);
}

// The first word of a place's box.
fn boxAt(at: vec3i, mode: u32) -> u32 {
  let cell = vec3u(at + gridOrigin(mode)) >> vec3u(CELL_BITS);
  return ((cell.x * CELLS + cell.y) * CELLS + cell.z) * BOX_WORDS;
}
