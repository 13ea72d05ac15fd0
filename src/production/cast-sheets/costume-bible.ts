import type { DocumentSection, PrintedDocument } from '../../encode'
import type { Garment } from '../../film'
import type { CastEntry } from './cast-book'
import type { CastSheetKind } from './cast-sheet'

/** The sheets that a person has in the bible, and how tall each may be on a page, points. */
export const BIBLE_SHEETS = [
  ['turnaround', 'From every side', 190],
  ['costumes', 'In every costume', 190],
  ['expressions', 'Every expression', 430],
] as const satisfies readonly (readonly [CastSheetKind, string, number])[]

/** Sheets of one person as PNG files; what could not be drawn is left out. */
export type BiblePictures = Readonly<Partial<Record<CastSheetKind, Uint8Array>>>

/** A piece of clothing in words. */
export const garmentWords = (g: Garment): string =>
  [
    [g.condition, ...(g.also ?? [])].filter((c) => c !== 'pristine').join(' and '),
    g.pattern === 'plain' ? '' : g.pattern,
    g.material,
    g.kind.replace(/-/g, ' '),
    g.colour,
  ]
    .filter(Boolean)
    .join(' ')

/**
 * The costume bible of a film: who everybody is, how they look, and what they have on in which scene.
 * @param pictures by the person's key.
 */
export function costumeBible(title: string, cast: readonly CastEntry[], pictures: ReadonlyMap<string, BiblePictures>): PrintedDocument {
  return {
    title,
    subtitle: 'Costume bible',
    lines: cast.map(
      ({ spec, lines, seconds, scenes }) =>
        `${spec.name}: ${lines} lines, ${seconds.toFixed(1)} s on screen, ${count(scenes.length, 'scene')}`,
    ),
    sections: cast.map((entry) => personSection(entry, pictures.get(entry.spec.key) ?? {})),
  }
}

/** The picture that somebody is cast after, where it is a PNG: the bible's pictures are. */
const referencePicture = (reference: CastEntry['reference']) =>
  reference?.picture && /\.png$/i.test(reference.picture.name)
    ? [{ png: reference.picture.bytes, caption: 'Cast after', mostHeight: 160 }]
    : []

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`

function personSection(
  { spec, description, reference, lines, words, shots, seconds, first, last, scenes }: CastEntry,
  drawn: BiblePictures,
): DocumentSection {
  const seen = first === '' ? '' : first === last ? `, in ${first}` : `, from ${first} to ${last}`
  return {
    heading: spec.name,
    subtitle: `${spec.sex}, ${spec.age}, ${spec.heightM.toFixed(2)} m. ${count(lines, 'line')}, ${count(words, 'word')}; ${count(shots, 'shot')}, ${seconds.toFixed(1)} s on screen${seen}`,
    paragraphs: [
      ...(description === '' ? [] : [description]),
      ...(reference === undefined ? [] : [`Cast after: ${reference.note}.`]),
      `Hair: ${spec.hair.style.replace(/-/g, ' ')}, ${spec.hair.colour}${spec.hair.beard === 'none' ? '' : `; beard: ${spec.hair.beard}`}. Skin ${spec.skin}, eyes ${spec.eyes}.`,
      ...(scenes.length === 0 ? [`Wardrobe: ${spec.wardrobe.map(garmentWords).join('; ')}.`] : []),
    ],
    pictures: [
      ...referencePicture(reference),
      ...BIBLE_SHEETS.flatMap(([kind, caption, mostHeight]) => {
        const png = drawn[kind]
        return png ? [{ png, caption, mostHeight }] : []
      }),
    ],
    ...(scenes.length === 0
      ? {}
      : {
          table: {
            head: ['Scene', 'Day', 'Wardrobe', 'On the body', 'What changes, and why'],
            shares: [20, 6, 44, 12, 18],
            rows: scenes.map((s, i) => {
              const before = scenes[i - 1]
              const isSame = before !== undefined && JSON.stringify(before.wardrobe) === JSON.stringify(s.wardrobe)
              return [
                `${s.scene}. ${s.title}`,
                s.day,
                isSame ? 'as before' : s.wardrobe.map(garmentWords).join('; '),
                s.marks.join(', ').replace(/-/g, ' '),
                s.changes.map((c) => `${c.what} (line ${c.line})`).join('; '),
              ]
            }),
          },
        }),
  }
}
