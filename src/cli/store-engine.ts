import { Engine } from '../pipeline'
import { FolderStore } from './folder-store'
import { packageVersion } from './package-root'

/** An engine over a store folder that runs nothing: for listing its runs and cleaning up. */
export const storeEngine = (folder: string, now: () => number): Engine =>
  new Engine({
    store: new FolderStore(folder),
    stages: [],
    now,
    wallClock: () => new Date().toISOString(),
    resources: {},
    computedBy: `oneshot ${packageVersion()}`,
  })
