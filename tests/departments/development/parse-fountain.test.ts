import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseFountain, readScript } from '../../../src/departments/development'
import { Script } from '../../../src/film'

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/scripts/${name}`, import.meta.url), 'utf8')
const inScene = (body: string) => parseFountain(`INT. ROOM - DAY\n\n${body}\n`).scenes[0]?.elements ?? []
const kinds = (body: string) => inScene(body).map((e) => e.kind)

describe('elements', () => {
  test('speech: cue, extensions, parentheticals, lines', () => {
    expect(inScene('MARA (V.O.) (CONT’D)\n(softly)\nHello\nthere.\n(beat)\n~la la')).toEqual([
      {
        kind: 'dialogue',
        character: 'mara',
        cue: 'MARA',
        extensions: ['V.O.', "CONT'D"],
        parts: [
          { kind: 'parenthetical', text: 'softly', line: 4, endLine: 4 },
          { kind: 'speech', text: 'Hello\nthere.', line: 5, endLine: 6 },
          { kind: 'parenthetical', text: 'beat', line: 7, endLine: 7 },
          { kind: 'lyric', text: 'la la', line: 8, endLine: 8 },
        ],
        line: 3,
        endLine: 8,
      },
    ])
  })

  test('a parenthetical over two lines is one', () => {
    expect(inScene('MARA\n(very\nsoftly)\nHello.')[0]).toMatchObject({
      parts: [
        { kind: 'parenthetical', text: 'very softly', line: 4, endLine: 5 },
        { kind: 'speech', line: 6 },
      ],
    })
  })

  test('a lyric may come first in a speech', () => {
    expect(inScene('BOB\n~La la la\nThat’s all.')[0]).toMatchObject({
      parts: [
        { kind: 'lyric', text: 'La la la' },
        { kind: 'speech', text: 'That’s all.' },
      ],
    })
  })

  test('two blanks keep an empty line inside a speech, and lose nothing at its end', () => {
    expect(inScene('BOB\nOne.\n  \nTwo.\n  \n\nHe goes.')).toMatchObject([
      { parts: [{ text: 'One.\n\nTwo.', endLine: 6 }] },
      { kind: 'action', line: 9 },
    ])
  })

  test('emphasis becomes ranges of the plain text', () => {
    expect(inScene('He *runs* and **_falls_** \\*hard\\*.')[0]).toEqual({
      kind: 'action',
      text: 'He runs and falls *hard*.',
      emphasis: [
        { start: 3, end: 7, style: 'italic' },
        { start: 12, end: 17, style: 'bold' },
        { start: 12, end: 17, style: 'underline' },
      ],
      line: 3,
      endLine: 3,
    })
    expect(inScene('BOB\nYou & <me>, "*now*".')[0]).toMatchObject({
      parts: [{ text: 'You & <me>, "now".', emphasis: [{ start: 13, end: 16, style: 'italic' }] }],
    })
  })

  test('transitions: known, by TO:, forced', () => {
    for (const text of [
      'CUT TO:',
      'FADE OUT.',
      'FADE IN:',
      'SMASH CUT TO BLACK.',
      'CUT TO BLACK.',
      'WIPE TO:',
      'FONDU AU NOIR.',
      'ЗТМ.',
      'ABBLENDE',
    ])
      expect(inScene(text), text).toEqual([{ kind: 'transition', text, line: 3, endLine: 3 }])
    expect(inScene('> Slow burn')).toMatchObject([{ kind: 'transition', text: 'Slow burn' }])
    expect(kinds('He says where to:')).toEqual(['action'])
  })

  test('sections, synopses, page breaks, centred, lyrics, notes', () => {
    expect(inScene('## Two\n= What happens\n\n===\n\n> THE END <\n\n~Sung\n~low\n\n[[a note]]')).toMatchObject([
      { kind: 'section', depth: 2, text: 'Two', line: 3 },
      { kind: 'synopsis', text: 'What happens', line: 4 },
      { kind: 'page-break', line: 6 },
      { kind: 'action', centred: true, text: 'THE END', line: 8 },
      { kind: 'lyric', text: 'Sung\nlow', line: 10, endLine: 11 },
      { kind: 'note', text: 'a note', line: 13 },
    ])
  })

  test('forced action, cue and heading', () => {
    const script = parseFountain('.THE MOON\n\n!CUT TO:\n\n@McAvoy\nHey.\n')
    expect(script.scenes).toMatchObject([
      { heading: { text: 'THE MOON', location: 'THE MOON' }, elements: [{ kind: 'action', text: 'CUT TO:' }, { cue: 'McAvoy' }] },
    ])
    expect(kinds('...and then')).toEqual(['action'])
  })

  test('notes are taken out of the text, also over lines', () => {
    expect(inScene('She [[why?]] waits. [[a\nb]] Still.')).toMatchObject([
      { kind: 'action', text: 'She waits.\nStill.', line: 3, endLine: 4 },
      { kind: 'note', text: 'why?', line: 3 },
      { kind: 'note', text: 'a\nb', line: 3, endLine: 4 },
    ])
  })

  test('boneyard disappears; inside a speech it does not end it', () => {
    expect(inScene('BOB\nOne.\n/* cut\n\nINT. NOWHERE - DAY\n*/\nTwo.')).toMatchObject([
      { parts: [{ text: 'One.\nTwo.', line: 4, endLine: 9 }] },
    ])
  })

  test('what is left open stays text, with a warning', () => {
    const script = parseFountain('INT. ROOM - DAY\n\nShe /* waits.\n\nAnd [[ waits.\n')
    expect(script.scenes[0]?.elements).toMatchObject([{ text: 'She /* waits.' }, { text: 'And [[ waits.' }])
    expect(script.diagnostics.map((d) => [d.severity, d.rule, d.line])).toEqual([
      ['warning', 'script.boneyard-open', 3],
      ['warning', 'script.note-open', 5],
    ])
  })

  test.each([
    'BANG',
    'BANG!\nThe door opens.',
    '---\nA line.',
    '12:00\nThe clock.',
    'INSERT - LETTER\nDear all.',
    'не спит\nникто здесь',
    '雨が降る。\n誰もいない。',
    'THE DOOR OPENS...\nNobody.',
  ])('%j is no cue', (text) => {
    expect(kinds(text)).toEqual(['action'])
  })

  test('a known name right under action begins a speech', () => {
    expect(inScene('MARA\nHello.\n\nShe waits.\nMARA\nHello?')).toMatchObject([
      { kind: 'dialogue' },
      { kind: 'action', text: 'She waits.' },
      { kind: 'dialogue', line: 7 },
    ])
  })

  test('dual dialogue pairs with the speech before it, notes aside', () => {
    const script = parseFountain(fixture('dual-dialogue.fountain'))
    const duals = script.scenes[0]?.elements.flatMap((e) => (e.kind === 'dialogue' ? [e.dual] : []))
    expect(duals).toEqual(['left', 'right', 'left', 'right', undefined])
    expect(script.diagnostics.map((d) => [d.rule, d.line])).toEqual([['script.dual-alone', 19]])
  })
})

describe('title page', () => {
  test('values over several lines, markup taken out', () => {
    const script = parseFountain('Title:\n\t_**BRICK & STEEL**_\n    Part two\nAuthor: Ann Example\n\nINT. A - DAY\n\nHi.\n')
    expect(script.title).toBe('BRICK & STEEL Part two')
    expect(script.author).toBe('Ann Example')
    expect(script.titlePage).toEqual([
      { key: 'Title', value: 'BRICK & STEEL\nPart two', line: 1 },
      { key: 'Author', value: 'Ann Example', line: 4 },
    ])
  })

  test('FADE IN: at the top is a transition, and a file name is a title', () => {
    const script = parseFountain('FADE IN:\n\nINT. A - DAY\n\nHi.\n', { file: 'my-film.fountain' })
    expect(script.prelude).toMatchObject([{ kind: 'transition' }])
    expect(script.title).toBe('my film')
  })
})

describe('scripts without headings', () => {
  test('a dialogue becomes one scene, with a warning', () => {
    const script = parseFountain('ANNA\nHello.\n\nBEN\nHello.\n')
    expect(script.scenes).toMatchObject([
      { heading: { location: 'THE STAGE', setting: 'INT', timeOfDay: 'DAY' }, characters: ['anna', 'ben'] },
    ])
    expect(script.diagnostics).toMatchObject([{ severity: 'warning', rule: 'script.no-heading', line: 1 }])
  })

  test('prose is an error that says what to do', () => {
    const script = parseFountain('It was a dark and stormy night.\n\nNobody said a word.\n')
    expect(script.scenes).toEqual([])
    expect(script.diagnostics).toMatchObject([
      { severity: 'error', rule: 'script.no-scenes', line: 1, remedy: expect.stringContaining('INT.') },
    ])
  })

  test('what stands before the first heading is played where that plays', () => {
    const script = parseFountain('ANNA (V.O.)\nOnce.\n\nEXT. SEA - NIGHT\n\nWaves.\n')
    expect(script.scenes.map((s) => [s.heading.locationKey, s.heading.timeOfDay, s.characters])).toEqual([
      ['ext-sea', 'NIGHT', []],
      ['ext-sea', 'NIGHT', []],
    ])
  })
})

describe('whole scripts', () => {
  const names = [
    'market-run.fountain',
    'station-nine.fountain',
    'tea-and-thunder.fountain',
    'german.fountain',
    'french.fountain',
    'spanish.fountain',
    'russian.fountain',
    'japanese.fountain',
    'arabic-greek.fountain',
    'odd-formatting.fountain',
    'one-page.fountain',
    'dual-dialogue.fountain',
    'crlf.fountain',
  ]
  test.each(names)('%s fits the schema and keeps every line', (name) => {
    const text = fixture(name)
    const script = parseFountain(text, { file: name })
    expect(Script.parse(script)).toEqual(script)
    const covered = new Set<number>()
    const cover = (part: { line: number; endLine: number }) => {
      for (let l = part.line; l <= part.endLine; l++) covered.add(l)
    }
    for (const element of script.prelude) cover(element)
    for (const scene of script.scenes) {
      cover(scene.heading)
      for (const element of scene.elements) {
        cover(element)
        expect(element.line).toBeGreaterThanOrEqual(scene.line)
        expect(element.endLine).toBeLessThanOrEqual(scene.endLine)
      }
    }
    const body = text.split(/\r\n|\r|\n/)
    const first = Math.min(...covered)
    let boneyard = false
    for (const [i, line] of body.entries()) {
      if (line.startsWith('/*')) boneyard = true
      if (i + 1 >= first && line.trim() !== '' && !boneyard) expect(covered, `line ${i + 1}: ${line}`).toContain(i + 1)
      if (line.startsWith('*/')) boneyard = false
    }
  })

  test.each(['night-owls', 'the-kite-thief'])('sample %s: no findings, everybody described, about three pages', (name) => {
    const bytes = readFileSync(new URL(`../../../public/samples/${name}.fountain`, import.meta.url))
    const script = readScript({ name: `${name}.fountain`, bytes })
    expect(script.diagnostics).toEqual([])
    expect(script.scenes).toHaveLength(4)
    expect(new Set(script.scenes.map((s) => s.heading.timeOfDay)).size).toBeGreaterThan(1)
    expect(script.prelude).toMatchObject([{ kind: 'transition', text: 'FADE IN:' }])
    expect(script.scenes.at(-1)?.elements.at(-1)).toMatchObject({ kind: 'transition', text: 'FADE OUT.' })
    for (const person of script.characters) expect(person.description, person.name).toMatch(/^\d\d?, /)
    expect(script.lineCount).toBeGreaterThan(120)
    expect(script.lineCount).toBeLessThan(170)
  })

  test('every jury script reads without a finding', () => {
    for (const name of names.slice(0, 3)) expect(parseFountain(fixture(name)).diagnostics).toEqual([])
  })

  test('odd formatting loses nothing', () => {
    const script = parseFountain(fixture('odd-formatting.fountain'))
    expect(script.scenes.map((s) => [s.heading.location, s.heading.timeOfDay, s.heading.number])).toEqual([
      ['kitchen', 'NIGHT', '1A'],
      ['CELLAR', 'DAY', '1'],
      ['ROOFTOP', 'DAY', undefined],
      ['FIELD', 'DAWN', undefined],
      ['CAR / MOVING', 'DUSK', undefined],
    ])
    expect(script.diagnostics.map((d) => d.rule)).toEqual(['script.dual-alone', 'script.cue-without-speech', 'script.note-open'])
  })
})
