// Liquid crystals: square pixels with gaps between, slow to change; stripes of colour, or a reflector behind that shows in
// the gaps and takes the pixels' shadows. Every output pixel averages exactly the area that it covers, as tables of
// weights for its column and its row say. Works in linear light.

struct Lcd {
  rect: vec4u,     // the screen in the output
  size: vec2u,     // the machine's pixels
  taps: vec2u,     // pixels that make a column, a row
  tint: vec3f,     // light behind, or reflector
  gap: f32,        // light of a gap, of what shows in it
  shade: f32,      // how dark a shadow is
  stripes: f32,    // makes up for what the stripes take
  reflective: u32,
}

struct Step { weight: f32, first: u32 }

// Shares of one of the machine's pixels in a column of the display.
struct Across {
  stripes: vec3f, // of its red, green and blue
  open: f32,      // of all that lets light through
  area: f32,      // gaps and all
  moved: f32,     // the same, a shadow's throw away
  start: f32,     // in the first of a column: the pixel it stands for
}

struct Down { open: f32, area: f32, moved: f32, start: f32 }

@group(0) @binding(0) var<uniform> lcd: Lcd;
@group(0) @binding(1) var<uniform> step: Step;
@group(0) @binding(2) var picture: texture_2d<f32>;
@group(0) @binding(3) var<storage, read_write> light: array<vec4f>;
@group(0) @binding(4) var<storage, read> columns: array<Across>;
@group(0) @binding(5) var<storage, read> rows: array<Down>;
@group(0) @binding(6) var output: texture_storage_2d<rgba8unorm, write>;

// What the crystals show: the picture and, fading, those before it. Once a picture, the one shown first.
@compute @workgroup_size(8, 8)
fn settle(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= lcd.size)) { return; }
  let at = id.y * lcd.size.x + id.x;
  var here = linearOf(textureLoad(picture, id.xy, 0).rgb) * step.weight;
  if (step.first == 0u) { here += light[at].rgb; }
  light[at] = vec4f(here, 1.0);
}

@compute @workgroup_size(8, 8)
fn show(@builtin(global_invocation_id) id: vec3u) {
  if (any(id.xy >= textureDimensions(output))) { return; }
  var colour = vec3f(0.0);
  let at = id.xy - lcd.rect.xy; // wraps far outside where it would be negative
  if (all(id.xy >= lcd.rect.xy) && all(at < lcd.rect.zw)) { colour = codeOf(screen(at)); }
  textureStore(output, id.xy, vec4f(colour, 1.0));
}

fn screen(pixel: vec2u) -> vec3f {
  let column = pixel.x * lcd.taps.x;
  let row = pixel.y * lcd.taps.y;
  let start = vec2i(i32(columns[column].start), i32(rows[row].start));
  let last = vec2i(lcd.size) - 1;
  var lit = vec3f(0.0);   // by what lets light through
  var whole = vec3f(0.0); // as if there were no gaps
  var moved = vec3f(0.0); // what throws its shadow here
  var open = 0.0;
  for (var j = 0u; j < lcd.taps.y; j++) {
    let down = rows[row + j];
    let y = clamp(start.y + i32(j), 0, last.y);
    for (var i = 0u; i < lcd.taps.x; i++) {
      let across = columns[column + i];
      let x = clamp(start.x + i32(i), 0, last.x);
      let here = light[y * i32(lcd.size.x) + x].rgb;
      lit += across.stripes * down.open * here;
      whole += across.area * down.area * here;
      moved += across.moved * down.moved * here;
      open += across.open * down.open;
    }
  }
  // Stripes dim; what room there is below white makes up for it.
  lit *= 1.0 + lcd.stripes * (1.0 - min(whole, vec3f(1.0)));
  var behind = whole;
  if (lcd.reflective != 0u) { behind = mix(whole, lcd.tint, 0.6); }
  var light = lit + (1.0 - open) * lcd.gap * behind;
  if (lcd.reflective == 0u) { light *= lcd.tint; }
  let grey = vec3f(0.2126, 0.7152, 0.0722);
  let bright = dot(whole, grey);
  let darker = max(0.0, bright - dot(moved, grey)) / max(bright, 0.01);
  return light * (1.0 - lcd.shade * min(darker, 1.0));
}
