#!/usr/bin/env node
import { processIo } from './io'
import { fail } from './main'
import { makeDemo } from './make-demo'
import { parseArguments } from './parse-arguments'
import { reporterOn } from './report'

const io = processIo()
const words = process.argv.slice(2)
const loudness = { json: words.includes('--json'), quiet: false, verbose: words.includes('--verbose') }
const report = reporterOn(io, loudness)
try {
  const flags = [
    { name: 'full', help: 'the whole film, however long it takes' },
    { name: 'out', short: 'o', value: 'PATH', help: 'where it goes' },
    { name: 'json', help: 'progress as newline-delimited JSON' },
    { name: 'verbose', help: 'say details too' },
  ]
  const args = parseArguments(words, flags, 'demo')
  io.out(`${await makeDemo({ full: args.switches.has('full'), out: args.values.get('out') ?? 'out/night-owls.mp4' }, { io, report })}\n`)
} catch (error) {
  process.exitCode = fail(error, report, loudness.verbose)
}
