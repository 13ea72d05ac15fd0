import { type CharacterSpec, type Garment, hexToLinear, lerp, smoothstep, type Vec3 } from '../../film'
import { backpack, belt, necklace, type Over, satchel, scarf, tie } from './accessories'
import { apron } from './apron'
import type { Body } from './body-field'
import { type LegCut, legField, legs } from './bottoms'
import { clothLook, trimLook, wearOf } from './cloth'
import { innerCut, outerCut } from './cuts'
import { glasses, headset } from './eyewear'
import { feet } from './feet'
import { hair } from './hair'
import { hands } from './hands'
import type { HeadContext } from './head'
import { headwear } from './headwear'
import type { Look, MeshBuilder } from './mesh-builder'
import type { Field } from './sdf'
import type { SkinWeights } from './skin-weights'
import { sleeves, TOP_CUT, type TopCut, top, topField } from './tops'
import { buttons, collar, hood, lapels, roundCollar, suitRing } from './trims'

type Kind = Garment['kind']
const OUTERS: readonly Kind[] = ['parka', 'coat', 'lab-coat', 'jacket', 'suit-jacket', 'robe']
const HATS: readonly Kind[] = ['headscarf', 'cap', 'beanie', 'straw-hat', 'brim-hat', 'helmet']

/** Body, clothes, hair and what is carried: everything of a person but the face. */
export function clothe(
  b: MeshBuilder,
  spec: CharacterSpec,
  body: Body,
  weights: SkinWeights,
  context: HeadContext,
  detail: 'wide' | 'full',
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
    if (g.kind !== 'spacesuit') return wearOf(g, spec.key, clothLook(g))
    // Bands that tell astronauts apart from afar.
    const band = { look: { ...clothLook(g), colour: g.accent ? hexToLinear(g.accent) : ([0.5, 0.08, 0.03] as const) } }
    return (p: Vec3) => {
      const arm = Math.hypot(Math.abs(p[0]) - body.shoulder[0], p[1] - body.shoulder[1])
      const onArm = Math.abs(p[0]) > body.shoulder[0] * 1.06 && arm > 0.078 * h && arm < 0.105 * h
      return onArm || (p[1] > knee + 0.07 * h && p[1] < knee + 0.1 * h && Math.abs(p[0]) < body.shoulder[0]) ? band : undefined
    }
  }
  const neck = body.pose.at('neck')
  let field: Field = body.trunkAndArms
  let under: Field = body.trunkAndLegs
  let shirtField: Field = body.trunkAndArms

  // Skin that shows: neckline always (sinking where cloth covers it), arms and legs where cloth ends.
  top(
    b,
    body,
    weights,
    inner
      ? (x, y, z) =>
          body.trunkAndArms(x, y, z) +
          0.012 * h * smoothstep(1.05, 1.5, Math.sqrt(x * x + (z - neck[2]) ** 2) / body.neckRadius) +
          0.002 * h
      : body.trunkAndArms,
    { ...TOP_CUT, reach: 0.9, hemY: body.chestY - 0.03 * h, sleeve: 0, neckline: 0.98, collarY: 0.036 },
    skinLook,
    detail,
  )
  const longLegs = trousers && trousers.kind !== 'shorts'
  const boots = find('boots')
  if (!longLegs || skirted)
    legs(
      b,
      body,
      weights,
      body.trunkAndLegs,
      { hemY: ankle * 0.86, topY: skirted || (outer?.kind === 'robe' && !trousers) ? knee + 0.03 * h : body.hipY - 0.04 * h },
      skinLook,
      detail,
      0,
    )
  if (longLegs && !skirted && find('bare-feet'))
    legs(b, body, weights, body.trunkAndLegs, { hemY: ankle * 0.8, topY: ankle + 0.05 * h }, skinLook, detail, 0)

  const tucked =
    inner && !whole && (overalls !== undefined || skirted?.kind === 'skirt' || (inner.kind === 'shirt' && trousers !== undefined))
  if (trousers && !skirted) {
    const jeans = trousers.kind === 'jeans'
    const bulky = suit !== undefined
    const cut: LegCut = {
      ease: bulky ? 0.017 : jeans ? 0.005 : 0.007,
      waistEase: bulky ? 0.014 : tucked || overalls ? 0.0125 : 0.006,
      straight: bulky ? 0.037 : boots ? 0.02 : jeans ? 0.0245 : whole?.kind === 'pyjamas' || overalls ? 0.032 : 0.029,
      hemY: trousers.kind === 'shorts' ? knee + 0.035 * h : boots && !bulky ? ankle + 0.085 * h : ankle * (jeans ? 0.52 : 0.44),
      topY: bulky ? body.waistY : body.waistY - 0.012 * h,
      folds: bulky ? 0 : jeans ? 0.0045 : 0.005,
      quilt: bulky ? 0.006 : 0,
    }
    const lf = legField(body, cut)
    under = lf
    legs(b, body, weights, lf, cut, clothLook(trousers), detail, 0.005 * h, paintOf(trousers))
  }
  if (inner) {
    const cut = innerCut(inner, body, Boolean(tucked), Boolean(outer ?? vest), knee)
    field = topField(body, cut)
    shirtField = field
    const look = clothLook(inner)
    const trim = trimLook(inner)
    const paint = paintOf(inner)
    top(b, body, weights, field, outer ? { ...cut, sleeve: 0, reach: 0.78 } : cut, look, detail, paint)
    if (!outer && cut.sleeve < 2)
      sleeves(b, body, body.trunkAndArms, { armEase: 0, cuff: 0 }, skinLook, detail, weights, 2, undefined, Math.max(0.2, cut.sleeve - 0.3))
    const over: Over = { b, body, weights, context, field, detail }
    if (inner.kind === 'sweater' || inner.kind === 't-shirt' || inner.kind === 'dress')
      roundCollar(
        over,
        inner.kind === 'sweater' ? look : trim,
        inner.kind === 'sweater' ? 0.013 : 0.006,
        inner.kind === 'sweater' ? 0.022 : 0.008,
      )
    if (inner.kind === 'shirt' || inner.kind === 'pyjamas' || inner.kind === 'uniform') {
      collar(over, inner.kind === 'uniform' ? trim : look, inner.kind === 'uniform' ? 0.7 : 1)
      buttons(
        over,
        inner.kind === 'uniform' ? trim : { colour: [0.7, 0.68, 0.62], kind: 'plastic', roughness: 0.35 },
        lerp(body.neckY, body.chestY, 0.3),
        tucked ? body.waistY : cut.hemY + 0.03 * h,
      )
    }
    if (sweater?.material === 'cotton' && !outer) hood(over, look, trim)
    if (sweater && shirt) collar(over, clothLook(shirt), 1)
    if (suit) suitRing(over, trim)
  }
  if (skirted && skirted.kind === 'skirt') {
    const long = spec.age > 55 || spec.hair.style === 'bun'
    const cut: TopCut = {
      ...TOP_CUT,
      ease: 0.0145,
      armEase: 0,
      hemY: long ? knee - 0.085 * h : knee + 0.005 * h,
      flare: 0.24,
      sleeve: 0,
      folds: 0.002,
      neckline: 1.1,
    }
    field = partialTop(b, body, weights, cut, clothLook(skirted), detail, paintOf(skirted), body.waistY + 0.004 * h, field)
  }
  if (overalls) {
    const cut: TopCut = { ...TOP_CUT, ease: 0.0145, armEase: -0.01, hemY: body.waistY - 0.06 * h, sleeve: 0, folds: 0.002 }
    const bib = topField(body, cut)
    const o: Over = { b, body, weights, context, field: bib, detail }
    apron(o, clothLook(overalls), { topY: body.chestY + 0.005 * h, hemY: body.waistY - 0.045 * h, half: 0.85, bib: 0.5, wrap: true })
  }
  if (vest) {
    const cut: TopCut = {
      ...TOP_CUT,
      ease: 0.0135,
      armEase: 0.004,
      hemY: body.hipY + 0.05 * h,
      sleeve: 0,
      vOpen: 0.95,
      buttonY: body.chestY - 0.05 * h,
      folds: 0.002,
    }
    const f = topField(body, cut)
    const grid = top(b, body, weights, f, cut, clothLook(vest), detail, paintOf(vest))
    const o: Over = { b, body, weights, context, field: f, detail }
    if (find('tie')) tie({ ...o, field }, find('tie')!)
    buttons(o, { colour: [0.1, 0.08, 0.06], kind: 'plastic', roughness: 0.4 }, cut.buttonY, cut.hemY + 0.02 * h)
    field = f
    void grid
  }
  const belted = find('belt')
  if (belted && !outer)
    belt(
      {
        b,
        body,
        weights,
        context,
        field:
          tucked || overalls
            ? legField(body, { ease: 0.007, waistEase: 0.0125, straight: 0, hemY: 0, topY: 0, folds: 0, quilt: 0 })
            : field,
        detail,
      },
      belted,
    )
  if (outer) {
    const over: Over = { b, body, weights, context, field, detail }
    const knot = find('tie')
    if (knot && !vest) tie(over, knot)
    const cut = outerCut(outer, body, knee, ankle)
    const f = topField(body, cut)
    const look = clothLook(outer)
    const grid = top(b, body, weights, f, cut, look, detail, paintOf(outer))
    const o: Over = { b, body, weights, context, field: f, detail }
    if (outer.kind === 'parka') {
      hood(o, look, { ...trimLook(outer), colour: [0.32, 0.25, 0.17], kind: 'hair', roughness: 0.95, pattern: 0 })
      buttons(o, { colour: [0.05, 0.05, 0.05], kind: 'plastic', roughness: 0.4 }, body.chestY + 0.04 * h, cut.hemY + 0.06 * h)
    } else {
      lapels(
        o,
        grid,
        outer.kind === 'robe'
          ? trimLook(outer)
          : { ...look, colour: [look.colour[0] * 0.86, look.colour[1] * 0.86, look.colour[2] * 0.86] },
        outer.kind === 'jacket' ? 0.8 : 1.1,
      )
      if (outer.kind !== 'robe')
        buttons(
          o,
          {
            colour: [look.colour[0] * 0.35 + 0.01, look.colour[1] * 0.35 + 0.01, look.colour[2] * 0.35 + 0.01],
            kind: 'plastic',
            roughness: 0.35,
          },
          cut.buttonY,
          Math.max(cut.hemY + 0.05 * h, body.hipY - 0.02 * h),
          2,
          0.12,
        )
    }
    field = f
  }
  const outermost = field
  const last: Over = { b, body, weights, context, field: (x, y, z) => Math.min(outermost(x, y, z), under(x, y, z)), detail }
  const pinny = find('apron')
  if (pinny) {
    apron(last, clothLook(pinny), { topY: body.chestY + 0.01 * h, hemY: knee + 0.02 * h, half: 1.25, bib: 0.62, wrap: false })
  }
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
  if (hat?.kind !== 'headscarf') hair(b, context, body, weights, covered)
  if (hat) headwear(last, hat)
  const lensed = find('glasses', 'sunglasses')
  if (lensed) glasses(last, lensed)
  const phones = find('headset')
  if (phones) headset(last, phones, spec.hair.style === 'bald' || covered ? 0.01 : spec.hair.style === 'afro' ? 0.2 : 0.075)
  const neckwear = find('scarf')
  if (neckwear) scarf(last, neckwear)
  const beads = find('necklace')
  if (beads && !neckwear) necklace({ ...last, field: shirtField }, beads)
  const bag = find('satchel')
  if (bag) satchel(last, bag)
  const pack = find('backpack')
  if (pack) backpack(last, pack)
}

const BARE: Garment = { kind: 'bare-feet', colour: '#000000', pattern: 'plain', material: 'cotton', condition: 'pristine' }

/** A skirt: the lower part of a top's loft, up to the waist. */
function partialTop(
  b: MeshBuilder,
  body: Body,
  weights: SkinWeights,
  cut: TopCut,
  look: Look,
  detail: 'wide' | 'full',
  paint: ((p: Vec3) => { look?: Look; tint?: number } | undefined) | undefined,
  topY: number,
  inner: Field,
): Field {
  const field = topField(body, cut)
  const waisted: Field = (x, y, z) => Math.max(field(x, y, z), y - topY)
  top(b, { ...body, chestY: topY - 0.002 * body.h }, weights, waisted, { ...cut, sleeve: 0, reach: 3 }, look, detail, paint)
  return (x, y, z) => Math.min(inner(x, y, z), waisted(x, y, z))
}
