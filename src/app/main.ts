/** The page's entry: the studio, or with `?engine=1` the bare engine that the command line drives. */
const query = new URLSearchParams(location.search)
if (query.has('engine')) {
  const { startEnginePage } = await import('../workers')
  await startEnginePage(query.get('store') ?? undefined)
} else {
  // What the studio is made of begins part by part, each in a task of its own: all at once holds the page for 180 ms.
  await import('zod')
  await import('../film')
  await import('../departments/retro')
  await import('three/webgpu')
  await import('../render')
  await import('../production')
  await import('@react-three/fiber')
  const { startStudio } = await import('./index')
  startStudio(document.getElementById('root') as HTMLElement)
}

export {}
