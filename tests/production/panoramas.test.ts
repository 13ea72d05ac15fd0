import { DataUtils } from 'three'
import { describe, expect, it } from 'vitest'
import { luminance, openSky, skyRadiance } from '../../src/departments/lighting'
import { encodeExr } from '../../src/encode'
import { dot } from '../../src/film'
import { openProduction, sliceOf } from '../../src/production'
import { prepareShot } from '../../src/stage'
import { panoramaTexels } from '../../src/stage/sky'
import { pixelDirection, sunAt, testSky, writeHdr } from '../departments/lighting/panorama/write-hdr'

const SCRIPT = `EXT. STREET - DAY

MARA (34) stands at the corner.

INT. KITCHEN - DAY

Mara sits at the table.

EXT. PLAIN - DAY

Mara stands.
`
const noon = writeHdr(256, 128, testSky({ azimuth: 40, altitude: 45 }))
const other = writeHdr(256, 128, testSky({ azimuth: 40, altitude: 45, horizon: [0.9, 0.8, 0.7] }))
const clouded = writeHdr(256, 128, testSky({ sun: [0, 0, 0] }))
const text = (words: string) => new TextEncoder().encode(words)

const open = (yaml: string, files: Readonly<Record<string, Uint8Array>> = { 'skies/noon.hdr': noon }) =>
  openProduction({
    main: 'film.yaml',
    files: [
      { name: 'film.yaml', bytes: text(`script: film.fountain\nlocations:\n${yaml}`) },
      { name: 'film.fountain', bytes: text(SCRIPT) },
      ...Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    ],
  })
const opened = (...args: Parameters<typeof open>) => {
  const film = open(...args)
  if (!film.ok) throw new Error(film.diagnostics.map((d) => `${d.rule} ${d.message}`).join('\n'))
  return film
}
type Opened = ReturnType<typeof opened>
const names = ({ film }: Opened) => film.store.plan.shots.map((s) => s.sliceHash)
const sliceIn = ({ film }: Opened, title: string) => {
  const shot = film.store.plan.shots.find((s) => s.sceneTitle.includes(title))
  if (!shot) throw new Error(`no shot in ${title}`)
  return sliceOf(film.store, shot.key)
}

const STREET = '  STREET: { hdri: skies/noon.hdr }\n'
const plain = opened('  STREET: { weather: clear }\n')
const street = opened(STREET)

describe('a panorama of a place', () => {
  it('is its sky: the sun where the picture has it, as much light from above as a sky of ours, and nothing said', () => {
    const { light, set } = sliceIn(street, 'STREET')
    expect(light.sky.panorama?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(dot(light.sun.direction, sunAt(40, 45))).toBeGreaterThan(Math.cos(Math.PI / 180))
    const own = sliceIn(plain, 'STREET').light
    expect(luminance(openSky(light.sky).up) / luminance(openSky(own.sky).up)).toBeCloseTo(1, 3)
    expect(light.sun.lux).toBeGreaterThan(own.sun.lux * 0.39)
    expect(light.sun.lux).toBeLessThan(own.sun.lux * 2.01)
    expect(Math.abs(Math.log2(light.exposure / own.exposure))).toBeLessThan(0.7)
    // What light is traced with is the picture's, side by side.
    expect(luminance(skyRadiance(light.sky, sunAt(40, 5)))).toBeGreaterThan(1.2 * luminance(skyRadiance(light.sky, sunAt(220, 5))))
    expect(set.kind).toBe('street')
    expect(street.diagnostics.filter((d) => d.rule.startsWith('film.') && d.severity !== 'info')).toEqual([])
  })

  it('turns with `rotation`, to the right', () => {
    const { light } = sliceIn(opened('  STREET: { hdri: { file: skies/noon.hdr, rotation: 90 } }\n'), 'STREET')
    expect(dot(light.sun.direction, sunAt(130, 45))).toBeGreaterThan(Math.cos(Math.PI / 180))
  })

  it('changes the keys of its shots with file, rotation and intensity, and with nothing else', () => {
    const [before, with_] = [names(plain), names(street)]
    const inStreet = street.film.store.plan.shots.map((s) => s.sceneTitle.includes('STREET'))
    expect(inStreet.filter(Boolean).length).toBeGreaterThan(0)
    for (const [i, isThere] of inStreet.entries()) expect(with_[i] !== before[i]).toBe(isThere)
    const same = [
      opened('  STREET: { hdri: { rotation: 0, path: skies/noon.hdr } }\n'),
      opened('  STREET: { hdri: { file: skies/noon.hdr, rotation: 360, intensity: 1 } }\n'),
      opened('  STREET: { hdri: elsewhere/copy.hdr }\n', { 'elsewhere/copy.hdr': noon.slice(), 'skies/noon.hdr': other }),
    ]
    for (const film of same) expect(names(film)).toEqual(with_)
    const changed = [
      opened(STREET, { 'skies/noon.hdr': other }),
      opened('  STREET: { hdri: { file: skies/noon.hdr, rotation: 90 } }\n'),
      opened('  STREET: { hdri: { file: skies/noon.hdr, intensity: 2 } }\n'),
    ]
    for (const film of changed) for (const [i, isThere] of inStreet.entries()) expect(names(film)[i] !== with_[i]).toBe(isThere)
    expect(new Set([street, ...changed].map((f) => f.runId)).size).toBe(4)
    expect(opened(STREET, { 'skies/noon.hdr': noon.slice() }).runId).toBe(street.runId)
  })

  it('travels with the film, and is made into a texture once', () => {
    const slice = sliceIn(street, 'STREET')
    const sha256 = slice.light.sky.panorama!.sha256
    expect(street.film.store.panoramas).toEqual({ [sha256]: noon })
    expect(Object.keys(slice.panoramas ?? {})).toEqual([sha256])
    expect(sliceIn(street, 'KITCHEN').panoramas).toBeUndefined()
    const parts = prepareShot(slice)
    const { key, texels } = parts.panorama!
    expect(texels?.levels.map((l) => l.width)).toEqual([256, 128, 64, 32, 16, 8, 4, 2, 1])
    const held = [key, parts.set.key, parts.bounce.key, ...parts.actors.map((a) => a.key), ...parts.props.map((p) => p.key)]
    expect(prepareShot(slice, held).panorama).toEqual({ key })
  })

  it('in OpenEXR is the same sky, under a name of its own', () => {
    const half = (v: number) => DataUtils.toHalfFloat(v)
    const [w, h] = [256, 128]
    const sky = testSky({ azimuth: 40, altitude: 45 })
    const light = Uint16Array.from({ length: w * h * 4 }, (_, i) => {
      const p = i >> 2
      return half([...sky(pixelDirection(p % w, Math.floor(p / w), w, h)), 1][i & 3] as number)
    })
    const film = opened('  STREET: { hdri: skies/noon.exr }\n', { 'skies/noon.exr': encodeExr(light, w, h) })
    const [a, b] = [sliceIn(film, 'STREET'), sliceIn(street, 'STREET')]
    expect(a.light.sky.panorama!.sha256).not.toBe(b.light.sky.panorama!.sha256)
    expect(dot(a.light.sun.direction, b.light.sun.direction)).toBeGreaterThan(0.9999)
    expect(a.light.sky.horizon[0] / b.light.sky.horizon[0]).toBeCloseTo(1, 1)
    expect(panoramaTexels(a.panoramas![a.light.sky.panorama!.sha256]!).levels[0]!.width).toBe(256)
  })

  it('without a sun leaves the sky as the key', () => {
    const { light } = sliceIn(opened(STREET, { 'skies/noon.hdr': clouded }), 'STREET')
    expect(light.sun.lux).toBe(0)
    expect(light.why.join()).toMatch(/no sun stands out/)
  })

  it('of type hdri is all there is: plain ground outside, nothing of ours before the windows of a room', () => {
    const film = opened('  KITCHEN: { type: hdri, hdri: skies/noon.hdr }\n  PLAIN: { type: hdri, hdri: skies/noon.hdr }\n')
    expect(sliceIn(film, 'PLAIN').set).toMatchObject({ kind: 'open-ground', surroundings: 'plain', placements: [] })
    expect(sliceIn(film, 'KITCHEN').set).toMatchObject({ kind: 'kitchen', surroundings: 'none' })
    const built = opened('  PLAIN: { type: hdri, preset: beach, hdri: skies/noon.hdr }\n')
    expect(sliceIn(built, 'PLAIN').set).toMatchObject({ kind: 'beach', surroundings: 'sea' })
  })

  it.each([
    ['no picture at all', { 'skies/noon.hdr': text('hello') }, 'hdri.format', /skies\/noon\.hdr, header: .*Radiance/],
    ['cut off', { 'skies/noon.hdr': noon.subarray(0, 9000) }, 'hdri.truncated', /line \d+: /],
  ])('is refused at its line when it is %s', (_what, files, rule, message) => {
    const answer = open(STREET, files)
    expect(answer.ok).toBe(false)
    const found = answer.diagnostics.find((d) => d.rule === rule)
    expect(found).toMatchObject({ severity: 'error', file: 'film.yaml', line: 3 })
    expect(found?.message).toMatch(message)
    expect(found?.remedy).not.toBe('')
  })

  it('that is not there leaves a sky of ours, and is said; so is a turn that is no number', () => {
    const film = opened(STREET, {})
    expect(names(film)).toEqual(names(plain))
    expect(film.diagnostics.some((d) => d.severity === 'warning' && /noon\.hdr/.test(d.message))).toBe(true)
    const odd = opened('  STREET: { hdri: { file: skies/noon.hdr, intensity: -1 } }\n')
    expect(odd.diagnostics.find((d) => d.rule === 'production.hdri-intensity')).toMatchObject({ severity: 'warning', line: 3 })
    expect(names(odd)).toEqual(names(street))
  })
})
