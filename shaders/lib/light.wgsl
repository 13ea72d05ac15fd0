// Light in floats, shared by the kernels that show a picture: what only has to look right need not be whole numbers.

// The smaller and the larger of floats, channel by channel, by choice: a processor that stands in for a GPU takes ten times as
// long for min, max and clamp of floats, which have to mind what is no number. Of whole numbers min and max are as quick.
fn smaller(a: vec3f, b: vec3f) -> vec3f { return select(b, a, a < b); }
fn larger(a: vec3f, b: vec3f) -> vec3f { return select(b, a, a > b); }

// Linear light of sRGB code values 0 … 1 (IEC 61966-2-1), and back.
fn linearOf(code: vec3f) -> vec3f {
  return select(pow((code + 0.055) / 1.055, vec3f(2.4)), code / 12.92, code <= vec3f(0.04045));
}

// The power by a polynomial in the root, right to a twelfth of a code value: it is the costliest thing a display does.
fn codeOf(light: vec3f) -> vec3f {
  let bounded = smaller(larger(light, vec3f(0.0)), vec3f(1.0));
  let r = sqrt(bounded);
  let curve = ((((0.5173201 * r - 1.6237122) * r + 2.0316347) * r - 1.402766) * r + 1.517957) * r - 0.04011;
  return select(curve, bounded * 12.92, bounded <= vec3f(0.0031308));
}

// Roots of light in ten bits each: steps finer than sRGB's own, and most who unpack them need the root anyway.
fn packRoots(light: vec3f, most: f32) -> i32 {
  let bits = vec3i(smaller(sqrt(larger(light, vec3f(0.0)) / most), vec3f(1.0)) * 1023.0 + 0.5);
  return bits.r | (bits.g << 10u) | (bits.b << 20u);
}

// The roots as they stand in a word: red of 1023, green 1024 times and blue 1024² times as much. Whoever has to scale them
// anyway saves the shifts; and numbers with a sign are made floats in one step.
fn standingRoots(word: i32) -> vec3f {
  return vec3f(vec3i(word) & vec3i(0x3ff, 0xffc00, 0x3ff00000));
}
