// What a picture measures: histogram, waveform of luma and of each channel, and vectorscope. `count` adds every pixel up;
// `draw` makes four square plots side by side of the counts: waveform, parade, vectorscope, histogram. Luma and chroma are
// those of Rec. 709 on code values, full range, in whole numbers. Reference: tests/reference/scopes.ts.

@group(0) @binding(0) var source: texture_2d<f32>;
// Places of the counts are those of `SCOPE_COUNTS` in scopes.ts.
@group(0) @binding(1) var<storage, read_write> counts: array<atomic<u32>, 328704>;
@group(0) @binding(2) var plots: texture_storage_2d<rgba8unorm, write>;
// The same counts, to be drawn from, and how many pixels and columns they are of.
@group(0) @binding(3) var<storage, read> totals: array<u32, 328704>;
@group(0) @binding(4) var<uniform> size: vec2u;

const COLUMNS = 256u;
const LEVELS = 256u;
// Histograms of luma, red, green, blue; their waveforms, level by level in each column; the vectorscope by Cr, then Cb.
const WAVE_AT = 1024u;
const VECTOR_AT = 263168u;
const ROWS = 16u;

fn measures(c: vec4u) -> vec4u {
  let luma = (c.r * 13933u + c.g * 46871u + c.b * 4732u + 32768u) >> 16u;
  return vec4u(luma, c.rgb);
}

// Cb and Cr about 128, 0 to 255: rounded, halves down so that red and blue stay inside.
fn chroma(code: vec4u) -> vec2u {
  let c = vec3i(code.rgb);
  let cb = (-7509 * c.r - 25259 * c.g + 32768 * c.b + 8421375) >> 16u;
  let cr = (32768 * c.r - 29763 * c.g - 3005 * c.b + 8421375) >> 16u;
  return vec2u(vec2i(cb, cr));
}

fn columns(width: u32) -> u32 { return min(COLUMNS, width); }

fn add(column: u32, code: vec4u, n: u32) {
  if (n == 0u) { return; }
  let m = measures(code);
  for (var channel = 0u; channel < 4u; channel++) {
    atomicAdd(&counts[channel * LEVELS + m[channel]], n);
    atomicAdd(&counts[WAVE_AT + (channel * COLUMNS + column) * LEVELS + m[channel]], n);
  }
  let v = chroma(code);
  atomicAdd(&counts[VECTOR_AT + v.y * 256u + v.x], n);
}

// A workgroup takes 64 columns of 16 rows; a thread one column of it, and adds runs of one colour at once.
@compute @workgroup_size(64)
fn count(@builtin(global_invocation_id) id: vec3u) {
  let picture = textureDimensions(source);
  if (id.x >= picture.x) { return; }
  let column = id.x * columns(picture.x) / picture.x;
  var run = vec4u(0u);
  var n = 0u;
  for (var y = id.y * ROWS; y < min((id.y + 1u) * ROWS, picture.y); y++) {
    let code = vec4u(textureLoad(source, vec2u(id.x, y), 0) * 255.0 + 0.5);
    if (any(code.rgb != run.rgb)) {
      add(column, run, n);
      run = code;
      n = 0u;
    }
    n++;
  }
  add(column, run, n);
}

// Light of a trace where `n` pixels fell and `even` would have if all lay spread out.
fn trace(n: u32, even: f32) -> f32 {
  return 1.0 - exp(-0.35 * f32(n) / even);
}

fn wave(channel: u32, column: u32, level: u32) -> u32 {
  return totals[WAVE_AT + (channel * COLUMNS + column) * LEVELS + level];
}

fn drawn(plot: u32, x: u32, level: u32) -> vec3f {
  let used = columns(size.x);
  let pixels = f32(size.x * size.y);
  let even = max(0.05, pixels / f32(used * LEVELS));
  switch plot {
    case 0u: {
      return trace(wave(0u, x * used / COLUMNS, level), even) * vec3f(0.93, 0.95, 0.9);
    }
    case 1u: {
      // Three pictures of the channels, each squeezed to a third, with a gap.
      let channel = min(x * 3u / COLUMNS, 2u);
      let within = x - channel * COLUMNS / 3u;
      if (within >= 84u) { return vec3f(0.0); }
      let first = within * used / 84u;
      let last = max(first + 1u, (within + 1u) * used / 84u);
      var n = 0u;
      for (var c = first; c < min(last, used); c++) { n += wave(channel + 1u, c, level); }
      var tint = vec3f(0.25);
      tint[channel] = 1.0;
      return trace(n, even * f32(last - first)) * tint;
    }
    case 2u: {
      // Up is Cr, right is Cb; the trace has the colour it stands for.
      let n = totals[VECTOR_AT + level * 256u + x];
      let cb = (f32(x) - 128.0) / 255.0;
      let cr = (f32(level) - 128.0) / 255.0;
      let hue = vec3f(0.6 + 1.5748 * cr, 0.6 - 0.1873 * cb - 0.4681 * cr, 0.6 + 1.8556 * cb);
      return trace(n, max(0.05, pixels / 16384.0)) * clamp(hue, vec3f(0.0), vec3f(1.0));
    }
    default: {
      var light = vec3f(0.0);
      for (var channel = 0u; channel < 4u; channel++) {
        let bar = sqrt(f32(totals[channel * LEVELS + x]) / pixels * 20.0) * 255.0;
        if (f32(level) > bar) { continue; }
        var tint = vec3f(0.22);
        if (channel > 0u) { tint = vec3f(0.0); tint[channel - 1u] = 0.62; }
        light += tint;
      }
      return min(light, vec3f(1.0));
    }
  }
}

@compute @workgroup_size(8, 8)
fn draw(@builtin(global_invocation_id) id: vec3u) {
  let plot = id.x / 256u;
  if (plot > 3u || id.y > 255u) { return; }
  textureStore(plots, id.xy, vec4f(drawn(plot, id.x % 256u, 255u - id.y), 1.0));
}
