// Where one thing ends before another, or a surface turns: between each pixel and its right (r) and lower (g) neighbour.

@group(0) @binding(0) var normals: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;
@group(0) @binding(2) var depths: texture_depth_2d;
@group(0) @binding(3) var ids: texture_2d<f32>;

// 1 / distance: across a flat surface it changes by the same amount from pixel to pixel, however slanted the surface.
fn nearness(p: vec2i) -> f32 {
  let q = clamp(p, vec2i(0), vec2i(textureDimensions(depths)) - 1);
  return params.inverseNear - textureLoad(depths, q, 0) * params.inverseRange;
}

fn thing(p: vec2i) -> u32 {
  let b = vec3u(textureLoad(ids, p, 0).rgb * 255.0 + 0.5);
  return b.r | (b.g << 8u) | (b.b << 16u);
}

// People's ids, as SCENE_IDS of src/stage/scene-id.ts has them.
fn isPerson(id: u32) -> bool { return id >= 16u && id < 256u; }

fn facing(p: vec2i) -> vec3f {
  let q = clamp(p, vec2i(0), vec2i(textureDimensions(normals)) - 1);
  return textureLoad(normals, q, 0).xyz * 2.0 - 1.0;
}

fn boundary(p: vec2i, step: vec2i) -> f32 {
  let q = p + step;
  if (any(q >= vec2i(textureDimensions(ids)))) { return 0.0; }
  let here = nearness(p);
  let there = nearness(q);
  let near = max(here, there);
  // Far things are many and small: their lines fade.
  let close = clamp(near * 14.0, 0.25, 1.0);
  let idHere = thing(p);
  let idThere = thing(q);
  if (params.figures > 0.0 && !isPerson(idHere) && !isPerson(idThere)) { return 0.0; }
  if (idHere != idThere) { return close; }
  if (idHere == 0u) { return 0.0; }
  let before = nearness(p - step);
  let after = nearness(q + step);
  let missed = min(abs(there - 2.0 * here + before), abs(here - 2.0 * there + after));
  var gap = smoothstep(0.012, 0.04, missed / near);
  if (gap > 0.0) {
    // What is a pixel thin has no outline: it would come and go along its length.
    let ragged = max(abs(here - 2.0 * before + nearness(p - 2 * step)), abs(there - 2.0 * after + nearness(q + 2 * step)));
    gap *= 1.0 - smoothstep(0.2, 0.6, ragged / missed);
  }
  if (params.figures > 0.0) { return gap * close; }
  let turn = 1.0 - dot(facing(p), facing(q));
  var crease = 0.8 * smoothstep(0.3, 0.7, turn) * clamp(near * 9.0 - 0.3, 0.0, 1.0);
  if (crease > 0.0) {
    let bent = 1.0 - min(dot(facing(p), facing(p - step)), dot(facing(q), facing(q + step)));
    crease *= 1.0 - smoothstep(0.08, 0.3, bent);
  }
  return max(gap, crease) * close;
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let p = vec2i(id.xy);
  textureStore(destination, p, vec4f(boundary(p, vec2i(1, 0)), boundary(p, vec2i(0, 1)), 0.0, 1.0));
}
