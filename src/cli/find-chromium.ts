import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromiumSync } from './chromium-flags'

/** Names that Chromium's builds go by on the search path. */
const NAMES =
  process.platform === 'win32'
    ? ['chrome.exe', 'chromium.exe', 'msedge.exe']
    : ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/**
 * A Chromium to draw with: CHROME_PATH, an installed one, playwright's own; else it installs one (Debian's package where
 * we may, playwright's build elsewhere) and says so.
 * @param say told what is done, in words.
 * @throws Error with the remedy, if there is none and none can be installed.
 */
export async function findChromium(say: (text: string) => void): Promise<string> {
  const named = process.env.CHROME_PATH
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH: there is no ${named} (correct it, or unset it)`)
  const found = findChromiumSync() ?? onSearchPath() ?? (await playwrightsOwn())
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium is installed: installing Debian’s (apt-get install chromium) …')
    const installed =
      (await run('apt-get', ['update', '-qq'], say)) &&
      (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], say))
    const path = installed ? (findChromiumSync() ?? onSearchPath()) : undefined
    if (path) {
      say(`Installed ${path}.`)
      return path
    }
  }
  say('No Chromium is installed: installing playwright’s (npx playwright install chromium) …')
  await run(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['playwright', 'install', 'chromium'], say)
  const own = await playwrightsOwn()
  if (own) {
    say(`Installed ${own}.`)
    return own
  }
  throw new Error('no Chromium was found and none could be installed (install Chrome or Chromium, or set CHROME_PATH to one)')
}

function onSearchPath(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of NAMES) if (folder && existsSync(join(folder, name))) return join(folder, name)
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** Runs a program; its last words are said if it fails. */
function run(program: string, args: readonly string[], say: (text: string) => void): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    let last = ''
    child.stderr.on('data', (d: Buffer) => {
      last = (last + d.toString()).slice(-400)
    })
    child.on('error', () => done(false))
    child.on('close', (code) => {
      if (code !== 0) say(`${program} ended with ${code}: ${last.trim()}`)
      done(code === 0)
    })
  })
}
