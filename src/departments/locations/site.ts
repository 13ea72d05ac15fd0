/** What kind of location a place is: built on a stage, found as it is, extended behind the people, or a picture all round. */
export const SITE_TYPES = ['studio', 'practical', 'vfx extension', 'hdri', 'set', 'preset', 'generated'] as const
export type SiteType = (typeof SITE_TYPES)[number]

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

/** How far a permit has come; `expired` where somebody says so, or where its last day is before the day of the shoot. */
export const PERMIT_STATES = ['wanted', 'applied', 'granted', 'refused', 'expired'] as const
export type PermitState = (typeof PERMIT_STATES)[number]

/** A month of a place as almanacs have it; days of the month, degrees Celsius, hours of sun in the month. */
export interface MonthWeather {
  /** 1 to 12. */
  readonly month: number
  readonly highC?: number
  readonly lowC?: number
  readonly rainDays?: number
  readonly snowDays?: number
  readonly fogDays?: number
  readonly sunHours?: number
  /** What it is usually like, in words; stands over the figures. */
  readonly words: readonly string[]
}

/** Leave to shoot. Dates are `2026-06-21`. */
export interface Permit {
  readonly name: string
  readonly status: PermitState
  readonly authority?: string
  readonly number?: string
  readonly from?: string
  readonly until?: string
  readonly note?: string
}

/** Whom to call. */
export interface SiteContact {
  readonly name?: string
  readonly role?: string
  readonly phone?: string
  readonly email?: string
}

/** What it takes to work there; words, but for the way from the base. */
export interface Logistics {
  readonly parking?: string
  readonly power?: string
  readonly access?: string
  readonly facilities?: string
  readonly distanceKm?: number
  readonly travelMinutes?: number
  /** Anything else, by its name. */
  readonly notes: readonly (readonly [name: string, text: string])[]
}

/** A location as a scout knows it. */
export interface Site {
  readonly address?: string
  /** By the IANA's name: `Europe/Berlin`. */
  readonly timeZone?: string
  readonly weather: readonly MonthWeather[]
  /** Whether the usual weather of the month is in the picture where the script says nothing of it. */
  readonly weatherShown: boolean
  readonly contact?: SiteContact
  readonly features: readonly string[]
  readonly restrictions: readonly string[]
  readonly permits: readonly Permit[]
  readonly logistics: Logistics
}

/** A permit's state on a day: one that has ended, or has not begun, is said to be so. @param day `2026-06-21`; none when not known. */
export function permitOn({ status, from, until }: Permit, day: string | undefined): PermitState | 'not yet' {
  if (status !== 'granted' || day === undefined) return status
  return until !== undefined && until < day ? 'expired' : from !== undefined && day < from ? 'not yet' : 'granted'
}
