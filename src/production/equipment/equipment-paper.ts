import type { DocumentTable, PrintedDocument } from '../../encode'
import type { EquipmentItem, EquipmentList, ShotEquipment } from './equipment-list'

/** The equipment list as a document: what the film takes, then day by day and shot by shot. */
export function equipmentPaper(title: string, { days, items }: EquipmentList): PrintedDocument {
  const shots = days.reduce((n, d) => n + d.shots.length, 0)
  return {
    title,
    subtitle: 'Equipment list',
    lines: [
      `${days.length} shooting ${days.length === 1 ? 'day' : 'days'}, ${shots} shots`,
      'A place by day is a shooting day, and by night another, until a schedule says otherwise.',
    ],
    sections: [
      {
        heading: 'What the film takes',
        subtitle: 'The most of each thing that any one day needs',
        paragraphs: [],
        pictures: [],
        table: itemTable(items, 'Days', (use) => use.map((u) => u.replace('day ', '')).join(', ')),
      },
      ...days.map((day) => ({
        heading: `Day ${day.number}: ${day.place}`,
        subtitle: `${day.isNight ? 'Night' : 'Day'}; ${day.scenes.length === 1 ? 'scene' : 'scenes'} ${day.scenes.join(', ')}; ${day.shots.length} shots`,
        paragraphs: [],
        pictures: [],
        tables: [
          { title: 'Equipment', table: itemTable(day.items, 'For', (use) => (use.length >= day.shots.length ? 'all' : use.join(', '))) },
          { title: 'Shots', table: shotTable(day.shots) },
        ],
      })),
    ],
  }
}

const itemTable = (items: readonly EquipmentItem[], last: string, say: (use: readonly string[]) => string): DocumentTable => ({
  head: ['', 'What', 'Count', last],
  shares: [12, 34, 8, 46],
  rows: items.map((i, k) => [items[k - 1]?.kind === i.kind ? '' : i.kind, i.name, String(i.count), say(i.use)]),
})

const shotTable = (shots: readonly ShotEquipment[]): DocumentTable => ({
  head: ['Shot', 'Size', 'Move', 'Lens', 'Stop', 'Support', 'Track', 'With it'],
  shares: [10, 8, 10, 16, 7, 24, 8, 30],
  rows: shots.map((s) => [s.address, s.size, s.move, s.lens, s.stop, supportWords(s), trackWords(s), s.support.with.join(', ')]),
})

const supportWords = ({ support }: ShotEquipment): string => support.name + (support.armM ? `, ${support.armM} m` : '')
const trackWords = ({ support }: ShotEquipment): string => (support.trackM ? `${support.trackM.toFixed(1)} m` : '')

/** The equipment list as rows: a heading, then a row a thing and day, and a row a shot. */
export function equipmentRows({ days }: EquipmentList): (readonly (string | number)[])[] {
  return [
    ['day', 'place', 'time', 'scenes', 'shot', 'kind', 'what', 'count', 'for'],
    ...days.flatMap(({ number, place, isNight, scenes, items, shots }) => {
      const day = [number, place, isNight ? 'night' : 'day', scenes.join(' ')] as const
      return [
        ...items.map((i) => [...day, '', i.kind, i.name, i.count, i.use.join(' ')]),
        ...shots.flatMap((s) => [
          [...day, s.address, 'lens', s.lens, 1, s.stop],
          [...day, s.address, 'support', supportWords(s), 1, s.support.with.join(', ')],
          ...(s.support.trackM ? [[...day, s.address, 'grip', 'track', 1, `${s.support.trackM.toFixed(1)} m`]] : []),
        ]),
      ]
    }),
  ]
}
