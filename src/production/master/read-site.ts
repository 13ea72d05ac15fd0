import {
  type Logistics,
  MONTHS,
  type MonthWeather,
  PERMIT_STATES,
  type Permit,
  type PermitState,
  type Site,
} from '../../departments/locations'
import { didYouMean } from '../../film'
import { defined, type Fields, fieldsOf, isFields, listOf, numberOf, textOf, textsOf } from './plain-data'
import type { DataPath } from './read-yaml'

/** Something in what is said of a location that means nothing. */
export interface SiteFault {
  readonly path: DataPath
  /** Points at the key instead of its value. */
  readonly at?: 'key'
  readonly message: string
  readonly remedy: string
  readonly value: unknown
}

/** A location's facts, and what of them could not be taken. Undefined where nothing is said. */
export interface ReadSite {
  readonly site: Site | undefined
  readonly faults: readonly SiteFault[]
}

/** Entries of a list that are looked at. */
const MOST = 200
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** The keys of a location that this file reads. */
export const SITE_KEYS = [
  'address',
  'time_zone',
  'timezone',
  'weather_by_month',
  'contact',
  'features',
  'restrictions',
  'permits',
  'logistics',
] as const

type Say = (path: DataPath, message: string, remedy: string, value: unknown, at?: 'key') => void

/** Reads what a location says of itself as a place that is scouted. */
export function readSite(f: Fields): ReadSite {
  if (!SITE_KEYS.some((k) => f[k] !== undefined && f[k] !== null)) return { site: undefined, faults: [] }
  const faults: SiteFault[] = []
  const say: Say = (path, message, remedy, value, at) => void faults.push({ path, message, remedy, value, ...(at ? { at } : {}) })
  const { weather, shown } = monthsIn(f.weather_by_month, say)
  const zone = f.time_zone === undefined ? 'timezone' : 'time_zone'
  const site = defined({
    address: Array.isArray(f.address) ? textsOf(f.address).join(', ') : textOf(f.address),
    timeZone: zoneIn(f[zone], zone, say),
    weather,
    weatherShown: shown,
    contact: contactIn(f.contact, say),
    features: textsIn(f.features, 'features', say),
    restrictions: textsIn(f.restrictions, 'restrictions', say),
    permits: permitsIn(f.permits, say),
    logistics: logisticsIn(f.logistics, say),
  }) as Site
  return { site, faults }
}

/** A time zone's name as machines know it; names that they do not know are said. */
function zoneIn(value: unknown, key: string, say: Say): string | undefined {
  const text = textOf(value)
  if (text === undefined) return undefined
  if (offsetAt(text, Date.UTC(2026, 0, 1)) !== undefined) return text
  const known = Intl.supportedValuesOf('timeZone')
  const near = didYouMean(text, known) ?? known.find((z) => z.toLowerCase().endsWith(`/${text.toLowerCase().replace(/ /g, '_')}`))
  say([key], `${text} is no time zone`, near === undefined ? 'write Europe/Berlin' : `did you mean ${near}?`, value)
  return undefined
}

/** Hours that a zone's clocks are before UTC at an instant (milliseconds since 1970); undefined for no zone. */
export function offsetAt(timeZone: string, ms: number): number | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(timeZone)) return undefined
  try {
    const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
      .formatToParts(new Date(ms))
      .find((p) => p.type === 'timeZoneName')?.value
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{1,2})(?::(\d{2}))?)?/.exec(name ?? '') ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours) + Number(minutes) / 60)
  } catch {
    return undefined
  }
}

/** Number of a month by its name, its first three letters or itself; 0 for none. */
export function monthOf(word: string): number {
  const text = word.trim().toLowerCase().replace(/\.$/, '')
  const n = Number(text)
  if (Number.isInteger(n) && n >= 1 && n <= 12) return n
  return text.length < 3 ? 0 : MONTHS.findIndex((m) => m === text || (text.length <= 4 && m.startsWith(text))) + 1
}

const MONTH_FIGURES = {
  high: { as: 'highC', range: [-80, 60], unit: 'degrees Celsius' },
  low: { as: 'lowC', range: [-90, 50], unit: 'degrees Celsius' },
  rain_days: { as: 'rainDays', range: [0, 31], unit: 'days' },
  snow_days: { as: 'snowDays', range: [0, 31], unit: 'days' },
  fog_days: { as: 'fogDays', range: [0, 31], unit: 'days' },
  sun_hours: { as: 'sunHours', range: [0, 744], unit: 'hours of the month' },
} as const

function monthsIn(value: unknown, say: Say): { readonly weather: readonly MonthWeather[]; readonly shown: boolean } {
  if (value === undefined || value === null) return { weather: [], shown: true }
  const key = 'weather_by_month'
  if (!isFields(value)) {
    say([key], 'the weather by month is a table', 'write january: snow, or january: { high: 1, low: -6, snow_days: 14 }', value)
    return { weather: [], shown: true }
  }
  const weather = new Map<number, MonthWeather>()
  for (const [name, said] of Object.entries(value).slice(0, MOST)) {
    if (name === 'in_picture') {
      if (typeof said !== 'boolean')
        say([key, name], `${String(said)} is neither yes nor no`, 'write false to keep it out of the picture', said)
      continue
    }
    const month = monthOf(name)
    if (month === 0) {
      const near = didYouMean(name.toLowerCase(), MONTHS)
      say([key, name], `${name} is no month`, near ? `did you mean ${near}?` : 'write january, feb, 3 …', name, 'key')
      continue
    }
    const fields = fieldsOf(said)
    const figures: Record<string, number> = {}
    for (const [k, v] of Object.entries(fields)) {
      if (k === 'weather' || k === 'sky' || v === null) continue
      const figure = Object.hasOwn(MONTH_FIGURES, k) ? MONTH_FIGURES[k as keyof typeof MONTH_FIGURES] : undefined
      const n = numberOf(v)
      if (!figure) {
        const near = didYouMean(k, Object.keys(MONTH_FIGURES))
        say(
          [key, name, k],
          `nothing of a month is called ${k}`,
          near ? `did you mean ${near}?` : `write ${Object.keys(MONTH_FIGURES).join(', ')} or weather`,
          v,
          'key',
        )
      } else if (n === undefined || n < figure.range[0] || n > figure.range[1])
        say(
          [key, name, k],
          `${String(v)} is no ${k.replace('_', ' ')} of a month`,
          `write ${figure.range[0]} to ${figure.range[1]} ${figure.unit}`,
          v,
        )
      else figures[figure.as] = n
    }
    const words = isFields(said) ? [...textsOf(fields.weather), ...textsOf(fields.sky)] : textsOf(said).flatMap((t) => t.split(/\s*,\s*/))
    if ((figures.highC ?? 60) < (figures.lowC ?? -90))
      say([key, name], `${name} is colder by day (${figures.highC}) than by night (${figures.lowC})`, 'write high over low', said)
    weather.set(month, { month, ...figures, words })
  }
  return { weather: [...weather.values()].sort((a, b) => a.month - b.month), shown: value.in_picture !== false }
}

function contactIn(value: unknown, say: Say): Site['contact'] {
  if (value === undefined || value === null) return undefined
  if (!isFields(value)) {
    const text = textOf(value)
    if (text === undefined) {
      say(['contact'], 'this is nobody to call', 'write a name, or { name, role, phone, email }', value)
      return undefined
    }
    return { name: text }
  }
  const email = textOf(value.email)
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    say(['contact', 'email'], `${email} is no address of mail`, 'write name@place.org', email)
  return defined({ name: textOf(value.name), role: textOf(value.role), phone: textOf(value.phone), email })
}

function textsIn(value: unknown, key: string, say: Say): readonly string[] {
  return listOf(value)
    .slice(0, MOST)
    .flatMap((v, i) => {
      const text = textOf(isFields(v) ? (v.text ?? v.rule ?? v.name) : v)
      if (text === undefined)
        say([key, ...(Array.isArray(value) ? [i] : [])], 'this says nothing', 'write words: working fireplace, no open flames', v)
      return text === undefined ? [] : [text]
    })
}

/** Words that people write for a permit's state. */
const STATES: Readonly<Record<string, PermitState>> = {
  needed: 'wanted',
  required: 'wanted',
  open: 'wanted',
  pending: 'applied',
  requested: 'applied',
  approved: 'granted',
  issued: 'granted',
  ok: 'granted',
  denied: 'refused',
  rejected: 'refused',
}

function permitsIn(value: unknown, say: Say): readonly Permit[] {
  const entries: (readonly [unknown, DataPath])[] = isFields(value)
    ? Object.entries(value).map(([k, v]) => [isFields(v) ? { name: k, ...v } : { name: k, status: v }, ['permits', k]])
    : listOf(value).map((v, i) => [v, ['permits', ...(Array.isArray(value) ? [i] : [])]])
  return entries.slice(0, MOST).flatMap(([said, path]): Permit[] => {
    const f = isFields(said) ? said : { name: said }
    const name = textOf(f.name) ?? textOf(f.type)
    if (name === undefined) {
      say(path, 'a permit has no name', 'write { name: street closure, status: applied, until: 2026-06-30 }', said)
      return []
    }
    const word = textOf(f.status)?.toLowerCase() ?? 'wanted'
    const status = (PERMIT_STATES as readonly string[]).includes(word) ? (word as PermitState) : STATES[word]
    if (status === undefined) {
      const near = didYouMean(word, [...PERMIT_STATES, ...Object.keys(STATES)])
      say([...path, 'status'], `no permit is ${word}`, near ? `did you mean ${near}?` : `write ${PERMIT_STATES.join(', ')}`, word)
    }
    const [from, until] = (['from', 'until'] as const).map((k) => {
      const text = textOf(f[k])?.slice(0, 10)
      if (text === undefined || DATE.test(text)) return text
      say([...path, k], `${text} is no date`, 'write 2026-06-21', text)
      return undefined
    })
    if (from !== undefined && until !== undefined && until < from)
      say([...path, 'until'], `${name} ends on ${until}, before it begins on ${from}`, 'write the later day as `until`', until)
    return [
      defined({
        name,
        status: status ?? 'wanted',
        authority: textOf(f.authority),
        number: textOf(f.number),
        from,
        until,
        note: textOf(f.note),
      }) as Permit,
    ]
  })
}

function logisticsIn(value: unknown, say: Say): Logistics {
  if (value === undefined || value === null) return { notes: [] }
  if (!isFields(value)) {
    const text = textOf(value)
    if (text === undefined) say(['logistics'], 'this says nothing', 'write { parking: 6 trucks, power: 63 A, distance_km: 12 }', value)
    return { notes: text === undefined ? [] : [['logistics', text]] }
  }
  const figure = (k: string, most: number, unit: string) => {
    const n = numberOf(value[k])
    if (value[k] === undefined || value[k] === null || (n !== undefined && n >= 0 && n <= most)) return n
    say(['logistics', k], `${String(value[k])} is no way from the base`, `write ${unit}, 0 to ${most}`, value[k])
    return undefined
  }
  const known = ['parking', 'power', 'access', 'facilities', 'distance_km', 'travel_minutes']
  return defined({
    parking: yesOrWords(value.parking),
    power: yesOrWords(value.power),
    access: yesOrWords(value.access),
    facilities: textsOf(value.facilities).join(', ') || undefined,
    distanceKm: figure('distance_km', 20000, 'kilometres'),
    travelMinutes: figure('travel_minutes', 10000, 'minutes'),
    notes: Object.entries(value).flatMap(([k, v]): [string, string][] => {
      const text = known.includes(k) ? undefined : yesOrWords(v)
      return text === undefined ? [] : [[k.replaceAll('_', ' '), text]]
    }),
  }) as Logistics
}

const yesOrWords = (value: unknown): string | undefined =>
  typeof value === 'boolean' ? (value ? 'yes' : 'none') : textsOf(value).join(', ') || undefined
