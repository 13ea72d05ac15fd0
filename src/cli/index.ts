export type { ExitCode } from './command'
export { main } from './main'
