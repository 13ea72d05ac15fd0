import { describe, expect, test } from 'vitest'
import { parseFountain } from '../../../src/departments/development'

const headings = (...lines: string[]) => parseFountain(lines.map((l) => `${l}\n\nSomething.\n\n`).join('')).scenes.map((s) => s.heading)
const first = (line: string) => headings(line)[0]

describe('headings', () => {
  test.each([
    ['INT. HOUSE - DAY', 'INT', 'HOUSE', 'DAY'],
    ['EXT. HOUSE - NIGHT', 'EXT', 'HOUSE', 'NIGHT'],
    ['EST. CITY - DAWN', 'EXT', 'CITY', 'DAWN'],
    ['INT./EXT. CAR - DUSK', 'INT/EXT', 'CAR', 'DUSK'],
    ['INT/EXT CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['EXT/INT. CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['I/E. CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['E/I CAR - DAY', 'INT/EXT', 'CAR', 'DAY'],
    ['int. house - night', 'INT', 'house', 'NIGHT'],
    ['INT HOUSE — LATE NIGHT', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE – EARLY MORNING', 'INT', 'HOUSE', 'DAY'],
    ['INT. SPACE STATION - CORRIDOR - NIGHT CYCLE', 'INT', 'SPACE STATION - CORRIDOR', 'NIGHT'],
    ['INT. HOTEL - NIGHT CLUB', 'INT', 'HOTEL - NIGHT CLUB', 'DAY'],
    ['INT. HOUSE. NIGHT', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE, NIGHT', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE (NIGHT)', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE NIGHT', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE - DAY (FLASHBACK)', 'INT', 'HOUSE', 'DAY'],
    ['INT. HOUSE - NIGHT - LATER', 'INT', 'HOUSE', 'NIGHT'],
    ['INT. HOUSE - 10:30 PM', 'INT', 'HOUSE', 'NIGHT'],
    ['EXT. ST. MARY’S - SUNSET', 'EXT', 'ST. MARY’S', 'DUSK'],
    ['INNEN. KÜCHE - NACHT', 'INT', 'KÜCHE', 'NIGHT'],
    ['AUSSEN. WALD - ABENDDÄMMERUNG', 'EXT', 'WALD', 'DUSK'],
    ['INTÉRIEUR. CAFÉ - SOIR', 'INT', 'CAFÉ', 'DUSK'],
    ['EXTÉRIEUR. RUE - AUBE', 'EXT', 'RUE', 'DAWN'],
    ['INTERIOR. COCINA - NOCHE', 'INT', 'COCINA', 'NIGHT'],
    ['ESTERNO. SPIAGGIA - ALBA', 'EXT', 'SPIAGGIA', 'DAWN'],
    ['INTERNO. CASA - NOTTE', 'INT', 'CASA', 'NIGHT'],
    ['EXTERIOR. RUA - MANHÃ', 'EXT', 'RUA', 'DAY'],
    ['ИНТ. КВАРТИРА - НОЧЬ', 'INT', 'КВАРТИРА', 'NIGHT'],
    ['НАТ. ПОЛЕ - РАССВЕТ', 'EXT', 'ПОЛЕ', 'DAWN'],
  ])('%s', (line, setting, location, timeOfDay) => {
    expect(first(line)).toMatchObject({ setting, location, timeOfDay })
  })

  test.each([
    'Interior designers arrive.',
    'External noise.',
    'Est-ce que tu viens ?',
    'Innen ist es dunkel.',
    'I/O error. Nothing works.',
    'Extra people enter.',
    'International flights.',
  ])('%s is action', (line) => {
    const script = parseFountain(`INT. A - DAY\n\n${line}\n`)
    expect(script.scenes).toHaveLength(1)
    expect(script.scenes[0]?.elements).toMatchObject([{ kind: 'action', text: line }])
  })

  test('scene numbers', () => {
    expect(first('INT. HOUSE - DAY #1-A#')).toMatchObject({ number: '1-A', text: 'INT. HOUSE - DAY', timeOfDay: 'DAY' })
    expect(first('INT. HOUSE - DAY #110.A# [[note]]')).toMatchObject({ number: '110.A' })
    expect(first('12A INT. HOUSE - NIGHT 12A')).toMatchObject({ number: '12A', timeOfDay: 'NIGHT' })
  })

  test('CONTINUOUS, LATER, SAME, MOMENTS LATER and nothing take the time from before', () => {
    const list = headings(
      'INT. A - NIGHT',
      'INT. B - CONTINUOUS',
      'INT. C - LATER',
      'INT. D - SAME',
      'INT. E - MOMENTS LATER',
      'INT. F',
      'INT. G - DAWN',
    )
    expect(list.map((h) => [h.timeOfDay, h.timeInherited])).toEqual([
      ['NIGHT', false],
      ...Array.from({ length: 5 }, () => ['NIGHT', true]),
      ['DAWN', false],
    ])
  })

  test('scenes at the same place share it; inside and outside differ', () => {
    const list = headings(
      'INT. THE FARMHOUSE KITCHEN - DAY',
      'INT. FARMHOUSE - KITCHEN - NIGHT',
      'INT FARMHOUSE KITCHEN',
      'EXT. FARMHOUSE KITCHEN - DAY',
    )
    expect(list.map((h) => h.locationKey)).toEqual([
      'int-farmhouse-kitchen',
      'int-farmhouse-kitchen',
      'int-farmhouse-kitchen',
      'ext-farmhouse-kitchen',
    ])
  })

  test('INTERCUT and MONTAGE open scenes in the place they name, or in the one before', () => {
    const list = headings(
      'INT. SPACE STATION - CORRIDOR - NIGHT',
      'INT. SPACE STATION - CONTROL ROOM - CONTINUOUS',
      'INTERCUT - CORRIDOR / CONTROL ROOM',
      'INT. BUNKS - LATER',
      'MONTAGE - THE STATION, EMPTY',
      'INTERCUT - CORRIDOR',
    )
    expect(list.map((h) => h.location)).toEqual([
      'SPACE STATION - CORRIDOR',
      'SPACE STATION - CONTROL ROOM',
      'SPACE STATION - CONTROL ROOM',
      'BUNKS',
      'BUNKS',
      'SPACE STATION - CORRIDOR',
    ])
    expect(list[4]).toMatchObject({ text: 'MONTAGE - THE STATION, EMPTY', timeOfDay: 'NIGHT', timeInherited: true })
  })

  test('text right under a heading is its scene’s', () => {
    const script = parseFountain('INT. A - DAY\nHe sits.\nEXT. B - NIGHT\nMARA\nHello.\n')
    expect(script.scenes.map((s) => s.elements.map((e) => e.kind))).toEqual([['action'], ['dialogue']])
  })
})

describe('scene keys', () => {
  const scene = (heading: string, text: string) => `${heading}\n\n${text}\n\n`
  const tail =
    scene('INT. KITCHEN - LATER', 'She pours the tea.') +
    scene('.ATTIC', 'Dust everywhere.') +
    scene('INT. KITCHEN', 'Nobody is here.') +
    scene('MONTAGE - NIGHT', 'Stars.')
  const keys = (text: string) => parseFountain(text).scenes.map((s) => s.key)

  test('look like their scene', () => {
    expect(keys(scene('INT. FARMHOUSE KITCHEN - NIGHT', 'Rain.'))[0]).toMatch(/^int-farmhouse-kitchen-night~[0-9a-f]{3}$/)
  })

  test.each([
    scene('EXT. SEA - NIGHT', 'Waves.'),
    scene('INT. KITCHEN - LATER', 'Another beginning here.'),
    scene('EXT. ROAD - DAWN', 'A car.'),
  ])('do not change when %j is inserted in front', (inserted) => {
    expect(keys(inserted + tail).slice(1)).toEqual(keys(tail))
  })

  test('are unique', () => {
    const list = keys(scene('INT. A - DAY', 'Same.') + scene('INT. A - DAY', 'Same.'))
    expect(new Set(list).size).toBe(2)
  })
})
