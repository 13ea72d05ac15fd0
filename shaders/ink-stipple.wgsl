// Light and line alone, for pictures of one bit: lightness pressed into a few clear tones that a dither can show without
// noise, by the shot's own tones, and outlines that are light on what is dark and dark on what is light.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

// The shot's curve of tones: between its steps straight.
fn toned(lightness: f32) -> f32 {
  let at = clamp(lightness, 0.0, 1.0) * 32.0;
  let step = min(u32(at), 31u);
  let next = step + 1u;
  return mix(params.tone[step >> 2u][step & 3u], params.tone[next >> 2u][next & 3u], at - f32(step));
}

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  let l = toned(oklab(textureLoad(look, id.xy, 0).rgb).x);
  let pressed = smoothstep(0.2, 0.86, l);
  let tones = 5.0;
  let at = pressed * tones;
  let nearest = round(at);
  let tone = (nearest + 0.5 * tanh(5.0 * (at - nearest)) / tanh(2.5)) / tones;
  // Linear light to code values: a dither shows light.
  let shown = codeOf(vec3f(tone * tone)).r;
  let line = lineAt(vec2f(id.xy) + 0.5) * params.outline;
  let out = mix(shown, select(0.0, 1.0, pressed < 0.42), line);
  textureStore(destination, id.xy, vec4f(vec3f(out), 1.0));
}
