// Shared by the passes of ink: what a hand does to a finished look. Everything is a function of the pixel and its
// neighbours; patterns are fixed to the screen, so that what stands still stays still.

struct Params {
  reach: f32,      // of brush or hatch, pixels
  lineWidth: f32,  // of outlines, pixels
  outline: f32,    // strength of outlines, 0 to 1
  scale: f32,      // pixels of a 540-line picture's pixel: sizes of paper and bristles
  lineColour: vec4f, // sRGB
  inverseNear: f32,  // 1 / near of the camera
  inverseRange: f32, // 1 / near - 1 / far
  figures: f32,      // 1: outlines are those of people alone
  tone: array<vec4f, 9>, // lightness that each of 32 even steps becomes
}

@group(0) @binding(15) var<uniform> params: Params;

fn luma(c: vec3f) -> f32 { return dot(c, vec3f(0.2126, 0.7152, 0.0722)); }

// PCG (Jarzynski and Olano 2020), two words to one, 0 to 1.
fn hash(x: i32, y: i32) -> f32 {
  var v = vec2u(bitcast<u32>(x), bitcast<u32>(y)) * 1664525u + 1013904223u;
  v.x += v.y * 1664525u;
  v.y += v.x * 1664525u;
  v ^= v >> vec2u(16u);
  v.x += v.y * 1664525u;
  v.y += v.x * 1664525u;
  v ^= v >> vec2u(16u);
  return f32(v.x >> 8u) / 16777216.0;
}

// Smooth noise, 0 to 1, one cell a unit.
fn noise(at: vec2f) -> f32 {
  let cell = vec2i(floor(at));
  let f = at - floor(at);
  let w = f * f * (3.0 - 2.0 * f);
  let top = mix(hash(cell.x, cell.y), hash(cell.x + 1, cell.y), w.x);
  let bottom = mix(hash(cell.x, cell.y + 1), hash(cell.x + 1, cell.y + 1), w.x);
  return mix(top, bottom, w.y);
}

fn linearOf(c: vec3f) -> vec3f {
  return select(pow((c + 0.055) / 1.055, vec3f(2.4)), c / 12.92, c <= vec3f(0.04045));
}

fn codeOf(c: vec3f) -> vec3f {
  let l = clamp(c, vec3f(0.0), vec3f(1.0));
  return select(1.055 * pow(max(l, vec3f(1e-6)), vec3f(1.0 / 2.4)) - 0.055, l * 12.92, l <= vec3f(0.0031308));
}

// OKLab (Ottosson 2020) of an sRGB colour.
fn oklab(code: vec3f) -> vec3f {
  let c = linearOf(code);
  let lms = vec3f(
    dot(c, vec3f(0.4122214708, 0.5363325363, 0.0514459929)),
    dot(c, vec3f(0.2119034982, 0.6806995451, 0.1073969566)),
    dot(c, vec3f(0.0883024619, 0.2817188376, 0.6299787005)),
  );
  let r = pow(max(lms, vec3f(1e-9)), vec3f(1.0 / 3.0));
  return vec3f(
    dot(r, vec3f(0.2104542553, 0.7936177850, -0.0040720468)),
    dot(r, vec3f(1.9779984951, -2.4285922050, 0.4505937099)),
    dot(r, vec3f(0.0259040371, 0.7827717662, -0.8086757660)),
  );
}

fn codeOfOklab(lab: vec3f) -> vec3f {
  let r = vec3f(
    dot(lab, vec3f(1.0, 0.3963377774, 0.2158037573)),
    dot(lab, vec3f(1.0, -0.1055613458, -0.0638541728)),
    dot(lab, vec3f(1.0, -0.0894841775, -1.2914855480)),
  );
  let lms = r * r * r;
  return codeOf(vec3f(
    dot(lms, vec3f(4.0767416621, -3.3077115913, 0.2309699292)),
    dot(lms, vec3f(-1.2684380046, 2.6097574011, -0.3413193965)),
    dot(lms, vec3f(-0.0041960863, -0.7034186147, 1.7076147010)),
  ));
}
