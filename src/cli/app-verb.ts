import { spawn } from 'node:child_process'
import { findChromiumSync, GPU_FLAGS } from './chromium-flags'
import type { Verb } from './command'
import { wholeNumberOf } from './option-values'
import { appFolder } from './package-root'
import { serveApp } from './serve-app'

/** `app`: the page, served to this machine, until Ctrl-C. */
export const APP: Verb = {
  name: 'app',
  summary: 'the studio in the browser, until Ctrl-C',
  flags: [
    { name: 'port', value: 'N', help: 'a port of your choice (default: any free one)' },
    { name: 'no-open', help: 'print the address only' },
  ],
  examples: ['app', 'app --port 4173 --no-open'],
  run: async ({ args, io, report }) => {
    const server = await serveApp({ appFolder: appFolder(), port: wholeNumberOf(args, 'port', 0, 65535) ?? 0 })
    io.out(`${server.url}\n`)
    if (!args.switches.has('no-open') && io.errIsTerminal) report.note(openPage(server.url, io.env))
    report.note('Ctrl-C ends it.')
    await new Promise<void>((done) => {
      if (io.signal.aborted) done()
      io.signal.addEventListener('abort', () => done(), { once: true })
    })
    await server.close()
  },
}

/** Opens a browser at an address; on Linux a Chromium with WebGPU switched on. Answers what it did. */
function openPage(url: string, env: Readonly<Record<string, string | undefined>>): string {
  const start = (program: string, args: readonly string[]) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.on('error', () => {})
    child.unref()
  }
  if (process.platform === 'darwin') start('open', [url])
  else if (process.platform === 'win32') start('cmd', ['/c', 'start', '', url])
  else if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no screen here: open the address in a browser on this machine.'
  else {
    const chromium = findChromiumSync()
    if (!chromium) start('xdg-open', [url])
    else {
      start(chromium, [...GPU_FLAGS.filter((f) => f !== '--no-sandbox' || process.getuid?.() === 0), url])
      return `Opened in ${chromium}.`
    }
  }
  return 'Opened in your browser.'
}
