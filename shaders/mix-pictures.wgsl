// Two looks as one: a dissolve, a wipe with a soft edge, or a fade through black. Whole numbers only: each colour is
// (first * w1 + second * w2 + 2048) >> 12, where w1 and w2 are 0 to 4096 and depend on the column alone.
// Mixed as code values (display-referred sRGB), as editing programs do: in linear light the brighter picture would
// take over almost at once and a dissolve would not look even. Reference: tests/reference/mix-pictures.ts.

struct Params {
  kind: u32, // 0 dissolve, 1 wipe, 2 fade through black
  part: u32, // 0 (all the first picture) to 4096 (all the second)
  edge: u32, // width of a wipe's soft edge in pixels, at least 1
}

@group(0) @binding(0) var first: texture_2d<f32>;
@group(0) @binding(1) var second: texture_2d<f32>;
@group(0) @binding(2) var destination: texture_storage_2d<rgba8unorm, write>;
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

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let w = weights(id.x, size.x);
  let a = vec3u(textureLoad(first, id.xy, 0).rgb * 255.0 + 0.5);
  let b = vec3u(textureLoad(second, id.xy, 0).rgb * 255.0 + 0.5);
  let code = (a * w.x + b * w.y + 2048u) >> vec3u(12u);
  textureStore(destination, id.xy, vec4f(vec3f(code) / 255.0, 1.0));
}
