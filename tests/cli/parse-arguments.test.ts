import { describe, expect, it } from 'vitest'
import { type Flag, parseArguments } from '../../src/cli/parse-arguments'
import { didYouMean, UsageError } from '../../src/cli/usage-error'

const FLAGS: readonly Flag[] = [
  { name: 'out', short: 'o', value: 'PATH', help: '' },
  { name: 'style', value: 'NAME', help: '' },
  { name: 'force', help: '' },
  { name: 'quiet', short: 'q', help: '' },
]
const parse = (...words: string[]) => parseArguments(words, FLAGS, 'run')

describe('parseArguments', () => {
  it('[A1] reads flags in every form, in any order', () => {
    const a = parse('a.fountain', '-o', 'x.mp4', '--style=nes', '--force', '-q')
    expect(a.positionals).toEqual(['a.fountain'])
    expect(Object.fromEntries(a.values)).toEqual({ out: 'x.mp4', style: 'nes' })
    expect([...a.switches]).toEqual(['force', 'quiet'])
  })
  it('[A2] ends flags at --, takes - and values that begin with one dash', () => {
    expect(parse('--', '--force', '-o').positionals).toEqual(['--force', '-o'])
    expect(parse('-').positionals).toEqual(['-'])
    expect(parse('--style', '-15s').values.get('style')).toBe('-15s')
    expect(parse('--style=').values.get('style')).toBe('')
  })
  it.each([
    [['--stile', 'nes'], 'run has no flag --stile', /did you mean --style\?/],
    [['--styl=nes'], 'run has no flag --styl', /did you mean --style\?/],
    [['-x'], 'run has no flag -x', /see oneshot help run/],
    [['--out'], '--out needs a value: --out PATH', /help run/],
    [['--out', '--force'], '--out needs a value: --out PATH', /help run/],
    [['--force=yes'], '--force takes no value, got "yes"', /help run/],
    [['-o', 'a', '--out=b'], '--out is given twice', /once/],
  ])('[A3] refuses %j', (words, message, remedy) => {
    expect(() => parse(...words)).toThrow(UsageError)
    try {
      parse(...words)
    } catch (e) {
      expect((e as UsageError).message).toBe(message)
      expect((e as UsageError).remedy).toMatch(remedy)
    }
  })
})

describe('didYouMean', () => {
  const verbs = ['run', 'still', 'sheet', 'style', 'parse', 'shots', 'plan', 'breakdown', 'app', 'help']
  it.each([
    ['rnu', 'run'],
    ['stil', 'still'],
    ['brekdown', 'breakdown'],
    ['PARSE', 'parse'],
    ['break', 'breakdown'],
    ['shot', 'shots'],
  ])('[A4] %s → %s', (word, meant) => {
    expect(didYouMean(word, verbs)).toBe(meant)
  })
  it('[A5] keeps silent when nothing is near', () => {
    expect(didYouMean('xylophone', verbs)).toBeUndefined()
    expect(didYouMean('', verbs)).toBeUndefined()
  })
})
