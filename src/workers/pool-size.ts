/** Render workers that memory and one graphics card bear at most. */
const MOST = 3

/**
 * How many render workers this machine keeps busy: one where the adapter is a CPU (a second gains nothing there), else
 * a third of the cores, 1 to 3: a graphics card is kept busy by few, and each holds a film's meshes.
 */
export async function poolSize(): Promise<number> {
  const adapter = await navigator.gpu?.requestAdapter()
  const { vendor = '', architecture = '', description = '' } = adapter?.info ?? {}
  if (!adapter || /swiftshader|llvmpipe|cpu/i.test(`${vendor} ${architecture} ${description}`)) return 1
  return Math.max(1, Math.min(MOST, Math.floor(navigator.hardwareConcurrency / 3)))
}
