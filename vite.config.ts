/// <reference types="vitest/config" />
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import canonicalize from 'canonicalize'
import { build } from 'esbuild'
import { defineConfig, type Plugin } from 'vite'
import { findChromiumSync, GPU_FLAGS } from './src/cli/chromium-flags.ts'

const CLI_ENTRIES = ['oneshot', 'demo', 'must', 'bench', 'engine-worker', 'schemas']
/** Packages that stay outside the command-line bundle: installed beside it. */
const CLI_EXTERNAL = [/^playwright/, /^node:/, ...builtinModules]

/** Names this build by its sources: part of every segment's identity, so that a changed renderer never finds old pictures. */
function buildId(): string {
  const hash = createHash('sha256')
  for (const dir of ['src', 'shaders'])
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true }).sort((a, b) =>
      `${a.parentPath}/${a.name}`.localeCompare(`${b.parentPath}/${b.name}`),
    ))
      if (entry.isFile() && /\.(ts|tsx|wgsl)$/.test(entry.name) && !/[\\/](app|cli)([\\/]|$)/.test(entry.parentPath))
        hash.update(readFileSync(`${entry.parentPath}/${entry.name}`))
  hash.update(readFileSync('package-lock.json'))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Makes one plain module of each test and all of ours that it imports. The test runner reaches every import of every module
 * through a getter, for mocks: where a test counts its calls by the hundred million, that is much of its time.
 */
const bundledTests: Plugin = {
  name: 'bundled-tests',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('.test.ts')) return
    const made = await build({
      entryPoints: [id],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'error',
    })
    return made.outputFiles[0]?.text
  },
}

/** Test files in Node at once. Projects of one number run side by side: a browser that compiles leaves the other core to Node. */
const WORKERS = 2

const browser = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { executablePath: findChromiumSync(), args: GPU_FLAGS } }),
  instances: [{ browser: 'chromium' as const }],
  commands: {
    /** What the built command line answers in Node: tests/purity holds it against the same plan made in Chromium. */
    planHashInNode: (_: unknown, text: string): string => {
      const folder = mkdtempSync(join(tmpdir(), 'oneshot-plan-'))
      try {
        writeFileSync(join(folder, 'film.fountain'), text)
        const json = execFileSync(process.execPath, ['dist/cli/oneshot.js', 'plan', join(folder, 'film.fountain'), '--quiet'], {
          encoding: 'utf8',
          maxBuffer: 1 << 28,
        })
        return createHash('sha256')
          .update(canonicalize(JSON.parse(json)) ?? '')
          .digest('hex')
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  },
}

export default defineConfig(({ mode }) => ({
  plugins: [react()],
  define: { __BUILD_ID__: JSON.stringify(buildId()) },
  worker: { format: 'es' },
  build:
    mode === 'cli'
      ? {
          outDir: 'dist/cli',
          target: 'node20',
          ssr: true,
          emptyOutDir: true,
          copyPublicDir: false,
          rolldownOptions: {
            input: Object.fromEntries(CLI_ENTRIES.map((e) => [e, `src/cli/${e}.ts`])),
            external: CLI_EXTERNAL,
          },
        }
      : {
          outDir: 'dist/app',
          target: 'es2023',
          sourcemap: true,
          chunkSizeWarningLimit: 3000,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
        },
  ssr: mode === 'cli' ? { noExternal: true, external: ['playwright'] } : {},
  server: { host: '127.0.0.1' },
  optimizeDeps: {
    include: [
      'fflate',
      'suncalc',
      'comlink',
      'fountain-js',
      'mp4-muxer',
      'mediabunny',
      '@mediabunny/aac-encoder',
      'canonicalize',
      'three/webgpu',
      'three/tsl',
      'three/addons/tsl/display/BloomNode.js',
      'three/addons/tsl/display/FXAANode.js',
      'three/addons/tsl/display/GTAONode.js',
    ],
  },
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      // The page is tested as built, in e2e, where lines are not counted.
      exclude: ['src/**/*.worker.ts', 'src/app/**', 'src/cli/{oneshot,demo,must,bench,engine-worker,schemas}.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 80 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: ['tests/step-back.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.{browser,hot}.test.ts', 'tests/gpu/**', 'tests/purity/**', 'tests/deep/**'],
          testTimeout: 60_000,
          maxWorkers: WORKERS,
          // Modules are loaded once a worker, not once a file: nothing in them is changed by a test.
          isolate: false,
        },
      },
      {
        // What computes for long: counting lines would take it twice the time, so these run by themselves, uncounted.
        extends: true,
        plugins: [bundledTests],
        test: {
          name: 'hot',
          environment: 'node',
          include: ['tests/**/*.hot.test.ts'],
          exclude: ['tests/deep/**'],
          testTimeout: 60_000,
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.test.ts', 'tests/gpu/**/*.test.ts', 'tests/purity/**/*.test.ts'],
          exclude: ['tests/deep/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: WORKERS,
          // One page for all files: modules are loaded once, and the renderer that tests share is made once.
          isolate: false,
          browser: { ...browser, fileParallelism: false },
        },
      },
      {
        extends: true,
        plugins: [bundledTests],
        test: { name: 'deep', include: ['tests/deep/**/*.test.ts'], exclude: ['**/*.browser.test.ts'], testTimeout: 3_600_000 },
      },
      {
        extends: true,
        test: {
          name: 'deep-browser',
          include: ['tests/deep/**/*.browser.test.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 180_000,
          browser,
        },
      },
    ],
  },
}))
