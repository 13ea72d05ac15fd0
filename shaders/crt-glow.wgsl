// Light that strays: bloom (near, of its own colour) and halation (far, scattered in the glass, reddish), on a grid of
// cells far coarser than the display, since neither has detail. Gaussians, across and then down.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> light: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> cells: array<vec4f>;
// Of both Gaussians, by distance in cells: bloom across, halation across, bloom down, halation down.
@group(0) @binding(3) var<storage, read> gaussians: array<vec4f>;
struct Strayed { near: vec4f, far: vec4f }
@group(0) @binding(4) var<storage, read_write> strayed: array<Strayed>;

// Light that scatters in the glass is chiefly of long waves; their mean is 1, so that none is made.
const HALATION = vec3f(1.62, 0.78, 0.6);

@compute @workgroup_size(8, 8)
fn gather(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let start = id.xy * crt.cell;
  let end = min(start + crt.cell, vec2u(crt.columns, crt.lines));
  var sum = vec3f(0.0);
  for (var y = start.y; y < end.y; y++) {
    for (var x = start.x; x < end.x; x++) { sum += light[y * crt.columns + x].rgb; }
  }
  let count = (end - start).x * (end - start).y;
  cells[id.y * crt.glow.x + id.x] = vec4f(sum / f32(count), 1.0);
}

@compute @workgroup_size(8, 8)
fn across(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  var near = vec3f(0.0);
  var far = vec3f(0.0);
  for (var i = -crt.glowReach; i <= crt.glowReach; i++) {
    let x = clamp(i32(id.x) + i, 0, i32(crt.glow.x) - 1);
    let cell = cells[id.y * crt.glow.x + u32(x)].rgb;
    let weight = gaussians[abs(i)];
    near += cell * weight.x;
    far += cell * weight.y;
  }
  strayed[id.y * crt.glow.x + id.x] = Strayed(vec4f(near, 1.0), vec4f(far, 1.0));
}

@compute @workgroup_size(8, 8)
fn down(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  var near = vec3f(0.0);
  var far = vec3f(0.0);
  for (var i = -crt.glowReach; i <= crt.glowReach; i++) {
    let y = clamp(i32(id.y) + i, 0, i32(crt.glow.y) - 1);
    let here = strayed[u32(y) * crt.glow.x + id.x];
    let weight = gaussians[abs(i)];
    near += here.near.rgb * weight.z;
    far += here.far.rgb * weight.w;
  }
  // A single phosphor's light has one colour; nothing in the glass changes that.
  let tint = select(HALATION, vec3f(1.0), crt.phosphor.w > 0.0);
  cells[id.y * crt.glow.x + id.x] = vec4f(crt.bloom * near + crt.halation * far * tint, 1.0);
}
