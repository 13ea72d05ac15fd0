// The light that the guns aim at each sample of each line: linear, through the phosphors' colours, with what is left of
// the pictures before; kept as roots. Runs once a picture, the one shown first.

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var<storage, read_write> light: array<i32>;
@group(0) @binding(3) var picture: texture_2d<f32>;
@group(0) @binding(4) var<storage, read> received: array<vec4f>;

fn put(at: u32, code: vec3f) {
  var here = linearOf(code) * crt.brightness;
  if (crt.phosphor.w > 0.0) { here = dot(here, vec3f(0.2126, 0.7152, 0.0722)) * crt.phosphor.rgb; }
  // The greater of both, not their sum: a still picture must not grow brighter by what is left of itself.
  if (step.first == 0u) {
    let root = standingRoots(light[at]) * crt.rootScale;
    here = max(root * root, here * step.weight.rgb);
  }
  light[at] = packRoots(here, crt.most);
}

@compute @workgroup_size(8, 8)
fn fromPicture(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= crt.columns || id.y >= crt.lines) { return; }
  put(id.y * crt.columns + id.x, textureLoad(picture, id.xy, 0).rgb);
}

@compute @workgroup_size(8, 8)
fn fromSignal(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= crt.columns || id.y >= crt.lines) { return; }
  let at = id.y * crt.columns + id.x;
  put(at, received[at].rgb);
}
