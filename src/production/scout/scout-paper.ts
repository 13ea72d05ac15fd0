import { MONTHS, type MonthWeather, permitOn, type RankedPlace, type Site, usualWeather } from '../../departments/locations'
import type { DocumentSection, DocumentTable, PrintedDocument } from '../../encode'
import { dayText } from './place-candidates'
import type { FoundPlaces, ScoutBook, ScoutedPlace } from './scout-book'
import { sunChart } from './sun-chart'

/** Points of the page that a place's picture takes from top to bottom at most. */
const PICTURE_HEIGHT = 250
/** Places that are listed for a scene. */
const LISTED = 4

/**
 * The scout report of a film: a section a place with its picture, the sun's way, its weather, restrictions, permits, contact and
 * logistics; and which places suit which scene.
 * @param pictures PNGs by the places' keys.
 */
export function scoutPaper({ title, places, finder }: ScoutBook, pictures: ReadonlyMap<string, Uint8Array> = new Map()): PrintedDocument {
  const open = places.flatMap((p) => openPermits(p).map((text) => `${p.name}: ${text}`))
  return {
    title,
    subtitle: 'Scout report',
    lines: [
      `${count(places.length, 'place')}, ${count(finder.length, 'scene')}`,
      ...(open.length > 0 ? ['Permits that do not hold yet:', ...open.slice(0, 12)] : []),
    ],
    sections: [...places.map((p) => placeSection(p, finder, pictures.get(p.key))), finderSection(finder)],
  }
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Permits of a place that do not hold on its day, in words. */
export function openPermits({ location }: Pick<ScoutedPlace, 'location'>): readonly string[] {
  const day = location?.earth && dayText(location.earth)
  return (location?.site?.permits ?? []).flatMap((p) => {
    const state = permitOn(p, day)
    return state === 'granted' ? [] : [`${p.name} is ${state}`]
  })
}

function placeSection(place: ScoutedPlace, finder: readonly FoundPlaces[], png: Uint8Array | undefined): DocumentSection {
  const { name, kind, interior, location, scenes } = place
  const site = location?.site
  const earth = location?.earth
  const where = [
    location && location.type !== 'generated' ? location.type : undefined,
    interior ? 'interior' : 'exterior',
    kind.replaceAll('-', ' '),
    site?.address,
    earth && `${earth.latitude.toFixed(4)}°, ${earth.longitude.toFixed(4)}°`,
    site?.timeZone,
    earth && dayText(earth),
  ].filter((w): w is string => w !== undefined)
  return {
    heading: name,
    subtitle: where.join('; '),
    paragraphs: [
      ...(location?.description ? [location.description] : []),
      ...(site && site.features.length > 0 ? [`Features: ${site.features.join('; ')}.`] : []),
      ...(scenes.length > 0 ? [] : ['No scene plays here.']),
      ...(location ? [] : ['The production says nothing of this place: it is designed from the heading.']),
    ],
    pictures: png ? [{ png, caption: `As it is built and lit${place.shot ? `, in ${place.shot}` : ''}`, mostHeight: PICTURE_HEIGHT }] : [],
    drawings: earth ? [sunChart(earth)] : [],
    tables: [
      ...(scenes.length > 0 ? [{ title: 'Scenes', table: scenesTable(place, finder) }] : []),
      ...(site ? siteTables(site, earth && dayText(earth)) : []),
    ],
  }
}

/** What plays at a place; with how it suits, where the production has it. */
function scenesTable({ name, location, scenes }: ScoutedPlace, finder: readonly FoundPlaces[]): DocumentTable {
  if (!location) return { head: ['Scene', 'Heading'], shares: [8, 92], rows: scenes.map((s) => [s.number, s.title]) }
  return {
    head: ['Scene', 'Heading', 'How it suits'],
    shares: [8, 40, 52],
    rows: scenes.map((s) => [s.number, s.title, suits(s.number, name, finder)]),
  }
}

const suits = (number: string, name: string, finder: readonly FoundPlaces[]): string => {
  const own = finder.find((f) => f.number === number)?.places.find((p) => p.name === name && p.from === 'production')
  return own ? reasons(own) : ''
}

/** Why a place is where it is in a list, in one cell. */
export const reasons = ({ excluded, why, against }: RankedPlace): string =>
  [...(excluded ? [`Cannot be had: ${excluded}`] : []), ...why.slice(0, 4), ...against.slice(0, 3).map((a) => `but ${a}`)].join('; ')

function siteTables(site: Site, day: string | undefined): { readonly title: string; readonly table: DocumentTable }[] {
  const { contact, logistics } = site
  const work: [string, string | undefined][] = [
    ['Contact', contact && [contact.name, contact.role, contact.phone, contact.email].filter(Boolean).join(', ')],
    ['Parking', logistics.parking],
    ['Power', logistics.power],
    ['Access', logistics.access],
    ['Facilities', logistics.facilities],
    [
      'From the base',
      [
        logistics.distanceKm === undefined ? '' : `${logistics.distanceKm} km`,
        logistics.travelMinutes === undefined ? '' : `${logistics.travelMinutes} min`,
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ...logistics.notes.map(([n, text]): [string, string] => [capital(n), text]),
  ]
  const rows = work.flatMap(([what, text]) => (text ? [[what, text]] : []))
  return [
    ...(site.restrictions.length > 0
      ? [{ title: 'Restrictions', table: { head: ['What the place forbids'], shares: [1], rows: site.restrictions.map((r) => [r]) } }]
      : []),
    ...(site.permits.length > 0
      ? [
          {
            title: 'Permits',
            table: inUse({
              head: ['Permit', 'State', 'From', 'Until', 'Authority', 'Number and note'],
              shares: [24, 12, 12, 12, 20, 20],
              rows: site.permits.map((p) => [
                p.name,
                permitOn(p, day),
                p.from ?? '',
                p.until ?? '',
                p.authority ?? '',
                [p.number, p.note].filter(Boolean).join('; '),
              ]),
            }),
          },
        ]
      : []),
    ...(site.weather.length > 0 ? [{ title: 'Weather by month', table: weatherTable(site.weather, site.weatherShown, day) }] : []),
    ...(rows.length > 0 ? [{ title: 'Contact and logistics', table: { head: ['', ''], shares: [18, 82], rows } }] : []),
  ]
}

const weatherTable = (weather: readonly MonthWeather[], shown: boolean, day: string | undefined): DocumentTable =>
  inUse({
    head: ['Month', 'High, low', 'Rain', 'Snow', 'Fog', 'Sun', shown ? 'In the picture where the script is silent' : 'Not in the picture'],
    shares: [14, 14, 10, 10, 10, 12, 30],
    rows: weather.map((m) => [
      `${capital(MONTHS[m.month - 1] as string)}${day && Number(day.slice(5, 7)) === m.month ? ' (shoot)' : ''}`,
      [m.highC, m.lowC]
        .map((t) => (t === undefined ? '' : `${t}°`))
        .filter(Boolean)
        .join(', '),
      days(m.rainDays),
      days(m.snowDays),
      days(m.fogDays),
      m.sunHours === undefined ? '' : `${m.sunHours} h`,
      usualWeather(m)?.words.join(', ') ?? (m.words.join(', ') || 'as any other'),
    ]),
  })

/** A table without the columns in which nothing stands. */
function inUse({ head, shares, rows }: DocumentTable): DocumentTable {
  const of = <T>(list: readonly T[]) => list.filter((_, i) => rows.some((r) => r[i] !== ''))
  return { head: of(head), shares: of(shares), rows: rows.map((r) => of(r)) }
}

const days = (n: number | undefined): string => (n === undefined ? '' : `${n} days`)

/** Which places suit which scene. */
const finderSection = (finder: readonly FoundPlaces[]): DocumentSection => ({
  heading: 'Which place for which scene',
  subtitle: 'The production’s own locations and the kinds of places that the house builds, the best first; points in brackets',
  paragraphs: [],
  pictures: [],
  table: {
    head: ['Scene', 'Place', 'Why'],
    shares: [26, 22, 52],
    rows: finder.flatMap(({ number, title, places }) =>
      worthListing(places).map((p, i) => [
        i === 0 ? `${number}. ${title}` : '',
        `${p.name}${p.from === 'kind' ? ' (built)' : ''} (${p.score})`,
        reasons(p),
      ]),
    ),
  },
})

/** The first places of a scene, and all of the production's own that cannot be had. */
export const worthListing = (places: readonly RankedPlace[], most = LISTED): readonly RankedPlace[] => [
  ...places.filter((p) => !p.excluded).slice(0, most),
  ...places.filter((p) => p.excluded && p.from === 'production'),
]
