import { type ReactNode, useState } from 'react'
import type { ModelWish } from '../../workers'
import { saveModel } from '../store/models'
import { messageOf } from '../store/words'

/** A button that saves something for other programs. @param name of the file, without its ending. */
export function SaveModel({ wish, name, children }: { readonly wish: ModelWish; readonly name: string; readonly children: ReactNode }) {
  const [state, setState] = useState<'making' | { readonly problem: string }>()
  return (
    <>
      <button
        type="button"
        data-testid={`save-model-${wish.kind}`}
        disabled={state === 'making'}
        onClick={() => {
          setState('making')
          saveModel(wish, name).then(
            () => setState(undefined),
            (error: unknown) => setState({ problem: messageOf(error) }),
          )
        }}
      >
        {state === 'making' ? 'Making it …' : children}
      </button>
      {state && state !== 'making' && (
        <span className="plan-problem" role="alert">
          {state.problem}
        </span>
      )}
    </>
  )
}
