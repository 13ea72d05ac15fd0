// Flat paint on a cel: lightness in soft-edged bands (Winnemöller 2006, in OKLab), hues a little purer, ink on top.

@group(0) @binding(0) var look: texture_2d<f32>;
@group(0) @binding(1) var destination: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(destination))) { return; }
  var lab = oklab(textureLoad(look, id.xy, 0).rgb);
  let bands = 7.0;
  let at = lab.x * bands;
  let nearest = round(at);
  let banded = (nearest + 0.5 * tanh(7.0 * (at - nearest)) / tanh(3.5)) / bands;
  lab = vec3f(mix(lab.x, banded, 0.8), lab.yz * 1.1);
  textureStore(destination, id.xy, vec4f(drawn(codeOfOklab(lab), vec2f(id.xy) + 0.5), 1.0));
}
