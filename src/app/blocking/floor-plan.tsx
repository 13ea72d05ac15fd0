import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { cameraPointIndex, type Diagnostic, type HandEdit, type ShotSlice } from '../../film'
import { planView } from '../../production/plan-view'
import { putByHand } from '../../production/put-by-hand'
import { filmStore, seek, shotAt } from '../store/film-store'
import { studio } from '../store/studio'
import { editsOf, GRID_M, type Hand, type Picked, type Tab, tabOf } from './hand'
import { Inspector } from './inspector'
import { PictureGizmos } from './picture-gizmos'
import { PlanDrawing } from './plan-drawing'
import './floor-plan.css'

/** Findings that are about what a hand changed. */
const ABOUT_EDITS = /^edit\./
/** What stands in what is said where it is seen. */
const isSeenIn = ({ rule, message }: Diagnostic, title: string): boolean => rule !== 'edit.clash' || message.startsWith(`${title}:`)

/**
 * The shot from above, beside its picture, with an inspector under it: things of the set, lamps, the camera and people are
 * moved by hand; the shot follows.
 */
export function FloorPlan() {
  const film = useStore(filmStore, (s) => s.film)
  const frame = useStore(filmStore, (s) => s.frame)
  const shot = shotAt(film, frame)
  const [slice, setSlice] = useState<ShotSlice>()
  const [problems, setProblems] = useState<readonly Diagnostic[]>([])
  const [tab, setTab] = useState<Tab>('camera')
  const [picked, setPicked] = useState<Picked>()
  const [note, setNote] = useState<string>()
  const [isSnapping, setSnapping] = useState(true)
  const edits = useStore(filmStore, (s) => s.edits)
  const [lightOf, setLightOf] = useState<Hand['lightOf']>('scene')
  /** Edits that are not in the plan yet. */
  const [planning, setPlanning] = useState(0)
  useEffect(() => {
    let here = true
    // A plan that was made anew has the same keys and other shots.
    if (film && shot)
      void studio.slice(shot.key).then(
        (got) => here && setSlice(got),
        () => here && setSlice(undefined),
      )
    return () => {
      here = false
    }
  }, [film, shot])
  const timeS = film && shot ? ((frame - shot.startFrame) * film.plan.fps.den) / film.plan.fps.num : 0
  const withLight = tab === 'light'
  const view = useMemo(
    () => (slice && slice.shot.key === shot?.key ? planView(slice, timeS, withLight) : undefined),
    [slice, shot, timeS, withLight],
  )
  const plan = async (made: Promise<readonly Diagnostic[]>) => {
    setPlanning((n) => n + 1)
    try {
      setProblems(await made)
    } finally {
      setPlanning((n) => n - 1)
    }
  }
  useUndoKeys(plan)
  if (!film || !shot) return null
  const settle =
    (slice: ShotSlice): Hand['settle'] =>
    (held, { isFree, ...wish }) =>
      putByHand(slice, held, { ...wish, gridM: isSnapping && !isFree ? GRID_M : 0 }, timeS)
  const part = {
    shot,
    timeS,
    edits,
    isSnapping,
    say: setNote,
    picked,
    pick: (what: Picked | undefined) => {
      setNote(undefined)
      setPicked(what)
      if (what) setTab(tabOf(what.kind))
      // A point of the camera's way is seen from there.
      const key =
        what?.kind === 'camera' && slice && slice.shot.camera.keys.length > 1
          ? slice.shot.camera.keys[cameraPointIndex(slice.shot.camera, Number(what.key))]
          : undefined
      if (key) seek(shot.startFrame + Math.min(shot.frames - 1, Math.round((key.t * film.plan.fps.num) / film.plan.fps.den)))
    },
    lightOf,
    setLightOf,
    edit: (...made: readonly HandEdit[]) => plan(studio.edits.make(...made)),
    amend: (...made: readonly HandEdit[]) => plan(studio.edits.amend(...made)),
    unedit: (target: string, of: string) => plan(studio.edits.takeBack(target, of)),
  }
  const handOf = (slice: ShotSlice): Hand => ({
    ...part,
    slice,
    settle: settle(slice),
    put: async (held, wish) => {
      const put = settle(slice)(held, wish)
      setNote(put.refused ? `Not there: ${put.refused}` : put.held)
      const made = put.refused ? [] : editsOf(held, put, { shot, slice, lightOf })
      if (made.length > 0) await part.edit(...made)
    },
  })
  const hand = view && slice ? handOf(slice) : undefined
  return (
    <>
      <section className="floor-plan" aria-label="Floor plan" data-testid="floor-plan">
        {view && hand ? (
          <>
            <PlanDrawing view={view} tab={tab} hand={hand} planning={planning > 0} />
            <Inspector
              hand={hand}
              handles={view.handles}
              tab={tab}
              setTab={setTab}
              setSnapping={setSnapping}
              reset={(edit) => plan(studio.edits.reset(edit))}
              problems={[...problems, ...film.diagnostics.filter((d) => ABOUT_EDITS.test(d.rule) && isSeenIn(d, shot.sceneTitle))]}
            />
          </>
        ) : (
          <p className="empty">Drawing the plan …</p>
        )}
      </section>
      {view && hand && <PictureGizmos view={view} tab={tab} hand={hand} planning={planning > 0} note={note} />}
    </>
  )
}

/** Undo and redo by keys, while the plan is open; fields that are typed in have their own. */
function useUndoKeys(plan: (made: Promise<readonly Diagnostic[]>) => Promise<void>): void {
  const planNow = useRef(plan)
  planNow.current = plan
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      const key = e.key.toLowerCase()
      const on = e.target as HTMLElement | null
      if (
        !(e.ctrlKey || e.metaKey) ||
        (key !== 'z' && key !== 'y') ||
        on?.closest('input:not([type=range], [type=checkbox], [type=radio]), textarea')
      )
        return
      e.preventDefault()
      void planNow.current(key === 'y' || e.shiftKey ? studio.edits.redo() : studio.edits.undo())
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
