import { defineConfig } from '@playwright/test'
import { findChromiumSync, GPU_FLAGS } from '../src/cli/chromium-flags'

const PORT = 4317
const executablePath = findChromiumSync()

/** The built page, served as `oneshot app` serves it, in an installed Chromium with WebGPU. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // What takes minutes is part of the deep tests.
  projects: [
    { name: 'e2e', testIgnore: 'deep/**' },
    { name: 'deep', testMatch: 'deep/**/*.spec.ts' },
  ],
  // A software GPU draws here: pictures compete for the same cores.
  workers: 1,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    // A click may wait for a picture, and not for a button that is gone.
    actionTimeout: 150_000,
    trace: 'off',
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: [...GPU_FLAGS], ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: `node ../dist/cli/oneshot.js app --port ${PORT} --no-open`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
})
