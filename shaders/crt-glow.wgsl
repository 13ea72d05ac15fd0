// Light that strays: bloom (near, of its own colour) and halation (far, scattered in the glass, reddish), on a grid of
// cells far coarser than the display, since neither has detail. Gaussians, across and then down; as they are even, cells
// as far to either side are added first.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> light: array<i32>;
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
    for (var x = start.x; x < end.x; x++) {
      let root = standingRoots(light[y * crt.columns + x]) * crt.rootScale;
      sum += root * root;
    }
  }
  let count = (end - start).x * (end - start).y;
  cells[id.y * crt.glow.x + id.x] = vec4f(sum / f32(count), 1.0);
}

@compute @workgroup_size(8, 8)
fn across(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let row = i32(id.y * crt.glow.x);
  let x = i32(id.x);
  let last = i32(crt.glow.x) - 1;
  let here = cells[row + x].rgb;
  var near = here * gaussians[0].x;
  var far = here * gaussians[0].y;
  for (var i = 1; i <= crt.bloomReach; i++) {
    let both = cells[row + max(x - i, 0)].rgb + cells[row + min(x + i, last)].rgb;
    near += both * gaussians[i].x;
    far += both * gaussians[i].y;
  }
  for (var i = crt.bloomReach + 1; i <= crt.halationReach; i++) {
    let both = cells[row + max(x - i, 0)].rgb + cells[row + min(x + i, last)].rgb;
    far += both * gaussians[i].y;
  }
  strayed[row + x] = Strayed(vec4f(near, 1.0), vec4f(far, 1.0));
}

@compute @workgroup_size(8, 8)
fn down(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let width = i32(crt.glow.x);
  let x = i32(id.x);
  let y = i32(id.y);
  let last = i32(crt.glow.y) - 1;
  let here = y * width + x;
  var near = strayed[here].near.rgb * gaussians[0].z;
  for (var i = 1; i <= crt.bloomReach; i++) {
    let both = strayed[max(y - i, 0) * width + x].near.rgb + strayed[min(y + i, last) * width + x].near.rgb;
    near += both * gaussians[i].z;
  }
  var far = strayed[here].far.rgb * gaussians[0].w;
  for (var i = 1; i <= crt.halationReach; i++) {
    let both = strayed[max(y - i, 0) * width + x].far.rgb + strayed[min(y + i, last) * width + x].far.rgb;
    far += both * gaussians[i].w;
  }
  // A single phosphor's light has one colour; nothing in the glass changes that.
  let tint = select(HALATION, vec3f(1.0), crt.phosphor.w > 0.0);
  cells[here] = vec4f(crt.bloom * near + crt.halation * far * tint, 1.0);
}
