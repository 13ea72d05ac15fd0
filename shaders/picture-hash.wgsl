// 128 bits that name an 8-bit picture: four lanes, each the sum (wrapping) over all pixels of a
// 32-bit mix of the pixel's colour and place. Sums commute, so the order of threads does not matter;
// the place is mixed in, so the order of pixels does. The mix is MurmurHash3's finaliser (Austin
// Appleby, public domain). Not cryptographic. Reference: tests/reference/picture-hash.ts.

@group(0) @binding(0) var source: texture_2d<f32>;
@group(0) @binding(1) var<storage, read_write> sums: array<atomic<u32>, 4>;

const COLOUR = vec4u(0x9e3779b1u, 0x85ebca77u, 0xc2b2ae3du, 0x27d4eb2fu);
const PLACE = vec4u(0x165667b1u, 0xd3a2646du, 0xfd7046c5u, 0xb55a4f09u);
const SEED = vec4u(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u); // the fraction of pi
const ROWS = 16u;

var<workgroup> lanes: array<atomic<u32>, 4>;

fn mix32(value: vec4u) -> vec4u {
  var h = value;
  h = (h ^ (h >> vec4u(16u))) * 0x85ebca6bu;
  h = (h ^ (h >> vec4u(13u))) * 0xc2b2ae35u;
  return h ^ (h >> vec4u(16u));
}

// A workgroup takes 64 columns of 16 rows; a thread one column of it.
@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_index) thread: u32) {
  let size = textureDimensions(source);
  var sum = vec4u(0u);
  if (id.x < size.x) {
    for (var y = id.y * ROWS; y < min((id.y + 1u) * ROWS, size.y); y++) {
      let code = vec4u(textureLoad(source, vec2u(id.x, y), 0) * 255.0 + 0.5);
      let colour = code.r | (code.g << 8u) | (code.b << 16u) | (code.a << 24u);
      sum += mix32(colour * COLOUR + (y * size.x + id.x) * PLACE + SEED);
    }
  }
  for (var lane = 0u; lane < 4u; lane++) { atomicAdd(&lanes[lane], sum[lane]); }
  workgroupBarrier();
  if (thread < 4u) { atomicAdd(&sums[thread], atomicLoad(&lanes[thread])); }
}
