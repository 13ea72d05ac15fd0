// The face of the tube: lines that widen with their light, channel by channel, and keep it; the mask; the
// light that strays over both; bent glass with round corners. Black around it.
// Reference: tests/reference/crt.ts.

override curved: bool = false;

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> drawn: array<u32>;
@group(0) @binding(2) var<storage, read> mask: array<u32>;
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
  // -1 … 1 over the tube.
  let flat = (vec2f(pixel) + 0.5) * crt.pixel - 1.0;
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
    let size = f32(crt.rect.z);
    let x = (at.x * 0.5 + 0.5) * size - 0.5;
    column = u32(clamp(x, 0.0, size - 2.0));
    part = x - f32(column); // beyond the outer columns their slope goes on
  }
  var beam = vec3f(0.0);
  for (var line = max(0, nearest - crt.reach); line <= min(i32(crt.lines) - 1, nearest + crt.reach); line++) {
    let place = u32(line) * crt.rect.z + column;
    var root = unpackRoots(drawn[place]);
    if (curved) { root += part * (unpackRoots(drawn[place + 1u]) - root); }
    root = max(root, vec3f(0.0)) * crt.rootScale;
    // The beam is (1 - d² / 19 σ²)⁸: as wide as a Gaussian of σ and all but its shape, without its exponential.
    let narrow = crt.narrowDark + crt.narrowGrow * min(root, vec3f(1.0));
    let steps = (y - f32(line)) * narrow;
    let hump = max(vec3f(0.0), 1.0 - steps * steps * (1.0 / 19.0));
    let squared = hump * hump;
    let fourth = squared * squared;
    beam += root * root * narrow * (fourth * fourth);
  }
  beam *= 0.3829488; // so that a beam has as much light however wide it is

  // As much of the mask as the light leaves room for, so that the mean stays.
  let turn = floor((vec2f(pixel) + 0.5) * crt.maskStep);
  let spot = pixel - vec2u(turn) * crt.mask;
  let tile = crt.maskScale * unpackRoots(mask[spot.y * crt.mask.x + spot.x]);
  let share = clamp((1.0 / max(beam, vec3f(0.001)) - 1.0) * crt.maskRoom, vec3f(crt.maskLeast), vec3f(1.0));
  var light = beam + beam * share * (tile - 1.0);
  if (crt.bloom + crt.halation > 0.0) { light += strayLight(y, column); }
  return light * (inside * (1.0 - crt.vignette * 0.25 * far * far));
}

fn strayLight(y: f32, column: u32) -> vec3f {
  let row = clamp((y + 0.5) / f32(crt.cell.y) - 0.5, 0.0, f32(crt.glow.y - 1u));
  let above = u32(row);
  let place = (crt.lines + above) * crt.rect.z + column;
  let here = unpackRoots(drawn[place]);
  let below = unpackRoots(drawn[select(place, place + crt.rect.z, above + 1u < crt.glow.y)]);
  let root = crt.rootScale * mix(here, below, row - f32(above));
  return root * root;
}

// How much of the pixel is within the round-cornered glass.
fn coverage(at: vec2f, far: f32) -> f32 {
  let extent = vec2f(crt.pixel.y / crt.pixel.x, 1.0);
  let beyond = abs(at) * extent - (extent - crt.corner);
  var pixel = crt.pixel.y;
  if (curved) { pixel *= (1.0 + 2.0 * crt.curvature * far) / (1.0 + crt.curvature); }
  let distance = length(max(beyond, vec2f(0.0))) + min(max(beyond.x, beyond.y), 0.0) - crt.corner;
  return clamp(0.5 - distance / pixel, 0.0, 1.0);
}
