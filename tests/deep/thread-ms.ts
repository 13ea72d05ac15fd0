/**
 * Milliseconds that a thread's work took it at most: not more than passed, which other work on the machine lengthens, nor more
 * than the whole process worked, which has threads beside it that compile and collect.
 */
export function threadMs(work: () => void): number {
  const [from, before] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(before)
  return Math.min(performance.now() - from, (user + system) / 1000)
}
