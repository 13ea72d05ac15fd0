// Smooths the structure tensor and reads from it which way strokes go: the direction of least change (x, y) and how
// sure it is (z, 0 to 1).

@group(0) @binding(0) var tensor: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba16float, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let size = textureDimensions(destination);
  if (any(id.xy >= size)) { return; }
  let last = vec2i(size) - 1;
  let p = vec2i(id.xy);
  let step = max(1.0, params.reach / 4.0);
  var sum = vec3f(0.0);
  var weight = 0.0;
  for (var y = -4; y <= 4; y++) {
    for (var x = -4; x <= 4; x++) {
      let w = exp(-f32(x * x + y * y) / 8.0);
      let q = clamp(p + vec2i(round(vec2f(f32(x), f32(y)) * step)), vec2i(0), last);
      sum += textureLoad(tensor, q, 0).xyz * w;
      weight += w;
    }
  }
  // Where nothing leads, strokes lie as a right hand puts them.
  let across = vec2f(0.57, 0.82);
  let t = sum / weight + 1.5e-4 * vec3f(across.x * across.x, across.x * across.y, across.y * across.y);
  let spread = sqrt((t.x - t.z) * (t.x - t.z) + 4.0 * t.y * t.y);
  let most = 0.5 * (t.x + t.z + spread);
  let least = 0.5 * (t.x + t.z - spread);
  var along = vec2f(most - t.x, -t.y);
  let length = length(along);
  along = select(vec2f(across.y, -across.x), along / max(length, 1e-9), length > 1e-7);
  let anisotropy = (most - least) / max(most + least, 1e-9) * smoothstep(5e-4, 2e-3, most);
  textureStore(destination, p, vec4f(along, anisotropy, 1.0));
}
