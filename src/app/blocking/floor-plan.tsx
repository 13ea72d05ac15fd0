import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Diagnostic, ShotSlice } from '../../film'
import { planView } from '../../production/plan-view'
import { filmStore, shotAt } from '../store/film-store'
import { studio } from '../store/studio'
import { type Hand, type Picked, type Tab, tabOf } from './hand'
import { Inspector } from './inspector'
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
  if (!film || !shot) return null
  const plan = async (made: Promise<readonly Diagnostic[]>) => {
    setPlanning((n) => n + 1)
    try {
      setProblems(await made)
    } finally {
      setPlanning((n) => n - 1)
    }
  }
  const hand: Omit<Hand, 'slice'> = {
    shot,
    picked,
    pick: (what) => {
      setPicked(what)
      if (what) setTab(tabOf(what.kind))
    },
    lightOf,
    setLightOf,
    edit: (...edits) => plan(studio.edits.make(...edits)),
    unedit: (target, of) => plan(studio.edits.takeBack(target, of)),
  }
  return (
    <section
      className="floor-plan"
      aria-label="Floor plan"
      data-testid="floor-plan"
      onKeyDown={(e) => {
        if (!(e.ctrlKey || e.metaKey) || e.key.toLowerCase() !== 'z' || e.target instanceof HTMLInputElement) return
        e.preventDefault()
        void plan(studio.edits.undo())
      }}
    >
      {view && slice ? (
        <>
          <PlanDrawing view={view} tab={tab} hand={{ ...hand, slice }} planning={planning > 0} />
          <Inspector
            hand={{ ...hand, slice }}
            handles={view.handles}
            tab={tab}
            setTab={setTab}
            problems={[...problems, ...film.diagnostics.filter((d) => ABOUT_EDITS.test(d.rule) && isSeenIn(d, shot.sceneTitle))]}
          />
        </>
      ) : (
        <p className="empty">Drawing the plan …</p>
      )}
    </section>
  )
}
