// Each line as the beam draws it, at the display's width: every sample a box a sample wide under a Gaussian spot, red and
// blue a little astray, as tables of weights say. Beside it, for the same place, the light that strays there. What
// is not curved need not be worked out again for every row of the display.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var<storage, read> light: array<vec4f>;
@group(0) @binding(3) var<storage, read> glow: array<vec4f>;
// `taps` a column; w of the first is the sample it stands for.
@group(0) @binding(4) var<storage, read> weights: array<vec4f>;
// Roots of the beam's light, of `most`, and behind all of them those of the stray light, a row of cells each.
@group(0) @binding(5) var<storage, read_write> drawn: array<u32>;

const LINES = 4u;

// Stray light of a row of cells at a place between two of them.
fn strayLight(across: f32, row: u32) -> vec3f {
  let last = i32(crt.glow.x) - 1;
  let base = floor(across);
  let start = row * crt.glow.x;
  let before = glow[start + u32(clamp(i32(base), 0, last))].rgb;
  let behind = glow[start + u32(clamp(i32(base) + 1, 0, last))].rgb;
  return mix(before, behind, across - base);
}

fn draw(column: u32, line: u32, light: vec3f) {
  if (line >= crt.lines) { return; }
  var beam = light;
  if (crt.interlace != 0u) {
    // This field's lines are new, the other's fade. Together they keep the light of two: what the
    // new cannot show, being white already, the old keep.
    let fresh = min(beam * 1.55, max(beam, vec3f(1.0)));
    beam = select(2.0 * beam - fresh, fresh, (line & 1u) == (step.frame & 1u));
  }
  drawn[line * crt.rect.z + column] = packRoots(beam * (1.0 - crt.bloom - crt.halation), crt.most);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let first = id.y * LINES;
  if (id.x >= crt.rect.z || first >= crt.lines) { return; }
  let base = id.x * crt.taps;
  let start = i32(weights[base].w);
  // Beyond the last line the last is read again, and not drawn.
  let rows = min(first + vec4u(0u, 1u, 2u, 3u), vec4u(crt.lines - 1u)) * crt.columns;
  var a = vec3f(0.0);
  var b = vec3f(0.0);
  var c = vec3f(0.0);
  var d = vec3f(0.0);
  for (var i = 0u; i < crt.taps; i++) {
    let column = start + i32(i);
    if (column >= 0 && column < i32(crt.columns)) {
      let weight = weights[base + i].rgb;
      let at = rows + u32(column);
      a += weight * light[at.x].rgb;
      b += weight * light[at.y].rgb;
      c += weight * light[at.z].rgb;
      d += weight * light[at.w].rgb;
    }
  }
  draw(id.x, first, a);
  draw(id.x, first + 1u, b);
  draw(id.x, first + 2u, c);
  draw(id.x, first + 3u, d);
  if (crt.bloom + crt.halation > 0.0) {
    let across = (f32(id.x) + 0.5) / f32(crt.rect.z) * f32(crt.columns) / f32(crt.cell.x) - 0.5;
    for (var row = id.y; row < crt.glow.y; row += (crt.lines + LINES - 1u) / LINES) {
      drawn[(crt.lines + row) * crt.rect.z + id.x] = packRoots(strayLight(across, row), crt.most);
    }
  }
}
