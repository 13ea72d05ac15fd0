// Which two colours of a palette are mixed where (src/render/kernels/mix-table.ts). Needs lib/colour.wgsl.
//
// Light is cut into 32 × 32 × 32 cells, or for many colours 64 × 64 × 64, even in its square root: eight or four sRGB
// codes to a side, less in the dark. All pixels of a cell mix the same two colours, those that suit its middle; each
// has its own share of them. In distance 2 (tone) nothing is cut: each lightness has two colours and their shares.
//
// A word of the table: the nearest colour A; above 8 bits the other, B (A where there is none); above 16, whether B
// is the brighter; above 17, in distance 2, the share of B in 256ths.

// The number of the cell, of `cells` to a side, that light lies in. Cells begin at squares of whole numbers: with the half,
// no root is near one.
fn latticeOf(light: vec3u, cells: u32) -> u32 {
  let i = vec3u(sqrt(vec3f(light) + 0.5) * (f32(cells) / 256.0));
  return (i.r * cells + i.g) * cells + i.b;
}

// Light in the middle of a cell.
fn middleOf(cell: vec3u, cells: u32) -> vec3i {
  let side = 256u / cells;
  let root = vec3i(side * cell + side / 2u);
  return root * root;
}

// The place of a lightness: that of the faintest blues, rounded, is -1.
fn stepOf(lightness: i32) -> u32 { return u32(lightness + 1); }
