// What all passes of the tube know of it; src/render/kernels/crt-params.ts writes it.
struct Crt {
  rect: vec4u,         // the tube in the output
  lines: u32,          // of the machine
  columns: u32,        // samples of a line: the machine's pixels, or several a pixel behind a cable
  taps: u32,           // samples that make a column of the display
  reach: i32,          // lines on either side whose beam is seen
  glow: vec2u,         // cells of the glow
  cell: vec2u,         // columns and lines of a cell
  phosphor: vec4f,     // colour of the only phosphor; w: 1 if there is only one
  narrowDark: f32,     // 1 / (√19 standard deviations of the beam in lines), at black
  narrowGrow: f32,     // and how much more at white
  most: f32,           // light that all roots of a word of the beam stand for
  bloom: f32,
  halation: f32,
  maskRoom: f32,       // 1 / (the mask's greatest value - 1)
  maskLeast: f32,      // share of the mask that is left at white
  maskHeight: u32,     // rows of the mask
  curvature: f32,
  corner: f32,         // radius, in half heights
  vignette: f32,
  brightness: f32,
  bloomReach: i32,     // cells on either side that bloom comes from
  halationReach: i32,  // and halation
  interlace: u32,
  maskStep: f32,       // 1 / rows of the mask
  pixel: vec2f,        // 2 / size of the rect
  glowStep: f32,       // 1 / lines of a cell
  glowLast: f32,       // the last row of cells
  rootScale: vec3f,    // what a step of each of a word's channels, as they stand in it, is of a root of light
  rootOne: vec3f,      // 1 / rootScale
  maskScale: vec3f,    // the same of the mask's words
}

// What changes from picture to picture: one for the picture shown and each before it.
struct Step {
  weight: vec4f, // what is left of it, by channel
  frame: u32,    // of the shot
  first: u32,    // 1: the picture shown
}
