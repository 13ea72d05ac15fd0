// A picture sent down a cable as NTSC does and received again: luma and chroma share a band (composite, rf) or a plug
// (s-video). Two passes: `send` limits chroma and puts it on the carrier; `receive` takes both apart as well as a set can.
// Levels are sRGB code values, as the guns' voltages were. Of one picture and its number in the shot, nothing else.

struct Signal {
  size: vec2u,     // samples of a line, lines
  perPixel: u32,   // samples of a pixel
  reach: i32,      // of the filters, in samples
  cycles: f32,     // of the carrier, a sample
  together: f32,   // 1: luma and chroma share the wire
  noise: f32,
  ghost: f32,      // of a second way to the aerial
  crawl: u32,      // 1: the carrier's phase goes on from picture to picture
}

@group(0) @binding(0) var<uniform> signal: Signal;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var picture: texture_2d<f32>;
// Luma, modulated chroma, cosine and sine of the carrier.
@group(0) @binding(3) var<storage, read_write> wire: array<vec4f>;
// By distance in samples: I and Q before sending, luma and chroma after.
@group(0) @binding(4) var<storage, read> filters: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> received: array<vec4f>;

const TURN = 6.2831853;
const GHOST_DELAY = 11;

// A random number -1 … 1 for a sample of a line of a picture (PCG, O'Neill 2014).
fn grain(x: u32, y: u32, frame: u32) -> f32 {
  var state = (x * 0x9e3779b1u) ^ (y * 0x85ebca6bu) ^ (frame * 0xc2b2ae35u + 0x27d4eb2fu);
  state = state * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return f32(((word >> 22u) ^ word) & 0xffffu) / 32767.5 - 1.0;
}

@compute @workgroup_size(8, 8)
fn send(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= signal.size)) { return; }
  let here = textureLoad(picture, vec2u(id.x / signal.perPixel, id.y), 0).rgb;
  var chroma = vec2f(0.0);
  for (var i = -signal.reach; i <= signal.reach; i++) {
    let x = u32(clamp(i32(id.x) + i, 0, i32(signal.size.x) - 1)) / signal.perPixel;
    let rgb = textureLoad(picture, vec2u(x, id.y), 0).rgb;
    let iq = vec2f(dot(rgb, vec3f(0.5959, -0.2746, -0.3213)), dot(rgb, vec3f(0.2115, -0.5227, 0.3112)));
    chroma += iq * filters[abs(i)].xy;
  }
  // A third of a cycle more a line, as machines of 227 1/3 cycles a line have it.
  var cycle = f32(id.x) * signal.cycles + f32(id.y % 3u) / 3.0;
  if (signal.crawl != 0u) { cycle += 0.5 * f32(step.frame & 1u); }
  let carrier = vec2f(cos(TURN * fract(cycle)), sin(TURN * fract(cycle)));
  var luma = dot(here, vec3f(0.299, 0.587, 0.114));
  if (signal.noise > 0.0) { luma += signal.noise * (grain(id.x, id.y, step.frame) + grain(id.x, id.y, ~step.frame)); }
  wire[id.y * signal.size.x + id.x] = vec4f(luma, dot(chroma, carrier), carrier);
}

fn tap(line: u32, x: i32) -> vec4f {
  return wire[line * signal.size.x + u32(clamp(x, 0, i32(signal.size.x) - 1))];
}

// What chroma is decoded from.
fn level(at: vec4f, line: u32, x: i32) -> f32 {
  var sum = signal.together * at.x + at.y;
  if (signal.ghost > 0.0) {
    let late = tap(line, x - GHOST_DELAY);
    sum = (sum + signal.ghost * (late.x + late.y)) / (1.0 + signal.ghost);
  }
  return sum;
}

@compute @workgroup_size(8, 8)
fn receive(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= signal.size)) { return; }
  let x = i32(id.x);
  var mean = 0.0;
  for (var i = -signal.reach; i <= signal.reach; i++) {
    mean += filters[abs(i)].z * level(tap(id.y, x + i), id.y, x + i);
  }
  // Without the mean, a grey has no chroma however the filters fall on the samples.
  mean *= signal.together;
  var chroma = vec2f(0.0);
  for (var i = -signal.reach; i <= signal.reach; i++) {
    let at = tap(id.y, x + i);
    chroma += 2.0 * filters[abs(i)].w * (level(at, id.y, x + i) - mean) * at.zw;
  }
  var luma = 0.0;
  for (var i = -1; i <= 1; i++) {
    let at = tap(id.y, x + i);
    let weight = select(0.2, 0.6, i == 0);
    let own = select(at.x, level(at, id.y, x + i) - dot(chroma, at.zw), signal.together > 0.0);
    luma += weight * own;
  }
  let rgb = luma + vec3f(
    dot(chroma, vec2f(0.956, 0.619)),
    dot(chroma, vec2f(-0.272, -0.647)),
    dot(chroma, vec2f(-1.106, 1.703)),
  );
  received[id.y * signal.size.x + id.x] = vec4f(clamp(rgb, vec3f(0.0), vec3f(1.0)), 1.0);
}
