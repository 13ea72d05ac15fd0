import { describe, expect, it } from 'vitest'
import { cameraByHand } from '../../../src/departments/camera'
import { gradeByHand } from '../../../src/departments/lighting'
import { encodePng } from '../../../src/encode'
import { matchReference, openProduction, type ReferenceReading } from '../../../src/production'
import { file } from '../master/files'

const SCRIPT = 'INT. KITCHEN - DAY\n\nANNA (34) stands at the table.\n\nANNA\nI have been here before, and I know the way out.\n'
const READING: ReferenceReading = {
  palette: ['#101010'],
  exposure: -2,
  contrast: 5,
  saturation: 0.2,
  kelvin: 4200,
  kelvinConfidence: 0.9,
  key: { of: 'face', azimuth: -50, altitude: 30, ratio: 6, soft: 0.3, confidence: 0.8, sideConfidence: 0.9 },
  horizon: { height: 0.7, roll: 4, confidence: 0.9 },
}

/** A ball lit from the left or right before a wall. */
function ball(side: number): Promise<Uint8Array> {
  const [w, h] = [160, 90]
  const rgba = new Uint8Array(w * h * 4).fill(255)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [u, v] = [(x + 0.5 - w / 2) / 30, (h / 2 - y - 0.5) / 30]
      const flat = u * u + v * v
      const lit = flat > 1 ? 0.9 : 0.4 * (0.15 + 0.85 * Math.max(0, u * side * 0.75 + v * 0.4 + Math.sqrt(1 - flat) * 0.53))
      rgba.fill(Math.round(255 * lit ** (1 / 2.2)), (y * w + x) * 4, (y * w + x) * 4 + 3)
    }
  return encodePng(rgba, w, h)
}

function opened(yaml: string, photo: Uint8Array) {
  const film = openProduction({
    files: [file('film.yaml', `script: s.fountain\n${yaml}\n`), file('s.fountain', SCRIPT), { name: 'ref.png', bytes: photo }],
    main: 'film.yaml',
  })
  if (!film.ok) throw new Error(film.diagnostics.map((d) => d.message).join())
  const { store } = film.film
  const at = store.plan.shots.findIndex((s) => s.address === 'sc1.sh2')
  const shot = store.plan.shots[at]!
  return { film, shot: store.shots[shot.key]!, light: store.lights[shot.light ?? store.plan.scenes[0]!.light]! }
}

describe('a shot with a reference', () => {
  it('has its key where the photograph has it, as its own camera sees it: left or right', async () => {
    for (const side of [-1, 1]) {
      const { light, shot } = opened('shots:\n  - { name: sc1.sh2, reference: ref.png }', await ball(side))
      const [{ position, target }] = shot.camera.keys as [(typeof shot.camera.keys)[number]]
      const back = [position[0] - target[0], position[2] - target[2]] as const
      const key = light.spots[0]!
      const to = [key.position[0] - target[0], key.position[2] - target[2]] as const
      // To the right of the camera, which looks along −back.
      expect(Math.sign(to[0] * back[1] - to[1] * back[0])).toBe(side)
      expect(light.rig?.name).toBeDefined()
      expect(light.why).toContain('graded by hand')
    }
  })

  it('is matched in the parts that are wanted, and hands have the last word', async () => {
    const photo = await ball(1)
    const plain = opened('', photo)
    const none = opened('shots:\n  - { name: sc1.sh2, reference: { file: ref.png, light: false, grade: false, camera: false } }', photo)
    expect(none.light).toEqual(plain.light)
    const graded = opened('shots:\n  - { name: sc1.sh2, reference: { file: ref.png, light: false, camera: false } }', photo)
    expect(graded.light.spots).toEqual(plain.light.spots)
    expect(graded.light.exposure).not.toBe(plain.light.exposure)
    const place = opened('locations:\n  - { name: KITCHEN, reference: ref.png }', photo)
    expect(place.light.rig?.name).toBeDefined()
    expect(place.film.production.locations[0]!.reference?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('says why a photograph cannot be matched, and plans without it', () => {
    const { film, light } = opened('shots:\n  - { name: sc1.sh2, reference: ref.png }', new TextEncoder().encode('nothing'))
    expect(film.diagnostics.find((d) => d.rule === 'film.reference')).toMatchObject({
      severity: 'warning',
      message: 'ref.png cannot be matched: this is no picture',
    })
    expect(light).toEqual(opened('', new Uint8Array(0)).light)
  })
})

describe('matchReference', () => {
  const camera = { ...opened('', new Uint8Array(0)).shot.camera }
  const at = { camera, aspect: 16 / 9, set: { interior: true, widthM: 6, depthM: 5, heightM: 2.7 }, isSunlit: false }
  const value = (found: ReturnType<typeof matchReference>, path: string) => found.find((m) => m.path === path)?.value

  it('brings exposure, contrast, colours and warmth from the frame’s to the photograph’s', () => {
    const found = matchReference(READING, { exposure: -1, contrast: 3, saturation: 0.4, kelvin: 6504 })
    expect(value(found, 'light.rig')).toMatch(/6:1 key from the left/)
    expect(value(found, 'grade.stops')).toBeCloseTo(-0.9)
    expect(value(found, 'grade.contrast')).toBeGreaterThan(1.2)
    expect(value(found, 'grade.saturation')).toBeLessThan(0.7)
    expect(value(found, 'grade.kelvin')).toBe(4200)
    expect(matchReference(READING, READING).filter((m) => m.part === 'grade')).toEqual([])
  })

  it('tilts and rolls the camera to the horizon, no farther than people stay in the picture', () => {
    const found = matchReference(READING, undefined, at)
    expect(value(found, 'camera.roll')).toBe(-4)
    const tilt = value(found, 'camera.tilt') as number
    const half = (Math.atan(camera.sensorWidthMm / at.aspect / 2 / camera.lensMm) * 180) / Math.PI
    expect(Math.abs(tilt)).toBeLessThanOrEqual(half / 2 + 0.1)
    const { camera: tilted, lost } = cameraByHand(camera, [{ target: 'x', path: 'camera.tilt', value: 5, base: 0 }])
    const pitch = ({ keys: [k] }: typeof camera) =>
      (Math.atan2(k!.target[1] - k!.position[1], Math.hypot(k!.target[0] - k!.position[0], k!.target[2] - k!.position[2])) * 180) / Math.PI
    expect(lost).toEqual([])
    expect(pitch(tilted as typeof camera) - pitch(camera)).toBeCloseTo(5, 4)
    expect(
      value(matchReference({ ...READING, horizon: { ...READING.horizon, confidence: 0.3 } }, undefined, at), 'camera.tilt'),
    ).toBeUndefined()
  })

  it('leaves a sun where it is, and a key that cannot be told as it was', () => {
    expect(value(matchReference(READING, undefined, { ...at, isSunlit: true }), 'lamps.key.position')).toBeUndefined()
    expect(matchReference({ ...READING, key: { ...READING.key, confidence: 0.2 } }).some((m) => m.part === 'light')).toBe(false)
    // A side that is not sure is nobody's: the ratio stays, and no lamp is carried.
    const unsided = matchReference({ ...READING, key: { ...READING.key, sideConfidence: 0.4 } }, undefined, at)
    expect(unsided.filter((m) => m.part === 'light').map((m) => [m.path, /left|right/.test(String(m.value))])).toEqual([
      ['light.rig', false],
    ])
    const [x, y, z] = value(matchReference(READING, undefined, at), 'lamps.key.position') as unknown as [number, number, number]
    expect([Math.abs(x) <= 3, y > 0 && y < 2.7, Math.abs(z) <= 2.5]).toEqual([true, true, true])
  })

  it('grades within ranges, and nothing at rest', () => {
    const { light } = opened('', new Uint8Array(0))
    const { why: _, ...still } = gradeByHand(light, {})
    const { why: __, ...planned } = light
    expect(still).toEqual(planned)
    expect(gradeByHand(light, { stops: 99 }).exposure / light.exposure).toBeCloseTo(8, 3)
    const warm = gradeByHand(light, { kelvin: 3200 }).grade.highlights
    expect(warm[0] / warm[2]).toBeGreaterThan((light.grade.highlights[0] / light.grade.highlights[2]) * 2)
  })
})
