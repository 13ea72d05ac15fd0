import { beforeEach, describe, expect, it } from 'vitest'
import { filmStore } from '../../src/app/store/film-store'
import { readSaved, writeSaved } from '../../src/app/store/saved-styles'
import {
  changeStyle,
  chooseStyle,
  deleteStyle,
  idFor,
  resetStyle,
  saveStyle,
  stepStyle,
  styleGroups,
  styleInUse,
  stylesStore,
} from '../../src/app/store/styles'
import { STYLES, styleByName } from '../../src/departments/retro'

const shelf = (text: string | null = null) => {
  let kept = text
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value
    },
  }
}

beforeEach(() => {
  filmStore.setState({ style: 'nes' })
  stylesStore.setState({ worked: {}, saved: [], wipe: undefined, note: undefined })
})

describe('the style in use', () => {
  it('is the chosen one with what was done to it, which looking at another does not lose', () => {
    changeStyle({ grade: { exposure: 2 } })
    expect(styleInUse().grade.exposure).toBe(2)
    chooseStyle('c64')
    expect(styleInUse()).toBe(styleByName('c64'))
    chooseStyle('nes')
    expect(styleInUse().grade.exposure).toBe(2)
    resetStyle()
    expect(styleInUse()).toBe(styleByName('nes'))
  })

  it('is the plain one again when the last change is taken back', () => {
    changeStyle({ grade: { exposure: 2 } })
    changeStyle({ grade: { exposure: styleByName('nes').grade.exposure } })
    expect(stylesStore.getState().worked).toEqual({})
  })

  it('refuses what makes no style, and says why', () => {
    changeStyle({ grade: { exposure: 99 } })
    expect(styleInUse()).toBe(styleByName('nes'))
    expect(stylesStore.getState().note).toContain('grade.exposure')
  })

  it('steps through the whole list and round', () => {
    chooseStyle(STYLES[0]!.id)
    stepStyle(-1)
    expect(filmStore.getState().style).toBe(STYLES.at(-1)!.id)
    stepStyle(1)
    expect(filmStore.getState().style).toBe(STYLES[0]!.id)
    expect(styleGroups({ saved: [] }).flatMap((g) => g.styles)).toHaveLength(STYLES.length)
  })
})

describe('saved styles', () => {
  it('are kept under a name of their own, and deleted back to what they began with', () => {
    changeStyle({ grade: { exposure: 2 } })
    const made = saveStyle('Bright NES')
    expect([made.base, made.style.id]).toEqual(['nes', 'bright-nes'])
    expect(filmStore.getState().style).toBe('bright-nes')
    expect(styleInUse().grade.exposure).toBe(2)
    expect(stylesStore.getState().worked).toEqual({})
    changeStyle({ grade: { exposure: 3 } })
    expect(saveStyle('Bright NES').base).toBe('nes')
    expect(stylesStore.getState().saved).toHaveLength(1)
    deleteStyle('bright-nes')
    expect(styleInUse()).toBe(styleByName('nes'))
    expect([idFor('NES'), idFor('  Été 84! '), idFor('…')]).toEqual(['nes-mine', 'ete-84', 'my-style'])
  })

  it('come back from the shelf; what is damaged is left out and said', () => {
    const saved = [{ base: 'nes', style: { ...styleByName('nes'), id: 'mine', name: 'Mine' } }]
    const kept = shelf()
    expect(writeSaved(kept, saved)).toBeUndefined()
    expect(readSaved(kept)).toEqual({ saved, note: undefined })
    expect(readSaved(shelf()).saved).toEqual([])
    expect(readSaved(undefined).note).toBeUndefined()
    expect(readSaved(shelf('{')).note).toContain('damaged')
    expect(readSaved(shelf('{"version":9}')).note).toContain('version')
    const text = JSON.stringify({
      version: 1,
      styles: [...saved, { base: 'nes', style: { id: 7 } }, { base: 'gone', style: saved[0]!.style }],
    })
    expect(readSaved(shelf(text))).toEqual({ saved, note: '2 of 3 saved styles could not be read.' })
  })

  it('are said where there is no room for them', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('quota')
      },
    }
    expect(writeSaved(full, [])).toContain('no room')
    expect(writeSaved(undefined, [])).toContain('keeps nothing')
  })
})
