// Light that strays: bloom (near, of its own colour) and halation (far, scattered in the glass, reddish), on a grid of
// cells far coarser than the display, since neither has detail. Gaussians, across and then down; as they are even, cells
// as far to either side are added first. Light between the passes stands as roots in words: one is read where three were.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> light: array<i32>;
@group(0) @binding(2) var<storage, read_write> cells: array<i32>;
// Of both Gaussians, by distance in cells: bloom across, halation across, bloom down, halation down.
@group(0) @binding(3) var<storage, read> gaussians: array<vec4f>;
// After across: what is near of each cell, and behind all of them what is far.
@group(0) @binding(4) var<storage, read_write> strayed: array<i32>;

// Light that scatters in the glass is chiefly of long waves; their mean is 1, so that none is made.
const HALATION = vec3f(1.62, 0.78, 0.6);

// Light of a word, as scaled as its roots stand in it: the scale is put to the sum.
fn squareOf(word: i32) -> vec3f {
  let root = standingRoots(word);
  return root * root;
}

@compute @workgroup_size(8, 8)
fn gather(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let start = id.xy * crt.cell;
  let end = min(start + crt.cell, vec2u(crt.columns, crt.lines));
  var sum = vec3f(0.0);
  for (var y = start.y; y < end.y; y++) {
    for (var x = start.x; x < end.x; x++) {
      sum += squareOf(light[y * crt.columns + x]);
    }
  }
  let count = (end - start).x * (end - start).y;
  cells[id.y * crt.glow.x + id.x] = packRoots(sum * crt.rootScale * crt.rootScale / f32(count), crt.most);
}

@compute @workgroup_size(8, 8)
fn across(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let row = i32(id.y * crt.glow.x);
  let x = i32(id.x);
  let last = i32(crt.glow.x) - 1;
  let here = squareOf(cells[row + x]);
  var near = here * gaussians[0].x;
  var far = here * gaussians[0].y;
  for (var i = 1; i <= crt.bloomReach; i++) {
    let both = squareOf(cells[row + max(x - i, 0)]) + squareOf(cells[row + min(x + i, last)]);
    near += both * gaussians[i].x;
    far += both * gaussians[i].y;
  }
  for (var i = crt.bloomReach + 1; i <= crt.halationReach; i++) {
    let both = squareOf(cells[row + max(x - i, 0)]) + squareOf(cells[row + min(x + i, last)]);
    far += both * gaussians[i].y;
  }
  let scale = crt.rootScale * crt.rootScale;
  strayed[row + x] = packRoots(near * scale, crt.most);
  strayed[crt.glow.x * crt.glow.y + id.y * crt.glow.x + id.x] = packRoots(far * scale, crt.most);
}

@compute @workgroup_size(8, 8)
fn down(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= crt.glow)) { return; }
  let width = i32(crt.glow.x);
  let x = i32(id.x);
  let y = i32(id.y);
  let last = i32(crt.glow.y) - 1;
  let here = y * width + x;
  var near = squareOf(strayed[here]) * gaussians[0].z;
  for (var i = 1; i <= crt.bloomReach; i++) {
    let both = squareOf(strayed[max(y - i, 0) * width + x]) + squareOf(strayed[min(y + i, last) * width + x]);
    near += both * gaussians[i].z;
  }
  let behind = width * i32(crt.glow.y);
  var far = squareOf(strayed[behind + here]) * gaussians[0].w;
  for (var i = 1; i <= crt.halationReach; i++) {
    let both = squareOf(strayed[behind + max(y - i, 0) * width + x]) + squareOf(strayed[behind + min(y + i, last) * width + x]);
    far += both * gaussians[i].w;
  }
  // A single phosphor's light has one colour; nothing in the glass changes that.
  let tint = select(HALATION, vec3f(1.0), crt.phosphor.w > 0.0);
  let strays = (crt.bloom * near + crt.halation * far * tint) * crt.rootScale * crt.rootScale;
  cells[here] = packRoots(strays, crt.most);
}
