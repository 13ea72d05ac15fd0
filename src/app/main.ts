/** The page's entry: the studio, or with `?engine=1` the bare engine that the command line drives. */
const query = new URLSearchParams(location.search)
if (query.has('engine')) {
  const { startEnginePage } = await import('../workers')
  await startEnginePage(query.get('store') ?? undefined)
} else {
  const { startStudio } = await import('./index')
  startStudio(document.getElementById('root') as HTMLElement)
}

export {}
