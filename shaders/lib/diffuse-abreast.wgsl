// Four rows a step further, their colours sought together; included after lib/diffuse.wgsl.

struct Four { a: vec3i, b: vec3i, c: vec3i, d: vec3i }

// 16 (c² - 2 c·p) + i for the colour c at place i and four places p: least for the nearest, and of equals for the lowest.
fn keys(i: u32, at: Four) -> vec4i {
  let colour = params.near[i];
  return vec4i(dot(colour.xyz, at.a), dot(colour.xyz, at.b), dot(colour.xyz, at.c), dot(colour.xyz, at.d)) + colour.w;
}

// The nearest colours to four places, at pixels (x, y), (x - skew, y + 1), (x - 2 skew, y + 2), (x - 3 skew, y + 3).
// The four share what is read of `near`, at fixed places, which costs least.
fn nearest(at: Four, first: vec2i) -> vec4u {
  if (!usual) {
    if (params.sought > 0u) {
      var places = array<vec3i, 4>(at.a, at.b, at.c, at.d);
      var chosen = array<u32, 4>();
      for (var j = 0u; j < params.sought; j++) { chosen[j] = nearestOne(places[j], first + vec2i(-SKEW, 1) * i32(j)); }
      return vec4u(chosen[0], chosen[1], chosen[2], chosen[3]);
    }
  }
  var least = min(min(keys(0u, at), keys(1u, at)), min(keys(2u, at), keys(3u, at)));
  if (usual | (params.colours > 4u)) {
    least = min(least, min(min(keys(4u, at), keys(5u, at)), min(keys(6u, at), keys(7u, at))));
    least = min(least, min(min(keys(8u, at), keys(9u, at)), min(keys(10u, at), keys(11u, at))));
    least = min(least, min(min(keys(12u, at), keys(13u, at)), min(keys(14u, at), keys(15u, at))));
  }
  return vec4u(least & vec4i(15));
}

// One step of four rows: the first at `first`, in a part of the picture that reaches from x = across.x to
// across.y - 1. `above` is what the rows above hand down. Only pixels from stored.xy to stored.zw - 1 are written.
fn advance(rows: Rows, above: Handed, first: vec2i, across: vec2i, stored: vec4i) -> Rows {
  let x = vec4i(first.x) - SKEW * vec4i(0, 1, 2, 3);
  let y = vec4i(first.y) + vec4i(0, 1, 2, 3);
  let a = valueAt(vec2i(x.x, y.x)) + handed(ahead(rows.a) + fifth(above));
  let b = valueAt(vec2i(x.y, y.y)) + handed(ahead(rows.b) + below(rows.a) + sixth(above));
  let c = valueAt(vec2i(x.z, y.z)) + handed(ahead(rows.c) + below(rows.b) + below2(rows.a));
  let d = valueAt(vec2i(x.w, y.w)) + handed(ahead(rows.d) + below(rows.c) + below2(rows.b));
  let chosen = nearest(Four(place(a), place(b), place(c), place(d)), first);
  let inside = (x >= vec4i(across.x)) & (x < vec4i(across.y));
  let written = (x >= vec4i(stored.x)) & (x < vec4i(stored.z)) & (y >= vec4i(stored.y)) & (y < vec4i(stored.w));
  return Rows(
    push(rows.a, settle(vec2i(x.x, y.x), a, params.values[chosen.x], inside.x, written.x)),
    push(rows.b, settle(vec2i(x.y, y.y), b, params.values[chosen.y], inside.y, written.y)),
    push(rows.c, settle(vec2i(x.z, y.z), c, params.values[chosen.z], inside.z, written.z)),
    push(rows.d, settle(vec2i(x.w, y.w), d, params.values[chosen.w], inside.w, written.w)),
  );
}
