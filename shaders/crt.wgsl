// The face of the tube: lines as Gaussians that widen with their light, channel by channel, and keep it; the mask; the
// light that strays over both; bent glass with round corners. Black around it.
// Reference: tests/reference/crt.ts.

override curved: bool = false;

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> drawn: array<vec2u>;
@group(0) @binding(2) var<storage, read> mask: array<vec4f>;
@group(0) @binding(3) var output: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(output))) { return; }
  var colour = vec3f(0.0);
  let at = id.xy - crt.rect.xy; // wraps far outside where it would be negative
  if (all(id.xy >= crt.rect.xy) && all(at < crt.rect.zw)) { colour = codeOf(face(at)); }
  textureStore(output, id.xy, vec4f(colour, 1.0));
}

fn face(pixel: vec2u) -> vec3f {
  let size = vec2f(crt.rect.zw);
  // -1 … 1 over the tube.
  let flat = (2.0 * vec2f(pixel) + 1.0) / size - 1.0;
  let far = dot(flat, flat);
  var at = flat;
  if (curved) { at *= (1.0 + crt.curvature * far) / (1.0 + crt.curvature); }
  let inside = coverage(at, far);
  if (inside <= 0.0) { return vec3f(0.0); }

  let y = (at.y * 0.5 + 0.5) * f32(crt.lines) - 0.5;
  let nearest = i32(round(y));
  var column = pixel.x;
  var part = 0.0;
  if (curved) {
    let x = clamp((at.x * 0.5 + 0.5) * size.x - 0.5, 0.0, size.x - 1.0);
    column = min(u32(x), crt.rect.z - 2u);
    part = x - f32(column);
  }
  var beam = vec3f(0.0);
  var stray = vec3f(0.0);
  for (var i = -crt.reach; i <= crt.reach; i++) {
    let line = nearest + i;
    if (line < 0 || line >= i32(crt.lines)) { continue; }
    let off = y - f32(line);
    let place = u32(line) * crt.rect.z + column;
    let words = drawn[place];
    var root = unpackRoots(words.x);
    var strayRoot = unpackRoots(words.y);
    if (curved) {
      let beside = drawn[place + 1u];
      root = mix(root, unpackRoots(beside.x), part);
      strayRoot = mix(strayRoot, unpackRoots(beside.y), part);
    }
    root *= sqrt(crt.most) / 1023.0;
    let light = root * root;
    // Near white a line as narrow as it would be could not be shown bright enough: it widens until it can.
    let width = max(crt.beamDark + crt.beamGrow * root, 0.47 * light - 0.08);
    let narrow = inverseSqrt(width * width + crt.beamBlur);
    let steps = off * narrow;
    beam += light * 0.3989423 * narrow * exp2(-0.7213475 * steps * steps);
    stray += strayRoot * strayRoot * max(0.0, 1.0 - abs(off));
  }
  // As much of the mask as the light leaves room for, so that the mean stays.
  let tile = mask[(pixel.y % crt.mask.y) * crt.mask.x + pixel.x % crt.mask.x].rgb;
  let share = clamp((1.0 / max(beam, vec3f(0.001)) - 1.0) * crt.maskRoom, vec3f(crt.maskLeast), vec3f(1.0));
  let light = beam * (1.0 + share * (tile - 1.0)) + stray * (crt.most / (1023.0 * 1023.0));
  return light * inside * (1.0 - crt.vignette * 0.25 * far * far);
}

// How much of the pixel is within the round-cornered glass.
fn coverage(at: vec2f, far: f32) -> f32 {
  let size = vec2f(crt.rect.zw);
  let extent = vec2f(size.x / size.y, 1.0);
  let beyond = abs(at) * extent - (extent - crt.corner);
  var pixel = 2.0 / size.y;
  if (curved) { pixel *= (1.0 + 2.0 * crt.curvature * far) / (1.0 + crt.curvature); }
  if (all(beyond < vec2f(crt.corner - pixel))) { return 1.0; }
  let distance = length(max(beyond, vec2f(0.0))) + min(max(beyond.x, beyond.y), 0.0) - crt.corner;
  return clamp(0.5 - distance / pixel, 0.0, 1.0);
}
