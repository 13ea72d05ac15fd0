// Each line as the beam draws it, at the display's width: every sample a box a sample wide under a Gaussian spot, red and
// blue a little astray, as tables of weights say. Beside it, for the same place, the light that strays there. What
// is not curved need not be worked out again for every row of the display.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var<storage, read> light: array<vec4f>;
@group(0) @binding(3) var<storage, read> glow: array<vec4f>;
// `taps` a column; w of the first is the sample it stands for.
@group(0) @binding(4) var<storage, read> weights: array<vec4f>;
// Roots of the beam's light, of `most`, and behind all of them those of the stray light.
@group(0) @binding(5) var<storage, read_write> drawn: array<u32>;

fn strayLight(at: vec2f) -> vec3f {
  let last = vec2i(crt.glow) - 1;
  let base = floor(at);
  let part = at - base;
  let a = clamp(vec2i(base), vec2i(0), last);
  let b = clamp(vec2i(base) + 1, vec2i(0), last);
  let width = i32(crt.glow.x);
  let above = mix(glow[a.y * width + a.x].rgb, glow[a.y * width + b.x].rgb, part.x);
  let below = mix(glow[b.y * width + a.x].rgb, glow[b.y * width + b.x].rgb, part.x);
  return mix(above, below, part.y);
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= crt.rect.z || id.y >= crt.lines) { return; }
  let base = id.x * crt.taps;
  let start = i32(weights[base].w);
  var beam = vec3f(0.0);
  for (var i = 0u; i < crt.taps; i++) {
    let column = start + i32(i);
    if (column >= 0 && column < i32(crt.columns)) {
      beam += weights[base + i].rgb * light[id.y * crt.columns + u32(column)].rgb;
    }
  }
  if (crt.interlace != 0u) {
    // This field's lines are new, the other's fade. Together they keep the light of two: what the
    // new cannot show, being white already, the old keep.
    let fresh = min(beam * 1.55, max(beam, vec3f(1.0)));
    beam = select(2.0 * beam - fresh, fresh, (id.y & 1u) == (step.frame & 1u));
  }
  beam *= 1.0 - crt.bloom - crt.halation;
  var stray = vec3f(0.0);
  if (crt.bloom + crt.halation > 0.0) {
    let across = (f32(id.x) + 0.5) / f32(crt.rect.z) * f32(crt.columns);
    stray = strayLight(vec2f(across, f32(id.y) + 0.5) / vec2f(crt.cell) - 0.5);
  }
  let at = id.y * crt.rect.z + id.x;
  drawn[at] = packRoots(beam, crt.most);
  drawn[at + crt.rect.z * crt.lines] = packRoots(stray, crt.most);
}
