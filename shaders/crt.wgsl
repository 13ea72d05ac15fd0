// The face of the tube: lines that widen with their light, channel by channel, and keep it; the mask; the
// light that strays over both; bent glass with round corners. Black around it.
// Reference: tests/reference/crt.ts.
//
// A processor that stands in for a GPU goes through every branch, taken or not, but not through a loop that nobody
// enters: here there are no branches, and what few pixels need is a loop of one turn.

override curved: bool = false;
override far: bool = false; // lines beyond the next are seen too

@group(0) @binding(0) var<uniform> crt: Crt;
@group(0) @binding(1) var<storage, read> drawn: array<i32>;
// As wide as the tube, so that a column has its own.
@group(0) @binding(2) var<storage, read> mask: array<i32>;
@group(0) @binding(3) var output: texture_storage_2d<rgba8unorm, write>;

@compute @workgroup_size(8, 8)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let at = vec2i(id.xy) - vec2i(crt.rect.xy);
  let shown = all(at >= vec2i(0)) && all(at < vec2i(crt.rect.zw));
  textureStore(output, id.xy, vec4f(codeOf(face(at) * select(0.0, 1.0, shown)), 1.0));
}

fn face(pixel: vec2i) -> vec3f {
  // -1 … 1 over the tube.
  let flat = (vec2f(pixel) + 0.5) * crt.pixel - 1.0;
  let off = dot(flat, flat);
  var at = flat;
  if (curved) { at *= (1.0 + crt.curvature * off) / (1.0 + crt.curvature); }
  let inside = coverage(at, off);

  let last = i32(crt.lines) - 1;
  let width = i32(crt.rect.z);
  let y = (at.y * 0.5 + 0.5) * f32(crt.lines) - 0.5;
  let nearest = clamp(i32(floor(y + 0.5)), 0, last);
  var column = pixel.x;
  var part = 0.0;
  if (curved) {
    let x = (at.x * 0.5 + 0.5) * f32(width) - 0.5;
    column = clamp(i32(x), 0, width - 2);
    part = x - f32(column); // beyond the outer columns their slope goes on
  }
  let stray = strayLight(y, column);
  // At least the lines on either side are seen.
  let middle = rootsAt(nearest * width + column, part);
  let upper = rootsAt(max(nearest - 1, 0) * width + column, part);
  let lower = rootsAt(min(nearest + 1, last) * width + column, part);
  let down = y - f32(nearest);
  var beam = lineLight(middle, down);
  beam += select(0.0, 1.0, nearest > 0) * lineLight(upper, down + 1.0);
  beam += select(0.0, 1.0, nearest < last) * lineLight(lower, down - 1.0);
  if (far) {
    for (var i = 2; i <= crt.reach; i++) {
      let over = rootsAt(max(nearest - i, 0) * width + column, part);
      let under = rootsAt(min(nearest + i, last) * width + column, part);
      beam += select(0.0, 1.0, nearest >= i) * lineLight(over, down + f32(i));
      beam += select(0.0, 1.0, nearest + i <= last) * lineLight(under, down - f32(i));
    }
  }
  beam *= crt.rootScale * crt.rootScale * PEAK;

  // As much of the mask as the light leaves room for, so that the mean stays.
  let row = pixel.y - i32(floor((f32(pixel.y) + 0.5) * crt.maskStep)) * i32(crt.maskHeight);
  let tile = crt.maskScale * standingRoots(mask[row * width + pixel.x]);
  var light = beam + smaller(larger((1.0 - beam) * crt.maskRoom, crt.maskLeast * beam), beam) * (tile - 1.0);
  light += stray;
  return light * (inside * (1.0 - crt.vignette * 0.25 * off * off));
}

// Roots of a line's light at a place, `part` of the way to the next column.
fn rootsAt(place: i32, part: f32) -> vec3f {
  var roots = standingRoots(drawn[place]);
  if (curved) { roots = larger(roots + part * (standingRoots(drawn[place + 1]) - roots), vec3f(0.0)); }
  return roots;
}

// So that a beam has as much light however wide it is: 1 / the integral of (1 - d²)⁸.
const PEAK = 1.6692352;

// Light of a line so many lines away, as scaled as its roots stand, over PEAK. The beam is (1 - d² / 19 σ²)⁸: as wide as a
// Gaussian of σ and all but its shape, without its exponential.
fn lineLight(roots: vec3f, away: f32) -> vec3f {
  let narrow = crt.narrowDark + crt.narrowGrow * crt.rootScale * smaller(roots, crt.rootOne);
  let steps = away * narrow;
  let hump = larger(1.0 - steps * steps, vec3f(0.0));
  let squared = hump * hump;
  let half = roots * (squared * squared);
  return narrow * (half * half);
}

fn strayLight(y: f32, column: i32) -> vec3f {
  let wanted = (y + 0.5) * crt.glowStep - 0.5;
  let row = select(select(wanted, crt.glowLast, wanted > crt.glowLast), 0.0, wanted < 0.0);
  let above = i32(row);
  let place = (i32(crt.lines) + above) * i32(crt.rect.z) + column;
  let here = standingRoots(drawn[place]);
  // Below the last row there is another, of which nothing is taken.
  let below = standingRoots(drawn[place + i32(crt.rect.z)]);
  let root = crt.rootScale * (here + (row - f32(above)) * (below - here));
  return root * root;
}

// How much of the pixel is within the round-cornered glass.
fn coverage(at: vec2f, off: f32) -> f32 {
  let extent = vec2f(crt.pixel.y / crt.pixel.x, 1.0);
  let beyond = abs(at) * extent - (extent - crt.corner);
  let most = select(beyond.y, beyond.x, beyond.x > beyond.y);
  var pixel = crt.pixel.y;
  if (curved) { pixel *= (1.0 + 2.0 * crt.curvature * off) / (1.0 + crt.curvature); }
  var inside = 1.0;
  for (var atEdge = (most > 0.0) | (most > crt.corner - pixel); atEdge; atEdge = false) {
    let distance = length(max(beyond, vec2f(0.0))) + min(most, 0.0) - crt.corner;
    inside = clamp(0.5 - distance / pixel, 0.0, 1.0);
  }
  return inside;
}
