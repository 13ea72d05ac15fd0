import { timeJob } from './bench-job'
import { copyJobs, fewJobs } from './few-jobs'
import { median } from './median'
import { type StyleGroup, styleJobs } from './style-jobs'

/** What belongs together: what every film needs, and what styles are made of. */
export type JobGroup = 'film' | StyleGroup

/** Size of the picture and how often each kernel is timed. */
export type KernelBenchOptions = {
  readonly width: number
  readonly height: number
  readonly runs: number
  /** What is timed beside the copy; by default what every film needs. */
  readonly groups?: readonly JobGroup[]
  /** Of these, whatever is named; by default all. */
  readonly only?: readonly string[]
}

export type KernelTime = {
  readonly name: string
  /** What it read and wrote, e.g. `1280×720 → 256×240`. */
  readonly work: string
  /** Median milliseconds of one run. */
  readonly ms: number
  /** Median of the ratios to the compute copy of the same round; the picture copied is the bench's own size. */
  readonly timesCopy: number
  /** The same against another kernel, where the two are to be compared. */
  readonly against?: { readonly name: string; readonly times: number }
}

export type KernelBench = {
  readonly adapter: string
  readonly width: number
  readonly height: number
  readonly runs: number
  readonly kernels: readonly KernelTime[]
}

/** Each timing lasts about this long, so that the queue's own delay is small beside it. */
const BATCH_MS = 40
const MOST_IN_A_BATCH = 64

/**
 * Times each kernel and whole styles on `device`, against a compute copy of a `width` × `height`
 * picture: in every round all of them take a turn, so that a busy machine slows them alike; reported
 * are medians. Needs a GPUDevice only, so it also runs in Node where the `webgpu` package gives one.
 * @param onRound called when that many of all rounds are done; the first counts what compiles.
 * @throws RangeError for sizes under 64 or runs under 1.
 */
export async function benchKernels(
  device: GPUDevice,
  { width, height, runs, groups: wanted = ['film'], only }: KernelBenchOptions,
  onRound: (done: number, rounds: number) => void = () => {},
): Promise<KernelBench> {
  if (!Number.isInteger(width) || !Number.isInteger(height) || width < 64 || height < 64)
    throw new RangeError(`benchKernels: width and height must be whole and at least 64, got ${width}×${height}`)
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`benchKernels: runs must be whole and at least 1, got ${runs}`)
  const groups = [await copyJobs(device, width, height)]
  if (wanted.includes('film')) groups.push(await fewJobs(device, width, height))
  groups.push(await styleJobs(device, width, height, wanted))
  const jobs = groups.flatMap((group) => group.jobs).filter(({ name }) => name === 'copy' || !only || only.includes(name))
  const batches: number[] = []
  for (const job of jobs) {
    await timeJob(device, job, 1) // first use compiles and uploads
    const once = await timeJob(device, job, 2)
    batches.push(Math.max(1, Math.min(MOST_IN_A_BATCH, Math.round(BATCH_MS / Math.max(once, 0.01)))))
  }
  const rounds: number[][] = []
  onRound(1, runs + 1)
  for (let round = 0; round < runs; round++) {
    const times: number[] = []
    for (const [i, job] of jobs.entries()) times.push(await timeJob(device, job, batches[i]!))
    rounds.push(times)
    onRound(round + 2, runs + 1)
  }
  for (const { destroy } of groups) destroy()
  const ratio = (i: number, to: number) => hundredths(median(rounds.map((times) => times[i]! / Math.max(times[to]!, 1e-6))))
  const kernels = jobs.map(({ name, work, against }, i) => {
    const other = jobs.findIndex((job) => job.name === against)
    return {
      name,
      work,
      ms: hundredths(median(rounds.map((times) => times[i]!))),
      timesCopy: ratio(i, 0),
      ...(other < 0 ? {} : { against: { name: jobs[other]!.name, times: ratio(i, other) } }),
    }
  })
  const { vendor, architecture, device: model, description } = device.adapterInfo
  return { adapter: [vendor, architecture, model, description].filter(Boolean).join(' · '), width, height, runs, kernels }
}

const hundredths = (value: number): number => Math.round(value * 100) / 100
