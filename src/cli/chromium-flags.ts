import { existsSync } from 'node:fs'

/**
 * What Chromium needs everywhere we drive it: quiet, offline, WebGPU on. Told how well the machine runs language models (not
 * at all), it does not measure that itself three minutes after the start, in a process of its own that stays.
 */
const COMMON_FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--optimization-guide-performance-class=1',
  '--enable-unsafe-webgpu',
  '--enable-features=Vulkan',
]

/** Flags for WebGPU on a machine without a GPU: without the Vulkan and ANGLE ones, configuring a canvas kills the GPU process. */
export const SOFTWARE_GPU_FLAGS = [
  ...COMMON_FLAGS,
  '--use-vulkan=swiftshader',
  '--use-angle=swiftshader',
  '--use-webgpu-adapter=swiftshader',
]

/** Flags for a machine with a GPU of its own. */
export const HARDWARE_GPU_FLAGS = COMMON_FLAGS

const wantsHardware = process.env.ONESHOT_GPU === 'hardware' || (process.env.ONESHOT_GPU !== 'software' && process.platform !== 'linux')

/** The flags for this machine: ONESHOT_GPU=hardware or software decides; else software on Linux without a display card. */
export const GPU_FLAGS: string[] =
  wantsHardware || (process.env.ONESHOT_GPU !== 'software' && (existsSync('/dev/dri/renderD128') || existsSync('/dev/nvidia0')))
    ? HARDWARE_GPU_FLAGS
    : SOFTWARE_GPU_FLAGS

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** CHROME_PATH, or a browser at one of the usual places; undefined when there is none. */
export function findChromiumSync(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named) return named
  return PLACES.find((p) => existsSync(p))
}
