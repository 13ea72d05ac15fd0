import type { Mark, SetSpec } from '../../film'

/** Seats kept for those who hold an office, by the group of their marks: who is called so sits there, and nobody else unasked. */
const OFFICES: readonly { readonly group: string; readonly called: RegExp }[] = [
  { group: 'judge', called: /\b(?:judges?|magistrate|justice|richter(?:in)?|juge|juez|giudice)\b/ },
  { group: 'witness', called: /\b(?:witness|zeug(?:e|in)|temoin|testigo|testimone)\b/ },
  { group: 'jury', called: /\b(?:jurors?|jury|foreman|forewoman|geschworene[rn]?|giurat[oi])\b/ },
  { group: 'clerk', called: /\b(?:clerk|stenographer|court-reporter|recorder)\b/ },
  { group: 'prosecution', called: /\b(?:prosecutor|prosecution|district-attorney|da|staatsanwalt|procureur|fiscal)\b/ },
  {
    group: 'defence',
    called: /\b(?:defendant|accused|defen[cs]e|counsel|lawyer|attorney|barrister|angeklagte[rn]?|anwalt|avocat|abogad[oa]|avvocato)\b/,
  },
  { group: 'reception', called: /\b(?:receptionist|concierge|empfangsdame)\b/ },
  { group: 'librarian', called: /\b(?:librarian|bibliothekar(?:in)?|bibliothecaire|bibliotecari[oa])\b/ },
  { group: 'throne', called: /\b(?:king|queen|emperor|empress|lord|lady|duke|duchess|konig(?:in)?|roi|reine|rey|reina|re|regina)\b/ },
]
/** Groups that are for their holders alone. */
const KEPT: ReadonlySet<string> = new Set(['judge', 'witness', 'jury', 'clerk', 'reception', 'librarian', 'throne'])

/** Whether a seat waits for somebody of an office. */
export const isKept = (m: Pick<Mark, 'group'>): boolean => m.group !== undefined && KEPT.has(m.group)

/** Group of the seats that somebody has in a set by what they are called (`judge-halloran`); undefined for none. */
export function ownSeats({ marks }: Pick<SetSpec, 'marks'>, role: string): string | undefined {
  return OFFICES.find(({ group, called }) => called.test(role) && marks.some((m) => m.kind === 'seat' && m.group === group))?.group
}

/** Whether somebody lies here from the first: a patient where there are hospital beds. */
export const liesHere = ({ kind }: Pick<SetSpec, 'kind'>, role: string): boolean =>
  kind === 'hospital-room' && /\b(?:patients?|invalid|kranker?|malade|paciente|paziente)\b/.test(role)
