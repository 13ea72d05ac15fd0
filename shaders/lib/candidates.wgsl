// Which colours of a palette can be the nearest, for each of 34 × 34 × 34 boxes of coordinates of 128
// to a side (src/render/kernels/candidate-grid.ts). Needs lib/colour.wgsl and, in whatever includes it,
// `palette` and `candidates`.

const CELL_BITS = 7u;
const CELLS = 34u;
// Words of a box. The lowest byte is the number of colours, the others their places, ascending;
// 0 stands for more than fit, to be sought among all.
const CELL_WORDS = 8u;

// Added to coordinates, so that none is below 0: a and b of OKLab lie in -1917 … 2250 and -2554 … 1628.
fn gridOrigin(mode: u32) -> vec3i {
  return select(vec3i(0), vec3i(0, 2048, 2688), mode == 0u);
}

fn cellOf(at: vec3i, mode: u32) -> u32 {
  let cell = vec3u(at + gridOrigin(mode)) >> vec3u(CELL_BITS);
  return (cell.x * CELLS + cell.y) * CELLS + cell.z;
}
