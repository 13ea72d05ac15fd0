import { readdir, readFile } from 'node:fs/promises'

/** A process as Linux lists it. */
export interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** A process and all that come from it, itself first; empty if it is gone. Reads /proc. */
export async function processTree(root: number): Promise<ProcessEntry[]> {
  const all: ProcessEntry[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const [status, command] = await Promise.all([
      readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''),
      readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''),
    ])
    // The name in brackets may hold anything: the fields after it are counted from its end.
    const [state, parent] = status.slice(status.lastIndexOf(')') + 2).split(' ')
    if (state === undefined || parent === undefined || state === 'Z') continue
    all.push({ pid: Number(name), parent: Number(parent), command: command.replaceAll('\0', ' ') })
  }
  const tree = all.filter((p) => p.pid === root)
  for (const p of tree) tree.push(...all.filter((c) => c.parent === p.pid))
  return tree
}

/** The browser that a command started; undefined while there is none. */
export const browserOf = async (pid: number): Promise<ProcessEntry | undefined> =>
  (await processTree(pid)).find(
    (p) => /chrom/i.test(p.command) && p.command.includes('--remote-debugging') && !p.command.includes('--type='),
  )

/** The process of a browser that talks to the graphics card. */
export const gpuProcessOf = async (browser: number): Promise<ProcessEntry | undefined> =>
  (await processTree(browser)).find((p) => p.command.includes('--type=gpu-process'))

/** Ends processes at once; those that are gone already are not missed. */
export function killAll(processes: readonly Pick<ProcessEntry, 'pid'>[]): void {
  for (const { pid } of processes)
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
}

/** What a browser's process is for: `gpu-process`, `renderer`, `utility NetworkService`; `browser` itself. */
export const roleOf = ({ command }: Pick<ProcessEntry, 'command'>): string =>
  [/--type=([\w-]+)/.exec(command)?.[1] ?? 'browser', /--utility-sub-type=[\w.]*?(\w+)(?:\s|$)/.exec(command)?.[1]]
    .filter(Boolean)
    .join(' ')

/**
 * Bytes that processes hold together: what they wrote, pages that they share counted once (proportional set size of
 * anonymous and shared memory). Pages of program files are left out: their share depends on who else runs the same program.
 */
export async function memoryOf(processes: readonly Pick<ProcessEntry, 'pid'>[]): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async ({ pid }) => {
      const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      const kilobytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0)
      return (kilobytes('Pss_Anon') + kilobytes('Pss_Shmem')) * 1024
    }),
  )
  return sizes.reduce((a, b) => a + b, 0)
}
