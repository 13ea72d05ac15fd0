// How much of each of two looks is seen in a column: whole numbers, 0 to 4096. Reference: tests/reference/mix-pictures.ts.

struct Params {
  kind: u32, // 0 dissolve, 1 wipe, 2 fade through black
  part: u32, // 0 (all the first picture) to 4096 (all the second)
  edge: u32, // width of a wipe's soft edge in pixels, at least 1
}

@group(0) @binding(3) var<uniform> params: Params;

fn weights(column: u32, width: u32) -> vec2u {
  if (params.kind == 2u) {
    let out = 2u * min(params.part, 2048u);
    let back = 2u * (max(params.part, 2048u) - 2048u);
    return vec2u(4096u - out, back);
  }
  var w = params.part;
  if (params.kind == 1u) {
    // In 1/4096 of a pixel: how far the front of the edge is past the middle of this column.
    let past = i32(params.part * (width + params.edge)) - i32(4096u * column + 2048u);
    w = min(u32(max(past, 0)) / params.edge, 4096u);
  }
  return vec2u(4096u - w, w);
}
