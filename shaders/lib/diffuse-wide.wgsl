// Kernels that reach up to two pixels to each side and two rows down; included before lib/diffuse.wgsl.

// Pixels by which each row follows the one above it.
const SKEW = 3;
const REACH = 2;

// Of diffuse.wgsl: its threads, and the steps between which they meet.
const THREADS = 16;
const BEAT = 4;

// A row's last errors, the newest in `a`.
struct Trail { a: vec3i, b: vec3i, c: vec3i, d: vec3i, e: vec3i, f: vec3i, g: vec3i, h: vec3i }

fn ahead(row: Trail) -> vec3i { return params.ahead.x * row.a + params.ahead.y * row.b; }

// What a row hands to the one below it: to the pixel REACH behind its newest, or that REACH + 1 ahead of the lower row's newest.
fn below(row: Trail) -> vec3i {
  return params.below.x * row.a + params.below.y * row.b + params.below.z * row.c + params.below.w * row.d + params.last.x * row.e;
}

// What it hands to the row below that one, SKEW further back.
fn below2(row: Trail) -> vec3i {
  return params.below2.x * row.d + params.below2.y * row.e + params.below2.z * row.f + params.below2.w * row.g + params.last.y * row.h;
}

fn push(row: Trail, error: vec3i) -> Trail {
  return Trail(error, row.a, row.b, row.c, row.d, row.e, row.f, row.g);
}

// What four rows hand to the fifth, and what the fourth of them hands to the sixth.
struct Handed { fifth: vec3i, sixth: vec3i }

fn handOn(third: Trail, fourth: Trail) -> Handed {
  return Handed(below(fourth) + below2(third), below2(fourth));
}
fn fifth(handed: Handed) -> vec3i { return handed.fifth; }
fn sixth(handed: Handed) -> vec3i { return handed.sixth; }
fn handedOf(fifth: vec3i, sixth: vec3i) -> Handed { return Handed(fifth, sixth); }
