#!/usr/bin/env node
import { join } from 'node:path'
import { processIo } from './io'
import { fail } from './main'
import { packageRoot } from './package-root'
import { readProduction } from './read-production'
import { reporterOn } from './report'
import { benchStyleKernels, benchTenActors, benchWorldFrames, runBench } from './run-bench'

/** All kernels of the styles, and serial JavaScript beside them. */
const KERNEL_GROUPS = ['colours', 'machines', 'pixels', 'displays', 'paints', 'serial'] as const

const io = processIo()
const report = reporterOn(io, { json: false, quiet: false, verbose: process.argv.includes('--verbose') })
try {
  const file = await readProduction(join(packageRoot(), 'public/samples/night-owls.fountain'), io.cwd)
  const bench = await runBench(file, { io, report })
  const styleKernels = process.argv.includes('--kernels')
    ? await benchStyleKernels({ io, report }, { runs: 9, groups: KERNEL_GROUPS })
    : undefined
  const actors = process.argv.includes('--actors') ? await benchTenActors({ io, report }) : undefined
  const world = process.argv.includes('--world') ? await benchWorldFrames({ io, report }) : undefined
  io.out(`${JSON.stringify({ ...bench, styleKernels, actors, world }, undefined, 2)}\n`)
} catch (error) {
  process.exitCode = fail(error, report, process.argv.includes('--verbose'))
}
