export { breakDown } from './break-down'
export { decodeScript, MAX_SCRIPT_BYTES } from './decode-script'
export { type ParseFountainOptions, parseFountain } from './parse-fountain'
export { readScript, type ScriptFile } from './read-script'
