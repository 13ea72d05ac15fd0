// How often colours occur in an 8-bit picture, in 32³ bins of 8 codes a channel, and how far above its bin's corner their
// channels lie in sum: at most 7 a pixel, so that 2³² holds more pixels than a texture has. Pixels of less than half
// cover do not count. Reference: tests/reference/palette-from-picture.ts.

@group(0) @binding(0) var source: texture_2d<f32>;
// Four words a bin: pixels, red, green, blue.
@group(0) @binding(1) var<storage, read_write> bins: array<atomic<u32>, 131072>;

const ROWS = 16u;

fn add(bin: u32, sums: vec4u) {
  if (sums.x == 0u) { return; }
  for (var i = 0u; i < 4u; i++) {
    if (sums[i] != 0u) { atomicAdd(&bins[bin * 4u + i], sums[i]); }
  }
}

// A workgroup takes 64 columns of 16 rows; a thread one column of it, and adds runs of one bin at once.
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(source);
  if (id.x >= size.x) { return; }
  var run = 0u;
  var sums = vec4u(0u);
  for (var y = id.y * ROWS; y < min((id.y + 1u) * ROWS, size.y); y++) {
    let code = vec4u(textureLoad(source, vec2u(id.x, y), 0) * 255.0 + 0.5);
    if (code.a < 128u) { continue; }
    let high = code.rgb >> vec3u(3u);
    let bin = (high.r << 10u) | (high.g << 5u) | high.b;
    if (bin != run) {
      add(run, sums);
      run = bin;
      sums = vec4u(0u);
    }
    sums += vec4u(1u, code.rgb & vec3u(7u));
  }
  add(run, sums);
}
