// Each line as the beam draws it, at the display's width: every sample a box a sample wide under a Gaussian spot, red and
// blue a little astray, as tables of weights say. Beside it, for the same place, the light that strays there. What
// is not curved need not be worked out again for every row of the display.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var<storage, read> light: array<i32>;
@group(0) @binding(3) var<storage, read> glow: array<i32>;
// For each tap a row of reds, of greens and of blues, a weight a column; behind all, the sample that a column begins with.
@group(0) @binding(4) var<storage, read> weights: array<f32>;
// Roots of the beam's light, of `most`, and behind all of them those of the stray light, a row of cells each.
@group(0) @binding(5) var<storage, read_write> drawn: array<i32>;

const LINES = 4u;

// Stray light of a row of cells at a place between two of them.
fn strayLight(across: f32, row: u32) -> vec3f {
  let last = i32(crt.glow.x) - 1;
  let base = floor(across);
  let start = row * crt.glow.x;
  let before = squareOf(glow[start + u32(clamp(i32(base), 0, last))]);
  let behind = squareOf(glow[start + u32(clamp(i32(base) + 1, 0, last))]);
  return (before + (across - base) * (behind - before)) * crt.rootScale * crt.rootScale;
}

// What a sample of light is of a root, squared: the scale is put to the sum.
fn squareOf(word: i32) -> vec3f {
  let root = standingRoots(word);
  return root * root;
}

fn draw(column: u32, line: u32, squares: vec3f) {
  if (line >= crt.lines) { return; }
  var beam = squares * crt.rootScale * crt.rootScale;
  if (crt.interlace != 0u) {
    // This field's lines are new, the other's fade. Together they keep the light of two: what the
    // new cannot show, being white already, the old keep.
    let fresh = smaller(beam * 1.55, larger(beam, vec3f(1.0)));
    beam = select(2.0 * beam - fresh, fresh, (line & 1u) == (step.frame & 1u));
  }
  drawn[line * crt.rect.z + column] = packRoots(beam * (1.0 - crt.bloom - crt.halation), crt.most);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let first = id.y * LINES;
  let width = crt.rect.z;
  if (id.x >= width || first >= crt.lines) { return; }
  let start = i32(weights[3u * crt.taps * width + id.x]);
  let last = i32(crt.columns) - 1;
  // Beyond the last line the last is read again, and not drawn; beyond a line's ends weights are 0.
  let rows = vec4i(min(first + vec4u(0u, 1u, 2u, 3u), vec4u(crt.lines - 1u)) * crt.columns);
  var a = vec3f(0.0);
  var b = vec3f(0.0);
  var c = vec3f(0.0);
  var d = vec3f(0.0);
  var place = id.x;
  for (var i = 0; i < i32(crt.taps); i++) {
    let weight = vec3f(weights[place], weights[place + width], weights[place + 2u * width]);
    let at = rows + clamp(start + i, 0, last);
    a += weight * squareOf(light[at.x]);
    b += weight * squareOf(light[at.y]);
    c += weight * squareOf(light[at.z]);
    d += weight * squareOf(light[at.w]);
    place += 3u * width;
  }
  draw(id.x, first, a);
  draw(id.x, first + 1u, b);
  draw(id.x, first + 2u, c);
  draw(id.x, first + 3u, d);
  let across = (f32(id.x) + 0.5) / f32(width) * f32(crt.columns) / f32(crt.cell.x) - 0.5;
  for (var row = id.y; row < crt.glow.y; row += (crt.lines + LINES - 1u) / LINES) {
    // Where no light strays the cells are those of another tube.
    let stray = select(vec3f(0.0), strayLight(across, row), crt.bloom + crt.halation > 0.0);
    drawn[(crt.lines + row) * width + id.x] = packRoots(stray, crt.most);
  }
}
