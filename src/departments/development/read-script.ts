import { InputError, type Script } from '../../film'
import { decodeWithEncoding } from './decode-script'
import { parseFountain } from './parse-fountain'
import { finding } from './report'

/** A file as it came from outside. */
export interface ScriptFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The door for scripts: bytes of a `.fountain` or `.txt` file to a Script. Warnings are in `diagnostics`.
 * @throws InputError with every finding, if the file cannot be read or holds no scene.
 */
export function readScript({ name, bytes }: ScriptFile): Script {
  const { text, encoding } = decodeWithEncoding(bytes, name)
  const script = parseFountain(text, { file: name })
  if (script.diagnostics.some((d) => d.severity === 'error')) throw new InputError(script.diagnostics)
  if (encoding !== 'windows-1252') return script
  const note = finding(
    'info',
    'script.encoding',
    0,
    0,
    'The file is not UTF-8; it was read as windows-1252.',
    'If letters look wrong, save it as UTF-8.',
    name,
  )
  return { ...script, diagnostics: [note, ...script.diagnostics] }
}
