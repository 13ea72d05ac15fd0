// Kernels that reach one pixel to each side and one row down; included before lib/diffuse.wgsl.

// Pixels by which each row follows the one above it.
const SKEW = 2;
const REACH = 1;

// Of diffuse.wgsl: its threads, and the steps between which they meet. Meeting costs more than steps do; more of either
// would not fit into what a workgroup shares.
const THREADS = 32;
const BEAT = 8;

// A row's last errors, the newest in `a`.
struct Trail { a: vec3i, b: vec3i, c: vec3i }

fn ahead(row: Trail) -> vec3i { return params.ahead.x * row.a; }

// What a row hands to the one below it: to the pixel REACH behind its newest, or that REACH + 1 ahead of the lower row's newest.
fn below(row: Trail) -> vec3i {
  return params.below.y * row.a + params.below.z * row.b + params.below.w * row.c;
}

// What it hands to the row below that one, SKEW further back.
fn below2(row: Trail) -> vec3i { return vec3i(0); }

fn push(row: Trail, error: vec3i) -> Trail { return Trail(error, row.a, row.b); }

// What four rows hand to the fifth, and what the fourth of them hands to the sixth.
struct Handed { fifth: vec3i }

fn handOn(third: Trail, fourth: Trail) -> Handed { return Handed(below(fourth)); }
fn fifth(handed: Handed) -> vec3i { return handed.fifth; }
fn sixth(handed: Handed) -> vec3i { return vec3i(0); }
fn handedOf(fifth: vec3i, sixth: vec3i) -> Handed { return Handed(fifth); }
