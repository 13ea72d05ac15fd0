// Graphite on paper: layers of hatching that set in one after another as it gets darker, a faint wash of colour, outlines
// drawn twice by a hand that is not quite sure.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

// How much graphite one layer leaves: strokes across `turn`, as broad as `amount` asks.
fn hatch(at: vec2f, turn: f32, pitch: f32, amount: f32, salt: f32) -> f32 {
  if (amount <= 0.0) { return 0.0; }
  let across = vec2f(-sin(turn), cos(turn));
  let along = vec2f(cos(turn), sin(turn));
  let bow = (noise(at / (22.0 * pitch) + salt) - 0.5) * 2.2 * pitch;
  let u = (dot(at, across) + bow) / pitch;
  let stroke = floor(u);
  // Each stroke is pressed otherwise, and lifted now and then.
  let press = noise(vec2f(dot(at, along) / (14.0 * pitch) + 7.3 * stroke, stroke + salt));
  let broad = clamp(amount * 1.5, 0.0, 0.72) * (0.65 + 0.7 * press);
  let soft = 0.75 / pitch;
  let off = abs(u - stroke - 0.5);
  return smoothstep(broad * 0.5 + soft, broad * 0.5 - soft, off) * smoothstep(0.06, 0.3, press + amount * 0.5);
}

// How much darker a place is than what surrounds it: eyes, brows, lips, print. They are drawn, not shaded.
fn feature(p: vec2i) -> f32 {
  let last = vec2i(textureDimensions(look)) - 1;
  let step = max(1.0, 1.6 * params.scale);
  var around = 0.0;
  for (var k = 0; k < 8; k++) {
    let turn = f32(k) * 0.7853982;
    let q = p + vec2i(round(vec2f(cos(turn), sin(turn)) * step * (1.0 + f32(k & 1))));
    around += luma(textureLoad(look, clamp(q, vec2i(0), last), 0).rgb);
  }
  let here = luma(textureLoad(look, p, 0).rgb);
  return smoothstep(0.16, 0.5, (around / 8.0 - here) / (around / 8.0 + 0.06));
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let at = vec2f(id.xy) + 0.5;
  let c = textureLoad(look, id.xy, 0).rgb;
  let dark = 1.0 - smoothstep(0.06, 0.86, oklab(c).x);
  let pitch = max(3.4, params.reach * 0.62);
  let tooth = 0.6 * noise(at / (1.2 * params.scale)) + 0.4 * noise(at / (2.9 * params.scale) + 31.0);
  let layers = max(
    max(hatch(at, -0.79, pitch, dark - 0.16, 3.0), 0.9 * hatch(at, -0.52, pitch * 1.07, dark - 0.42, 11.0)),
    max(0.9 * hatch(at, 0.66, pitch * 0.96, dark - 0.6, 23.0), 0.95 * hatch(at, -1.22, pitch * 0.85, dark - 0.78, 41.0)),
  );
  // Smudged graphite under the strokes carries the broad tones.
  let smudge = 0.42 * smoothstep(0.1, 1.0, dark);
  let grain = clamp(1.25 - 0.9 * tooth, 0.3, 1.0);
  let graphite = clamp(max(layers * (0.45 + 0.4 * dark), smudge) * grain + 0.25 * layers * smudge, 0.0, 1.0);
  let paper = vec3f(0.965, 0.953, 0.925) * (0.985 + 0.03 * (tooth - 0.5));
  let wash = mix(vec3f(1.0), clamp(c / max(luma(c), 0.05), vec3f(0.0), vec3f(1.6)), 0.16);
  let drawnDark = feature(vec2i(id.xy)) * (0.55 + 0.45 * grain);
  var out = paper * wash * mix(1.0, 0.22, max(graphite, drawnDark));

  let unsteady = vec2f(noise(at / (34.0 * params.scale)), noise(at / (34.0 * params.scale) + 57.0)) - 0.5;
  let first = lineAt(at + unsteady * 2.4 * params.scale);
  let second = lineAt(at - unsteady.yx * 4.2 * params.scale + 0.4 * params.scale);
  let pressed = 0.62 + 0.5 * noise(at / (18.0 * params.scale) + 91.0);
  let line = clamp(max(first, 0.55 * second) * pressed, 0.0, 1.0) * clamp(1.2 - 0.5 * tooth, 0.0, 1.0);
  out = mix(out, params.lineColour.rgb, line * params.outline);
  textureStore(destination, id.xy, vec4f(out, 1.0));
}
