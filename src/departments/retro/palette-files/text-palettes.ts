import type { PaletteFindings, ReadColours } from './palette-findings'

/** A line with its number, 1-based. */
interface Line {
  readonly line: number
  readonly text: string
}

/**
 * GIMP's palette: `GIMP Palette`, then `Name:` and `Columns:` lines, comments, and a colour a line as three numbers and a
 * name (https://developer.gimp.org/core/standards/gpl/). Aseprite's `Channels: RGBA` adds a fourth number, which is let go.
 */
export function readGpl(text: string, findings: PaletteFindings): ReadColours {
  const [, ...rest] = linesOf(text)
  let name: string | undefined
  let channels = 3
  const colours: number[] = []
  for (const { line, text } of rest) {
    const field = /^\s*(name|columns|channels)\s*:\s*(.*?)\s*$/i.exec(text)
    const key = field?.[1]?.toLowerCase()
    if (key === 'name') name = field?.[2]
    else if (key === 'channels' && /^rgba$/i.test(field?.[2] ?? '')) {
      channels = 4
      findings.note('info', 'palette.alpha', { line }, 'alpha of the colours is let go', 'nothing to do: pictures here are opaque')
    } else if (!field && !/^\s*(#|$)/.test(text)) colours.push(...numbersOf({ line, text }, channels, findings))
  }
  return { ...(name ? { name } : {}), colours }
}

/** Paint Shop Pro's palette: `JASC-PAL`, `0100`, how many, then a colour a line. */
export function readJasc(text: string, findings: PaletteFindings): ReadColours {
  const [, version, count, ...rest] = linesOf(text).filter((l) => l.line <= 3 || l.text.trim() !== '')
  if (version?.text.trim() !== '0100')
    findings.error('palette.jasc-version', { line: 2 }, 'expected the version, 0100', 'write 0100 in line 2', version?.text ?? '')
  const colours = rest.flatMap((l) => numbersOf(l, 3, findings))
  const said = count?.text.trim() ?? ''
  if (!/^\d{1,9}$/.test(said))
    findings.error('palette.jasc-count', { line: 3 }, 'expected how many colours follow', `write ${rest.length} in line 3`, said)
  else if (Number(said) !== rest.length)
    findings.error(
      'palette.jasc-count',
      { line: 3 },
      `${said} colours are promised, ${rest.length} lines follow`,
      `write ${rest.length} in line 3, or add what is missing`,
      said,
    )
  return { colours }
}

/** Lospec's list: six hexadecimal digits a line; `#` before them and lines that begin with `;` are let pass. */
export function readHex(text: string, findings: PaletteFindings): ReadColours {
  const colours: number[] = []
  for (const { line, text: raw } of linesOf(text)) {
    const word = raw.trim()
    if (word === '' || word.startsWith(';')) continue
    const digits = /^#?([0-9a-f]{6})$/i.exec(word)?.[1]
    if (digits) colours.push(Number.parseInt(digits, 16))
    else
      findings.error(
        'palette.hex-colour',
        { line, column: raw.indexOf(word) + 1 },
        'expected six hexadecimal digits',
        'write one colour a line as rrggbb',
        word,
      )
  }
  return { colours }
}

/** The colour of a line that begins with so many numbers; none if they are wrong, which is said. */
function numbersOf({ line, text }: Line, channels: number, findings: PaletteFindings): number[] {
  const words = [...text.matchAll(/\S+/g)].slice(0, channels)
  if (words.length < channels) {
    findings.error(
      'palette.channels',
      { line },
      `expected ${channels} numbers, got ${words.length}`,
      'write a colour as 255 128 0',
      text.trim(),
    )
    return []
  }
  const bad = words.find((w) => !/^\d{1,9}$/.test(w[0]) || Number(w[0]) > 255)
  if (bad) {
    const place = { line, column: bad.index + 1 }
    findings.error('palette.channel-range', place, 'expected a whole number from 0 to 255', 'write a colour as 255 128 0', bad[0])
    return []
  }
  const [r, g, b] = words.map((w) => Number(w[0])) as [number, number, number]
  return [(r << 16) | (g << 8) | b]
}

const linesOf = (text: string): readonly Line[] => text.split(/\r\n|\r|\n/).map((text, i) => ({ line: i + 1, text }))
