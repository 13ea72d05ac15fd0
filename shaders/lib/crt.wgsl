// What all passes of the tube know of it; src/render/kernels/crt-params.ts writes it.
struct Crt {
  rect: vec4u,       // the tube in the output
  lines: u32,        // of the machine
  columns: u32,      // samples of a line: the machine's pixels, or several a pixel behind a cable
  taps: u32,         // samples that make a column of the display
  reach: i32,        // lines on either side whose beam is seen
  glow: vec2u,       // cells of the glow
  cell: vec2u,       // columns and lines of a cell
  phosphor: vec4f,   // colour of the only phosphor; w: 1 if there is only one
  narrowDark: f32,   // 1 / standard deviation of the beam in lines, at black
  narrowGrow: f32,   // and how much more at white
  rootScale: f32,    // root of `most` / 1023
  most: f32,         // light that all roots of a word stand for
  bloom: f32,
  halation: f32,
  mask: vec2u,       // size of the mask's tile
  maskRoom: f32,     // 1 / (the mask's greatest value - 1)
  maskLeast: f32,    // share of the mask that is left at white
  curvature: f32,
  corner: f32,       // radius, in half heights
  vignette: f32,
  brightness: f32,
  glowReach: i32,
  interlace: u32,
  pixel: vec2f,      // 2 / size of the rect
  maskStep: vec2f,   // 1 / size of the mask's tile
  maskScale: f32,    // what a word's 1 of 1023 stands for
}

// What changes from picture to picture: one for the picture shown and each before it.
struct Step {
  weight: vec4f, // what is left of it, by channel
  frame: u32,    // of the shot
  first: u32,    // 1: the picture shown
}
