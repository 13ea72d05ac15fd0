import type { TaskContext } from '../../pipeline'
import type { RenderHooks } from '../crew'
import type { FilmRun } from './film-run'

/** A renderer's questions, answered by the task it works for. */
export function hooksOf(run: FilmRun, context: TaskContext): RenderHooks {
  return {
    sliceFor: (key) => run.crew.planner.slice(key),
    watch: context.watch,
    gate: async (done, picture) => {
      context.progress(done, undefined, picture)
      if (context.signal.aborted) return false
      // Answers when the run goes on; a run that is cancelled while paused says so.
      return context.checkpoint().then(
        () => !context.signal.aborted,
        () => false,
      )
    },
  }
}
