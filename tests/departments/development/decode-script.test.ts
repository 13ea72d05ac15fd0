import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decodeScript, MAX_SCRIPT_BYTES, readScript } from '../../../src/departments/development'
import { InputError } from '../../../src/film'

const utf8 = (text: string) => new TextEncoder().encode(text)
const SCENE = 'INT. CAFÉ - NUIT\n\nHÉLÈNE\nDéjà.\n'

function refusal(bytes: Uint8Array, name: string) {
  try {
    readScript({ name, bytes })
  } catch (error) {
    expect(error).toBeInstanceOf(InputError)
    return (error as InputError).diagnostics[0]
  }
  throw new Error(`${name} was read`)
}

describe('decodeScript', () => {
  test('UTF-8 with and without byte order mark', () => {
    expect(decodeScript(utf8(SCENE), 'a.fountain')).toBe(SCENE)
    expect(decodeScript(utf8(`\uFEFF${SCENE}`), 'a.fountain')).toBe(SCENE)
  })

  test('UTF-16, both ways round', () => {
    const little = new Uint8Array(2 + SCENE.length * 2)
    const big = new Uint8Array(2 + SCENE.length * 2)
    for (const [i, c] of [...`\uFEFF${SCENE}`].entries()) {
      new DataView(little.buffer).setUint16(i * 2, c.charCodeAt(0), true)
      new DataView(big.buffer).setUint16(i * 2, c.charCodeAt(0), false)
    }
    expect(decodeScript(little, 'a.txt')).toBe(SCENE)
    expect(decodeScript(big, 'a.txt')).toBe(SCENE)
  })

  test('windows-1252 is read, and said', () => {
    const bytes = readFileSync(new URL('../../fixtures/scripts/windows-1252.txt', import.meta.url))
    const script = readScript({ name: 'windows-1252.txt', bytes })
    expect(script.characters).toMatchObject([{ key: 'helene', name: 'HÉLÈNE' }])
    expect(script.scenes[0]?.elements).toMatchObject([{ parts: [{ text: '“Déjà”' }] }])
    expect(script.diagnostics).toMatchObject([{ severity: 'info', rule: 'script.encoding' }])
  })
})

describe('readScript refuses, naming what it is and what to do', () => {
  test.each([
    ['a.pdf', utf8('%PDF-1.7 …'), 'script.format', /PDF/],
    ['renamed.fountain', utf8('%PDF-1.7 …'), 'script.format', /PDF/],
    ['a.docx', utf8('PK\u0003\u0004…'), 'script.format', /zipped/],
    ['a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'script.format', /picture/],
    ['a.mp4', new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 1]), 'script.format', /film/],
    ['a.fdx', utf8('<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">'), 'script.format', /Final Draft/],
    ['script.txt', utf8('<?xml version="1.0"?>\n<FinalDraft DocumentType="Script">'), 'script.format', /Final Draft/],
    ['a.fdx', utf8('INT. A - DAY'), 'script.format', /Final Draft/],
    ['a.srt', utf8('1\n00:00:01,000 --> 00:00:02,000\nHi'), 'script.format', /subtitles/],
    ['a.vtt', utf8('WEBVTT\n'), 'script.format', /subtitles/],
    ['a.md', utf8('# Hello'), 'script.format', /Markdown/],
    ['a.celtx', utf8('x'), 'script.format', /Celtx/],
    ['a.yaml', utf8('title: x'), 'script.format', /production/],
    ['a.txt', utf8('INT. A - DAY\n\0\n'), 'script.binary', /zero at character 14/],
    ['a.txt', new Uint8Array(), 'script.empty', /empty/],
    ['a.txt', utf8(' \n\t\n'), 'script.empty', /blanks/],
    ['a.txt', utf8('Once upon a time there was no heading.'), 'script.no-scenes', /No scene/],
  ] as const)('%s (%#)', (name, bytes, rule, message) => {
    const found = refusal(bytes, name)
    expect(found).toMatchObject({ severity: 'error', rule, file: name })
    expect(found?.message).toMatch(message)
    expect(found?.remedy).not.toBe('')
  })

  test('more than 20 MB', () => {
    expect(refusal(new Uint8Array(MAX_SCRIPT_BYTES + 1), 'a.txt')).toMatchObject({ rule: 'script.too-large' })
  })
})
