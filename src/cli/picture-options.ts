import { basename, extname, resolve } from 'node:path'
import { STYLES, type Style, styleByName } from '../departments/retro'
import { readStyleFile } from '../production'
import type { Context } from './command'
import { QUALITIES } from './option-values'
import type { Flag } from './parse-arguments'
import { readInput } from './read-input'
import { UsageError } from './usage-error'

export const OUT: Flag = { name: 'out', short: 'o', value: 'PATH', help: 'where it goes (default: in this folder, named as FILE)' }
export const STYLE: Flag = {
  name: 'style',
  value: 'NAME',
  help: `${STYLES.map((s) => s.id).join(', ')} (default ${STYLES[0]?.id}), or a style file (.yaml)`,
}
export const SIZE: Flag = { name: 'size', value: 'WxH', help: 'pixels, for example 1280x720 (default: by quality)' }
export const QUALITY: Flag = { name: 'quality', value: 'Q', help: `${QUALITIES.join(', ')}: how much work goes into a picture` }
/** Which takes are seen. */
export const TAKE: Flag = { name: 'take', value: 'sc1.sh2@v2,…', help: 'these takes (variations) of shots in place of those in the film' }
export const FPS: Flag = { name: 'fps', value: 'N', help: 'frames a second: 24 (default), 23.976, 30000/1001 …' }

/** The id of the style that was named. @throws UsageError with the nearest name. */
export function styleOf(name: string, flag = '--style'): Style {
  try {
    return styleByName(name)
  } catch (error) {
    throw new UsageError(`${flag}: ${(error as Error).message}`, 'see oneshot help run')
  }
}

/** The style that was named, or that a file holds. @throws UsageError with the nearest name; InputError for a file that is none. */
export async function styleFrom(word: string, cwd: string, flag = '--style'): Promise<Style> {
  if (!/\.(?:ya?ml|json)$/i.test(word)) return styleOf(word, flag)
  const { name, bytes } = await readInput(word, cwd)
  return readStyleFile(name, bytes)
}

/** The full path of the output. @throws UsageError for another ending, or if it would overwrite the input. */
export function outOf({ args, io }: Pick<Context, 'args' | 'io'>, ending: string, ...others: readonly string[]): string {
  const input = args.positionals[0] as string
  const named = args.values.get('out')
  const out = resolve(io.cwd, named ?? `${basename(input, extname(input))}${ending}`)
  if (![ending, ...others].includes(extname(out).toLowerCase()))
    throw new UsageError(
      `-o: expected a name that ends in ${[ending, ...others].join(', ')}, got ${JSON.stringify(basename(out))}`,
      `for example -o ${basename(out, extname(out)) || 'film'}${ending}`,
    )
  if (out === resolve(io.cwd, input)) throw new UsageError(`-o: would overwrite ${input}`, 'choose another name')
  return out
}

/** Runs something of the plan's that refuses values outside their range; its words become the flag's. @throws UsageError */
export function checked<T>(flag: string, remedy: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${flag}: ${error.message.replace(/^[a-z]+: /, '')}`, remedy)
    throw error
  }
}
