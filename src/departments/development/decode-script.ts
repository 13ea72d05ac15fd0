import { InputError } from '../../film'
import { finding } from './report'

/** Files larger than this are refused, in bytes. */
export const MAX_SCRIPT_BYTES = 20 * 1024 * 1024

const AS_FOUNTAIN = 'Export it as Fountain (.fountain) or plain text (.txt) and open that.'

/** Kinds of file that are known but are not plain text in Fountain, by ending. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  fdx: 'a Final Draft script',
  fdr: 'an old Final Draft script',
  pdf: 'a PDF',
  docx: 'a Word document',
  doc: 'a Word document',
  odt: 'an OpenDocument text',
  pages: 'a Pages document',
  rtf: 'a rich text document',
  celtx: 'a Celtx project',
  fadein: 'a Fade In script',
  highland: 'a Highland document',
  srt: 'subtitles',
  vtt: 'subtitles',
  md: 'a Markdown document',
  markdown: 'a Markdown document',
  html: 'a web page',
  yaml: 'a production file',
  yml: 'a production file',
  json: 'a data file',
}

/** First bytes of files that are no text at all. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a zipped document (Word, Fade In, Celtx or an archive)'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Office document'],
  ['{\\rtf', 'a rich text document'],
  ['\u0089PNG', 'a picture (PNG)'],
  ['\u00FF\u00D8\u00FF', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['\u001F\u008B', 'a gzip archive'],
  ['7z\u00BC\u00AF', 'an archive (7-Zip)'],
  ['Rar!', 'an archive (RAR)'],
  ['OggS', 'a sound file (Ogg)'],
  ['ID3', 'a sound file (MP3)'],
  ['fLaC', 'a sound file (FLAC)'],
]

/** Text and how it was written. */
export interface DecodedScript {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/**
 * The text of a script file: UTF-8, UTF-16 with a byte order mark, or else windows-1252, as older programs write it.
 * @throws InputError naming what the file is and what to do, if it is too large, empty, binary or of another kind.
 */
export function decodeScript(bytes: Uint8Array, fileName: string): string {
  return decodeWithEncoding(bytes, fileName).text
}

/** As `decodeScript`, and says which encoding it took. */
export function decodeWithEncoding(bytes: Uint8Array, fileName: string): DecodedScript {
  const refuse = (rule: string, message: string, remedy: string, value?: string): never => {
    throw new InputError([finding('error', rule, 0, 0, message, remedy, fileName, value)])
  }
  if (bytes.length > MAX_SCRIPT_BYTES)
    refuse(
      'script.too-large',
      `The file has ${(bytes.length / 1048576).toFixed(1)} MB; a script may have up to 20.`,
      'Cut it into several scripts.',
      `${bytes.length} bytes`,
    )
  if (bytes.length === 0) refuse('script.empty', 'The file is empty.', 'Save the script again and open it.')
  const head = String.fromCharCode(...bytes.subarray(0, 12))
  const signature = SIGNATURES.find(([start]) => head.startsWith(start))?.[1] ?? containerKind(head)
  if (signature) refuse('script.format', `The file is ${signature}, not a script in plain text.`, AS_FOUNTAIN)
  const { text, encoding } = decode(bytes)
  const nul = text.indexOf('\0')
  if (nul >= 0)
    refuse(
      'script.binary',
      `The file holds binary data (a zero at character ${nul + 1}), so it is not a script in plain text.`,
      'Save the script as plain text in UTF-8 and open that.',
    )
  const ending = /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const kind = kindOfText(text) ?? (Object.hasOwn(OTHER_KINDS, ending) ? OTHER_KINDS[ending] : undefined)
  if (kind) refuse('script.format', `The file is ${kind}, which cannot be read yet.`, AS_FOUNTAIN, text.trimStart().split('\n', 1)[0])
  if (text.trim() === '') refuse('script.empty', 'The file holds nothing but blanks.', 'Save the script again and open it.')
  return { text, encoding }
}

function containerKind(head: string): string | undefined {
  if (head.startsWith('RIFF')) return 'a media file (RIFF)'
  return head.slice(4, 8) === 'ftyp' ? 'a film (MP4)' : undefined
}

function decode(bytes: Uint8Array): DecodedScript {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'windows-1252' }
  }
}

/** What windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters (encoding.spec.whatwg.org, index-windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Node 20 decodes windows-1252 as Latin-1: those 32 characters are put right here, so that every engine agrees. */
function fromWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009F]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
}

/** Other formats that are text, known by how they begin. */
function kindOfText(text: string): string | undefined {
  const start = text.slice(0, 600).trimStart()
  if (/^<\?xml[^>]*>\s*(?:<!--[\s\S]{0,200}?-->\s*)?<FinalDraft|^<FinalDraft/.test(start)) return 'a Final Draft script'
  if (/^<\?xml/.test(start)) return 'an XML file'
  if (/^<(?:!doctype html|html)/i.test(start)) return 'a web page'
  if (/^WEBVTT(?:\s|$)/.test(start) || /^\d+\r?\n\d\d:\d\d:\d\d,\d{3} --> /.test(start)) return 'subtitles'
  return undefined
}
