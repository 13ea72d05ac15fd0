import { designSet, solidBoxes } from '../../departments/art'
import { castCharacter } from '../../departments/characters'
import { lightScene } from '../../departments/lighting'
import { DEFAULT_FPS, type SetSpec, type ShotSlice, type Vec3 } from '../../film'

/** Who stands there: clothes, hair and ages of every kind. */
const WHO = [
  ['MARA', "60s, wiry, a welder's jacket"],
  ['OTTO', '50s, heavy, grey overcoat, full beard'],
  ['BEA', '35, white shirt and blue jeans, curly hair'],
  ['KAZIM', '40s, huge, white suit, sunglasses'],
  ['ZEYNEP', '19, orange headscarf, satchel'],
  ['JANNIK', '9, striped pyjamas'],
  ['NINA', '30, floral dress, long red hair'],
  ['HANNELORE', '82, tiny, grey bun, blue apron'],
  ['ALDO', '28, police uniform'],
  ['ELODIE', '44, raincoat, scarf'],
] as const

const SECONDS = 4

/** Ten people stand in a studio in two rows, breathe, look and wave; the camera is near enough for their full detail. */
export function tenPeople(): ShotSlice {
  const cast = WHO.map(([name, description]) =>
    castCharacter({
      key: name.toLowerCase(),
      name,
      aliases: [],
      description,
      descriptionLine: 1,
      silent: false,
      count: 1,
      lines: 1,
      words: 1,
    }),
  )
  const placeOf = (i: number): Vec3 => [((i % 5) - 2) * 0.85, 0, i < 5 ? 0.5 : -0.5]
  const fps = DEFAULT_FPS
  const set: SetSpec = { ...designSet({ locationKey: 'int-bench-studio', location: 'GREY CYCLORAMA', setting: 'INT' }), placements: [] }
  const light = lightScene({
    set,
    timeOfDay: 'DAY',
    words: [],
    people: cast.map(({ heightM }, i) => [placeOf(i)[0], heightM * 0.93, placeOf(i)[2]]),
    boxes: solidBoxes(set),
    key: 'bench-studio',
  })
  return {
    shot: {
      key: 'bench-ten-people',
      fps,
      frames: Math.round((SECONDS * fps.num) / fps.den),
      aspect: 16 / 9,
      camera: {
        sensorWidthMm: 24.89,
        lensMm: 35,
        fStop: 4,
        shutterAngleDeg: 180,
        keys: [{ t: 0, position: [0, 1.3, 6.4], target: [0, 0.95, 0], roll: 0 }],
        ease: 'linear',
        handheld: 0,
        focus: { kind: 'distance', metres: 6 },
        why: ['everybody from head to foot'],
      },
      performances: cast.map(({ key }, i) => ({
        character: key,
        where: [{ kind: 'stay', t0: 0, t1: SECONDS, position: placeOf(i), yaw: 0, stance: 'stand' }],
        acts: i % 3 === 0 ? [{ verb: 'wave', t0: 0.2, t1: SECONDS, energy: 0.6 }] : [],
        speech: i % 4 === 1 ? [{ t0: 0.2, t1: SECONDS, text: 'Nobody told us how long this would take.', energy: 0.6 }] : [],
        gaze: [{ kind: 'actor', t0: 0, actor: cast[(i + 1) % cast.length]!.key }],
        moods: [],
      })),
      props: [],
      doors: {},
      fadeIn: 0,
      fadeOut: 0,
      captions: [],
    },
    set,
    cast,
    light,
  }
}
