import { type CharacterSpec, type Garment, hexToLinear, smoothstep, type Vec3 } from '../../film'
import { backpack, belt, necklace, type Over, satchel, scarf, tie, watch } from './accessories'
import { apron } from './apron'
import type { Body } from './body-field'
import { type LegCut, legField, legs } from './bottoms'
import { clothLook, SOFTNESS, trimLook } from './cloth'
import { innerCut, outerCut } from './cuts'
import { divingMask } from './diving-mask'
import { glasses, headset } from './eyewear'
import { feet } from './feet'
import { bandsOf, finishInner, finishOuter } from './finish'
import { type Gather, legFolds, topFolds } from './folds'
import { hair } from './hair'
import { hands } from './hands'
import { type HeadContext, NECK_RING } from './head'
import { headwear } from './headwear'
import type { Look, MeshBuilder } from './mesh-builder'
import type { Field } from './sdf'
import { patch } from './sheet'
import type { SkinWeights } from './skin-weights'
import { spaceHelmet } from './space-helmet'
import { type Dressing, sleeves, TOP_CUT, type TopCut, top, topField } from './tops'
import { buttons, hood } from './trims'

type Kind = Garment['kind']
const OUTERS: readonly Kind[] = ['parka', 'coat', 'lab-coat', 'jacket', 'suit-jacket', 'robe']
const HATS: readonly Kind[] = ['headscarf', 'cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet', 'space-helmet']

/** Body, clothes, hair and what is carried: everything of a person but the face; with `thrift` 2 the hair is the wide shot's and nets are coarser. */
export function clothe(
  b: MeshBuilder,
  spec: CharacterSpec,
  body: Body,
  weights: SkinWeights,
  context: HeadContext,
  detail: 'wide' | 'full',
  thrift: 0 | 2,
): void {
  const { h } = body
  const find = (...kinds: readonly Kind[]) => spec.wardrobe.find((g) => kinds.includes(g.kind))
  const skinLook: Look = { colour: hexToLinear(spec.skin), kind: 'skin', roughness: 0.52 }
  const suit = find('spacesuit')
  const outer = find(...OUTERS)
  const whole = suit ?? find('dress', 'pyjamas', 'uniform')
  const sweater = find('sweater')
  const vest = find('vest')
  const shirt = find('shirt')
  const inner = whole ?? sweater ?? find('t-shirt', 'shirt') ?? shirt
  const overalls = find('overalls')
  const skirted = find('skirt') ?? (whole?.kind === 'dress' ? whole : undefined)
  const trousers = find('trousers', 'jeans', 'shorts') ?? overalls ?? (whole && whole.kind !== 'dress' ? whole : undefined)
  const knee = body.pose.at('leftLowerLeg')[1]
  const ankle = body.pose.at('leftFoot')[1]
  const paintOf = (g: Garment) => {
    if (g.kind !== 'spacesuit') return undefined
    // Bands that tell astronauts apart from afar.
    const band = { look: { ...clothLook(g), colour: g.accent ? hexToLinear(g.accent) : ([0.5, 0.08, 0.03] as const) } }
    return (p: Vec3) => {
      const arm = Math.hypot(Math.abs(p[0]) - body.shoulder[0], p[1] - body.shoulder[1])
      const onArm = Math.abs(p[0]) > body.shoulder[0] * 1.06 && arm > 0.078 * h && arm < 0.105 * h
      return onArm || (p[1] > knee + 0.07 * h && p[1] < knee + 0.1 * h && Math.abs(p[0]) < body.shoulder[0]) ? band : undefined
    }
  }
  const laden = outer !== undefined && spec.wardrobe.filter((g) => COSTLY.has(g.kind)).length > 1
  const level = Math.max(thrift, laden ? 1 : 0)
  const dressingOf = (g: Garment, cut: TopCut, gather: Partial<Gather> = {}): Dressing => {
    const paint = paintOf(g)
    return {
      ...(paint ? { paint } : {}),
      thrift: level,
      ...bandsOf(g, cut, h),
      fold: topFolds(body, { depth: SOFTNESS[g.material], ...gather }),
    }
  }
  const neck = body.pose.at('neck')
  let field: Field = body.trunkAndArms
  let under: Field = body.trunkAndLegs
  let shirtField: Field = body.trunkAndArms

  b.layer('skin')
  // Skin that shows: neckline always (sinking where cloth covers it), arms and legs where cloth ends.
  const ringY = context.toWorld([0, NECK_RING, 0])[1]
  // Above the ring the head's own neck takes over, and below cloth it stands back.
  const bare: Field = (x, y, z) => body.trunkAndArms(x, y, z) + 0.007 * h * smoothstep(ringY + 0.002 * h, ringY + 0.022 * h, y)
  top(
    b,
    body,
    weights,
    inner
      ? (x, y, z) => bare(x, y, z) + 0.012 * h * smoothstep(1.05, 1.5, Math.sqrt(x * x + (z - neck[2]) ** 2) / body.neckRadius) + 0.002 * h
      : bare,
    {
      ...TOP_CUT,
      reach: inner ? 0.56 : 0.9,
      hemY: inner && !/^(shirt|pyjamas|dress)$/.test(inner.kind) ? body.chestY + 0.03 * h : body.chestY - 0.01 * h,
      sleeve: 0,
      fit: 1,
      neckline: 0.98,
      // A child's large head ends higher on its neck.
      collarY: Math.max(0.036, (context.toWorld([0, NECK_RING + 0.03, 0])[1] - body.neckY) / h + 0.027),
    },
    skinLook,
    detail,
    { normals: body.trunkAndArms },
  )
  const isLong = skirted?.long === true
  const skirtHem = isLong ? ankle + 0.03 * h : spec.age > 55 || spec.hair.style === 'bun' ? knee - 0.085 * h : knee + 0.005 * h
  const longLegs = trousers && trousers.kind !== 'shorts'
  const boots = find('boots')
  // Legs end a little above the hem that covers them, sunk under it.
  const hemAbove = skirted
    ? skirted.kind === 'dress'
      ? isLong
        ? skirtHem
        : knee - 0.03 * h
      : skirtHem
    : outer?.kind === 'robe' && !trousers
      ? ankle + 0.035 * h
      : knee + 0.035 * h
  const longest = hemAbove + 0.06 * h
  if (!longLegs || skirted)
    legs(b, body, weights, body.trunkAndLegs, { hemY: ankle * 0.86, topY: longest }, skinLook, detail, 0, {
      bands: [{ from: hemAbove + 0.008 * h, to: hemAbove + 1, lift: -0.005 * h }],
    })
  if (longLegs && !skirted && find('bare-feet'))
    legs(b, body, weights, body.trunkAndLegs, { hemY: ankle * 0.8, topY: ankle + 0.05 * h }, skinLook, detail, 0)

  const tucked =
    inner !== undefined &&
    !whole &&
    (overalls !== undefined || skirted?.kind === 'skirt' || (inner.kind === 'shirt' && trousers !== undefined))
  const slim = outer && outerCut(outer, body, knee, ankle)
  // Over a vest a jacket is cut wider.
  const roomy = slim && vest ? { ...slim, ease: slim.ease + 0.005 } : slim
  // And round a shirt's collar it stands off.
  const outerCutting = roomy && inner && COLLARED.has(inner.kind) ? { ...roomy, neckline: roomy.neckline + 0.12 } : roomy
  // A skirt under a coat falls as narrow as the coat does, or it would stand out through it.
  const beneath = (cut: TopCut): TopCut => (outerCutting ? { ...cut, flare: Math.min(cut.flare, outerCutting.flare * 0.8) } : cut)
  const innerCutting = inner && beneath(innerCut(inner, body, tucked, Boolean(outer ?? vest), knee, !find('tie') && !sweater))
  if (trousers && !skirted) {
    const jeans = trousers.kind === 'jeans'
    const bulky = suit !== undefined
    const cut: LegCut = {
      ease: bulky ? 0.017 : jeans ? 0.005 : 0.0065,
      waistEase: bulky ? 0.014 : tucked || overalls ? 0.0105 : 0.005,
      straight: bulky ? 0.037 : boots ? 0.02 : jeans ? 0.026 : whole?.kind === 'pyjamas' || overalls ? 0.033 : 0.031,
      hemY: trousers.kind === 'shorts' ? knee + 0.035 * h : boots && !bulky ? ankle + 0.085 * h : ankle * (jeans ? 0.5 : 0.42),
      // No higher than a hem that hangs over them needs: what is not there cannot show through.
      topY:
        bulky || !innerCutting || tucked
          ? body.waistY - (bulky ? 0 : 0.008 * h)
          : Math.min(body.waistY - 0.012 * h, innerCutting.hemY + 0.04 * h),
      quilt: bulky ? 0.006 : 0,
    }
    const outerHem = outerCutting?.hemY
    const shortOuter = outerHem !== undefined && outerHem > body.hipY - 0.1 * h && outerHem < cut.topY - 0.05 * h ? outerHem : undefined
    const lf = legField(body, cut)
    const look = clothLook(trousers)
    under = lf
    const paint = paintOf(trousers)
    b.layer('legs')
    legs(b, body, weights, lf, cut, look, detail, 0.0045 * h, {
      ...(outerHem !== undefined && outerHem < body.hipY - 0.1 * h ? { bind: (p: Vec3) => weights.under(p) } : {}),
      fold: legFolds(body, { depth: bulky ? 0 : SOFTNESS[trousers.material] }, boots ? -1 : cut.hemY),
      bands: [
        ...(tucked ? [{ from: cut.topY - 0.024 * h, to: cut.topY + 1, lift: 0.0022 * h }] : []),
        // Under a hem that hangs over them they stand back.
        ...(outer && tucked && shortOuter !== undefined
          ? [{ from: shortOuter + 0.01 * h, to: cut.topY - 0.03 * h, lift: -0.004 * h }]
          : []),
        ...(innerCutting && !tucked ? [{ from: innerCutting.hemY + 0.006 * h, to: innerCutting.hemY + 1, lift: -0.0055 * h }] : []),
        ...(jeans ? [{ from: cut.hemY + 0.0115 * h, to: cut.hemY + 0.013 * h, lift: -0.001 * h, tint: 0.6 }] : []),
      ],
      ...(paint ? { paint } : {}),
    })
    b.layer('trim')
    if (tucked && !overalls) {
      const o: Over = { b, body, weights, context, field: lf, detail }
      patch(o, look, { from: body.hipY + 0.004 * h, to: cut.topY - 0.026 * h, theta: 0, half: 0.1, thick: 0.002 * h, columns: 2, rows: 3 })
      if (jeans || trousers.kind === 'shorts')
        for (const s of [1, -1])
          patch(o, look, {
            from: body.hipY - 0.035 * h,
            to: body.hipY + 0.02 * h,
            theta: Math.PI - s * 0.62,
            half: 0.3,
            thick: 0.0022 * h,
            point: 0.006 * h,
          })
    }
  }
  if (inner && innerCutting) {
    const cut = innerCutting
    field = topField(body, cut)
    shirtField = field
    const dressing = dressingOf(inner, cut, { tucked, hangs: inner.kind === 'dress' })
    if (tucked) dressing.bands?.push({ from: cut.hemY - 1, to: body.waistY - 0.012 * h, lift: -0.005 * h })
    b.layer('inner')
    const grid = top(b, body, weights, field, outer ? { ...cut, sleeve: 0, reach: 0.58 } : cut, clothLook(inner), detail, {
      ...dressing,
      ...(outer || vest ? { covered: true } : {}),
      // Over trousers cloth goes with the legs; over a skirt it lies on the lap as the skirt does.
      ...(trousers && !skirted ? { bind: (p: Vec3) => weights.coat(p) } : {}),
    })
    b.layer('skin')
    if (!outer && cut.sleeve < 2)
      sleeves(b, body, body.trunkAndArms, { armEase: 0, cuff: 0 }, skinLook, detail, weights, 2, {}, Math.max(0.2, cut.sleeve - 0.16))
    b.layer('trim')
    const over: Over = { b, body, weights, context, field, detail }
    finishInner(over, inner, grid, cut, tucked, outer !== undefined, sweater && shirt ? clothLook(shirt) : undefined)
    if (sweater?.material === 'cotton' && !outer) hood(over, clothLook(inner), trimLook(inner))
  }
  if (skirted && skirted.kind === 'skirt') {
    const cut = beneath({ ...TOP_CUT, ease: 0.0145, armEase: 0, hemY: skirtHem, flare: 0.24, fit: 0.95, sleeve: 0, neckline: 1.1 })
    b.layer('skirt')
    field = partialTop(
      b,
      body,
      weights,
      cut,
      clothLook(skirted),
      detail,
      dressingOf(skirted, cut, { hangs: true }),
      body.waistY + 0.004 * h,
      field,
    )
  }
  b.layer('trim')
  if (overalls) {
    const cut: TopCut = { ...TOP_CUT, ease: 0.0145, armEase: -0.01, hemY: body.waistY - 0.06 * h, sleeve: 0, fit: 0.5 }
    const bib = topField(body, cut)
    const o: Over = { b, body, weights, context, field: bib, detail }
    apron(o, clothLook(overalls), { topY: body.chestY + 0.005 * h, hemY: body.waistY - 0.045 * h, half: 0.85, bib: 0.5, wrap: true })
  }
  if (vest) {
    const cut: TopCut = {
      ...TOP_CUT,
      ease: outer ? 0.011 : 0.0135,
      armEase: 0.004,
      hemY: body.hipY + 0.05 * h,
      sleeve: 0,
      ...(outer ? { reach: 0.58 } : {}),
      fit: 0.6,
      vOpen: 0.95,
      buttonY: body.chestY - 0.05 * h,
    }
    const f = topField(body, cut)
    b.layer('vest')
    top(b, body, weights, f, cut, clothLook(vest), detail, dressingOf(vest, cut))
    b.layer('trim')
    const o: Over = { b, body, weights, context, field: f, detail }
    if (find('tie')) tie({ ...o, field }, find('tie')!)
    buttons(o, { colour: [0.1, 0.08, 0.06], kind: 'plastic', roughness: 0.4 }, cut.buttonY, cut.hemY + 0.02 * h)
    field = f
  }
  const belted = find('belt')
  if (belted && !outer)
    belt(
      {
        b,
        body,
        weights,
        context,
        field: tucked || overalls ? legField(body, { ease: 0.0065, waistEase: 0.0127, straight: 0, hemY: 0, topY: 0, quilt: 0 }) : field,
        detail,
      },
      belted,
    )
  if (outer && outerCutting) {
    const over: Over = { b, body, weights, context, field, detail }
    const knot = find('tie')
    if (knot && !vest) tie(over, knot)
    const cut = outerCutting
    const f = topField(body, cut)
    const long = cut.hemY < body.hipY - 0.03 * h
    b.layer('outer')
    const dressing = dressingOf(outer, cut, { hangs: long })
    const grid = top(b, body, weights, f, cut, clothLook(outer), detail, {
      ...dressing,
      hem: 0.0065 * h,
      ...(trousers && !skirted ? { bind: (p: Vec3) => weights.coat(p) } : {}),
    })
    b.layer('trim')
    finishOuter({ b, body, weights, context, field: f, detail }, outer, grid, cut)
    field = f
  }
  const outermost = field
  const last: Over = { b, body, weights, context, field: (x, y, z) => Math.min(outermost(x, y, z), under(x, y, z)), detail }
  const pinny = find('apron')
  if (pinny) {
    apron(last, clothLook(pinny), { topY: body.chestY + 0.01 * h, hemY: knee + 0.02 * h, half: 1.25, bib: 0.62, wrap: false })
  }
  b.layer('trim')
  feet(b, body, find('shoes', 'boots', 'sneakers', 'bare-feet') ?? BARE, spec.skin, detail)
  const glove = find('gloves')
  hands(
    b,
    body,
    spec.skin,
    glove ? clothLook(glove) : suit ? { ...clothLook(suit), colour: [0.2, 0.2, 0.21], pattern: 0 } : undefined,
    detail,
  )
  const hat = find(...HATS)
  const covered = hat !== undefined
  // Hair that hangs lies on the coat, on its collar and on what is wound round the neck.
  const wound = find('scarf') ? 0.03 * h : 0
  const clad: Field = (x, y, z) =>
    Math.min(body.trunkAndArms(x, y, z), outermost(x, y, z) + (outer ? 0.006 : 0.016)) -
    wound * smoothstep(0.07 * h, 0.03 * h, Math.abs(y - body.neckY)) * smoothstep(0.13 * h, 0.08 * h, Math.hypot(x, z - neck[2]))
  // In a ball of glass and shell there is no room for hair that hangs.
  const shorn =
    hat?.kind === 'space-helmet' && spec.hair.style !== 'bald' ? { ...spec, hair: { ...spec.hair, style: 'crop' as const } } : spec
  if (hat?.kind !== 'headscarf')
    hair(
      b,
      { ...context, spec: shorn, ...(thrift > 0 ? { detail: 'wide' as const } : {}) },
      { ...body, trunkAndArms: clad },
      weights,
      covered,
    )
  if (hat?.kind === 'space-helmet') spaceHelmet(last, hat)
  else if (hat) headwear(last, hat)
  const mask = find('diving-mask')
  if (mask) divingMask(last, mask)
  const lensed = mask ? undefined : find('glasses', 'sunglasses')
  if (lensed) glasses(last, lensed)
  const phones = find('headset')
  if (phones) headset(last, phones, spec.hair.style === 'bald' || covered ? 0.01 : spec.hair.style === 'afro' ? 0.2 : 0.075)
  const neckwear = find('scarf')
  if (neckwear) scarf(last, neckwear)
  const beads = find('necklace')
  if (beads && !neckwear) necklace({ ...last, field: shirtField }, beads)
  const time = find('watch')
  if (time && !glove && !suit) watch(last, time)
  const bag = find('satchel')
  if (bag) satchel(last, bag)
  // What an astronaut breathes is on the back.
  const pack = find('backpack') ?? (hat?.kind === 'space-helmet' ? suit : undefined)
  if (pack) backpack(last, pack)
}

/** What has a collar of its own. */
const COLLARED: ReadonlySet<Kind> = new Set(['shirt', 'pyjamas', 'uniform'])

/** Small things that cost many triangles. */
const COSTLY: ReadonlySet<Kind> = new Set([
  ...HATS,
  'vest',
  'tie',
  'scarf',
  'backpack',
  'satchel',
  'glasses',
  'sunglasses',
  'headset',
  'diving-mask',
  'apron',
  'necklace',
  'belt',
])
const BARE: Garment = { kind: 'bare-feet', colour: '#000000', pattern: 'plain', material: 'cotton', condition: 'pristine' }

/** A skirt: the lower part of a top's loft, up to the waist. */
function partialTop(
  b: MeshBuilder,
  body: Body,
  weights: SkinWeights,
  cut: TopCut,
  look: Look,
  detail: 'wide' | 'full',
  dressing: Dressing,
  topY: number,
  inner: Field,
): Field {
  const field = topField(body, cut)
  const waisted: Field = (x, y, z) => Math.max(field(x, y, z), y - topY)
  top(b, { ...body, chestY: topY - 0.002 * body.h }, weights, waisted, { ...cut, sleeve: 0, reach: 3 }, look, detail, dressing)
  return (x, y, z) => Math.min(inner(x, y, z), waisted(x, y, z))
}
