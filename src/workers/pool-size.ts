/** Renderers that memory and one graphics card bear at most. */
const MOST = 3

/** Whether WebGPU is drawn by the processor here: no graphics card, or none that the browser trusts. */
export async function isDrawnByProcessor(): Promise<boolean> {
  const adapter = await navigator.gpu?.requestAdapter()
  const { vendor = '', architecture = '', description = '' } = adapter?.info ?? {}
  return !adapter || /swiftshader|llvmpipe|cpu/i.test(`${vendor} ${architecture} ${description}`)
}

/**
 * How many renderers this machine keeps busy: one where the processor draws (a second gains nothing there), else a third of
 * the cores, 1 to 3: a graphics card is kept busy by few, and each holds a film's meshes.
 */
export async function poolSize(): Promise<number> {
  if (await isDrawnByProcessor()) return 1
  return Math.max(1, Math.min(MOST, Math.floor(navigator.hardwareConcurrency / 3)))
}
