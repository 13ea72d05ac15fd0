// Hold and modify: a pixel is one of the base colours, or its left neighbour with one channel set to
// another level. Rows know nothing of each other; within a row each pixel takes, from the left, what
// is nearest to it, so a thread makes a row. A row begins with a base colour.
//
// A pixel's own colour is first rounded to the machine's levels: what changes by less, as a wall does that a far actor throws
// light on, changes nothing, and a run that has come to a colour goes on from there alike, whatever was before it.
//
// Tried in this order, the first of the least winning: the base colours in theirs; then red, green and
// blue set to the level below the pixel's own, its own, and the one above.

struct Params {
  size: vec2u,
  colours: u32,
  mode: u32, // as in lib/colour.wgsl
  levels: u32,
}

@group(0) @binding(0) var source: texture_2d<u32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var<uniform> params: Params;
@group(0) @binding(3) var<storage, read> palette: array<Colour, 256>;
// Light of each sRGB code value.
@group(0) @binding(4) var<storage, read> linear: array<u32, 256>;

@compute @workgroup_size(16)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let y = id.x;
  if (y >= params.size.y) { return; }
  let top = i32(params.levels) - 1;
  var held = vec3i(0);
  var heldLight = vec3i(0);
  for (var x = 0u; x < params.size.x; x++) {
    let light = vec3i(textureLoad(source, vec2u(x, y), 0).rgb);
    let levels = (vec3i(encode(light.r), encode(light.g), encode(light.b)) * top + 127) / 255;
    let seen = vec3u((levels * 255 + (top >> 1u)) / top);
    let here = coordinates(vec3i(vec3u(linear[seen.r], linear[seen.g], linear[seen.b])), params.mode);
    var least = 0x7fffffff;
    var chosen = vec3i(0);
    for (var k = 0u; k < params.colours; k++) {
      let way = here - palette[k].at;
      let far = dot(way, way);
      if (far < least) {
        least = far;
        chosen = vec3i((vec3u(palette[k].code) >> vec3u(0u, 8u, 16u)) & vec3u(255u));
      }
    }
    if (x > 0u) {
      for (var channel = 0u; channel < 3u; channel++) {
        let own = levels[channel];
        for (var level = max(0, own - 1); level <= min(top, own + 1); level++) {
          let code = (level * 255 + (top >> 1u)) / top;
          var next = held;
          var nextLight = heldLight;
          next[channel] = code;
          nextLight[channel] = i32(linear[code]);
          let way = here - coordinates(nextLight, params.mode);
          let far = dot(way, way);
          if (far < least) { least = far; chosen = next; }
        }
      }
    }
    held = chosen;
    heldLight = vec3i(i32(linear[held.r]), i32(linear[held.g]), i32(linear[held.b]));
    textureStore(destination, vec2u(x, y), vec4f(vec3f(held) / 255.0, 1.0));
  }
}
