import { type KeyboardEvent, memo, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { stringify } from 'yaml'
import { useStore } from 'zustand'
import type { Diagnostic, PlannedShot, ShotSlice, Vec3 } from '../../film'
import { CAMERA_FILES, type CameraFileKind, cameraFile } from '../../production/camera-files'
import { type PlanHandle, type PlanLine, type PlanPoint, type PlanView, planView } from '../../production/plan-view'
import { filmStore, shotAt } from '../store/film-store'
import { saveEquipment, saveLightPlot } from '../store/paperwork'
import { saveFile } from '../store/save-file'
import { studio } from '../store/studio'
import './floor-plan.css'

/** Metres by which an arrow key moves what has the focus; with shift. */
const STEP_M = { fine: 0.1, coarse: 0.5 } as const

/** The shot from above, beside its picture. People, the camera and what it looks at are moved by hand; the shot follows. */
export function FloorPlan() {
  const film = useStore(filmStore, (s) => s.film)
  const frame = useStore(filmStore, (s) => s.frame)
  const shot = shotAt(film, frame)
  const [slice, setSlice] = useState<ShotSlice>()
  const [problems, setProblems] = useState<readonly Diagnostic[]>([])
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
  const view = useMemo(() => (slice && slice.shot.key === shot?.key ? planView(slice, timeS) : undefined), [slice, shot, timeS])
  if (!film || !shot) return null
  return (
    <section className="floor-plan" aria-label="Floor plan" data-testid="floor-plan">
      {view && slice ? (
        <>
          <Drawing view={view} shot={shot} onSaid={setProblems} />
          <PlanDeck
            slice={slice}
            shot={shot}
            problems={[...problems, ...film.diagnostics.filter((d) => d.rule === 'edit.lost')]}
            onSaid={setProblems}
          />
        </>
      ) : (
        <p className="empty">Drawing the plan …</p>
      )}
    </section>
  )
}

/** A handle under way: where the pointer took hold of it, and where it is now. */
interface Dragged {
  readonly handle: PlanHandle
  readonly from: PlanPoint
  readonly at: PlanPoint
}

/** How far something was dragged, metres. */
const pulled = ({ from, at }: Dragged): PlanPoint => [at[0] - from[0], at[1] - from[1]]

/** What a handle edits: whose, and which of its values. */
function targetOf({ kind, key }: PlanHandle, shot: PlannedShot): { readonly target: string; readonly path: string } {
  if (kind === 'person') return { target: shot.sceneKey, path: `people.${key}` }
  return { target: shot.key, path: `camera.keys.${key}.${kind === 'camera' ? 'position' : 'target'}` }
}

function Drawing({
  view,
  shot,
  onSaid,
}: {
  readonly view: PlanView
  readonly shot: PlannedShot
  readonly onSaid: (problems: readonly Diagnostic[]) => void
}) {
  const svg = useRef<SVGSVGElement>(null)
  const [dragged, setDragged] = useState<Dragged>()
  const [planning, setPlanning] = useState(false)
  const { box } = view
  const pointAt = (e: PointerEvent): PlanPoint | undefined => {
    const matrix = svg.current?.getScreenCTM()
    if (!matrix) return
    const { x, y } = new DOMPoint(e.clientX, e.clientY).matrixTransform(matrix.inverse())
    return [x, y]
  }
  const move = async (handle: PlanHandle, [dx, dz]: PlanPoint) => {
    setPlanning(true)
    const [x, y, z] = handle.place
    const value: Vec3 = [Math.round((x + dx) * 1000) / 1000, y, Math.round((z + dz) * 1000) / 1000]
    try {
      onSaid(await studio.edit({ ...targetOf(handle, shot), value, base: handle.place }))
    } finally {
      setPlanning(false)
      setDragged(undefined)
    }
  }
  const byKey = (e: KeyboardEvent, handle: PlanHandle) => {
    const step = e.shiftKey ? STEP_M.coarse : STEP_M.fine
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[e.key]
    if (!by) return
    e.preventDefault()
    e.stopPropagation()
    void move(handle, [by[0]!, by[1]!])
  }
  return (
    <svg
      ref={svg}
      className={planning ? 'plan-drawing is-planning' : 'plan-drawing'}
      viewBox={`${box.x} ${box.z} ${box.width} ${box.depth}`}
      role="img"
      aria-label={`Plan of ${shot.sceneTitle}`}
      onPointerMove={(e) => {
        const at = dragged && !planning ? pointAt(e) : undefined
        if (dragged && at) setDragged({ ...dragged, at })
      }}
      onPointerCancel={() => setDragged(undefined)}
      onPointerUp={() => {
        if (!dragged || planning) return
        const by = pulled(dragged)
        if (Math.hypot(...by) > 0.02) void move(dragged.handle, by)
        else setDragged(undefined)
      }}
    >
      {view.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and keep their order
        <Line key={i} line={line} />
      ))}
      {view.labels.map(({ at, text, layer }) => (
        <text key={`${text} ${at[0]} ${at[1]}`} x={at[0]} y={at[1] + 0.05} className={`plan-label of-${layer}`}>
          {text}
        </text>
      ))}
      {dragged && <Pull dragged={dragged} />}
      {view.handles.map((handle) => {
        const [dx, dz] = dragged && isSame(dragged.handle, handle) ? pulled(dragged) : [0, 0]
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
          <circle
            key={`${handle.kind} ${handle.key}`}
            className={`plan-handle of-${handle.kind}`}
            cx={handle.at[0] + dx}
            cy={handle.at[1] + dz}
            r={handle.kind === 'aim' ? 0.16 : 0.3}
            role="button"
            tabIndex={0}
            aria-label={`Move ${handle.title}`}
            data-testid={`handle-${handle.kind}-${handle.key}`}
            onPointerDown={(e) => {
              const at = pointAt(e)
              if (!at || planning) return
              e.currentTarget.ownerSVGElement?.setPointerCapture(e.pointerId)
              setDragged({ handle, from: at, at })
            }}
            onKeyDown={(e) => byKey(e, handle)}
          >
            <title>{handle.title}</title>
          </circle>
        )
      })}
    </svg>
  )
}

/** From where a handle was to where it is. */
function Pull({ dragged }: { readonly dragged: Dragged }) {
  const [x, z] = dragged.handle.at
  const [dx, dz] = pulled(dragged)
  return <line className="plan-pull" x1={x} y1={z} x2={x + dx} y2={z + dz} />
}

const isSame = (a: PlanHandle, b: PlanHandle): boolean => a.kind === b.kind && a.key === b.key

/** One line; drawn anew only when it is another. */
const Line = memo(
  function Line({ line: { layer, d, title } }: { readonly line: PlanLine }) {
    return (
      <path d={d} className={`plan-line of-${layer}`}>
        {title && <title>{title}</title>}
      </path>
    )
  },
  (a, b) => a.line.d === b.line.d && a.line.layer === b.line.layer && a.line.title === b.line.title,
)

/** Figures of the camera, and what was moved. */
function PlanDeck({
  slice,
  shot,
  problems,
  onSaid,
}: {
  readonly slice: ShotSlice
  readonly shot: PlannedShot
  readonly problems: readonly Diagnostic[]
  readonly onSaid: (problems: readonly Diagnostic[]) => void
}) {
  const edits = useStore(filmStore, (s) => s.edits)
  const before = useStore(filmStore, (s) => s.editsBefore)
  const { camera } = slice.shot
  const [first] = camera.keys
  const height = first?.position ?? [0, 1.5, 0]
  return (
    <div className="plan-deck">
      <Figure
        label="Lens"
        unit="mm"
        value={camera.lensMm}
        least={8}
        most={400}
        step={1}
        onChange={(value) => void studio.edit({ target: shot.key, path: 'camera.lensMm', value, base: camera.lensMm }).then(onSaid)}
      />
      <Figure
        label="Camera height"
        unit="m"
        value={height[1]}
        least={0.05}
        most={30}
        step={0.05}
        onChange={(y) =>
          void studio
            .edit({ target: shot.key, path: 'camera.keys.0.position', value: [height[0], y, height[2]], base: height })
            .then(onSaid)
        }
      />
      <button type="button" disabled={before.length === 0} data-testid="undo-edit" onClick={() => void studio.undoEdit()}>
        Undo
      </button>
      <select
        aria-label="Save this shot's camera"
        data-testid="save-camera"
        value=""
        onChange={(e) => {
          const kind = e.target.value as CameraFileKind
          saveFile(`${shot.address}.${kind}`, cameraFile(slice, kind))
        }}
      >
        <option value="" disabled>
          Save camera …
        </option>
        {Object.entries(CAMERA_FILES).map(([kind, reader]) => (
          <option key={kind} value={kind}>
            {reader} (.{kind})
          </option>
        ))}
      </select>
      <Papers />
      {edits.length > 0 && (
        <details className="notes">
          <summary data-testid="edit-count">{edits.length === 1 ? '1 move by hand' : `${edits.length} moves by hand`}</summary>
          <p>They are in every export. To keep them, put this into the production:</p>
          <pre>{stringify({ edits }, { lineWidth: 110 })}</pre>
        </details>
      )}
      {problems.map((d) => (
        <p key={`${d.rule} ${d.message}`} className="plan-problem" role="alert">
          {d.message}. {d.remedy}.
        </p>
      ))}
    </div>
  )
}

/** Papers of the film that come of its plan. */
const PAPERS = {
  'light-plot': { name: 'Light plot and power schedule (.pdf)', save: saveLightPlot },
  equipment: { name: 'Equipment list (.pdf)', save: () => saveEquipment('pdf') },
  'equipment-table': { name: 'Equipment list (.csv)', save: () => saveEquipment('csv') },
} as const

/** Saves the light plot or the equipment list. */
function Papers() {
  const [state, setState] = useState<'idle' | 'setting' | 'failed'>('idle')
  const save = async (paper: keyof typeof PAPERS) => {
    setState('setting')
    try {
      await PAPERS[paper].save()
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <select
        aria-label="Save a paper of the film"
        data-testid="save-paper"
        value=""
        disabled={state === 'setting'}
        onChange={(e) => void save(e.target.value as keyof typeof PAPERS)}
      >
        <option value="" disabled>
          {state === 'setting' ? 'Setting …' : 'Save paper …'}
        </option>
        {Object.entries(PAPERS).map(([key, { name }]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {state === 'failed' && (
        <p className="plan-problem" role="alert">
          The paper could not be set. Try again when the film is planned.
        </p>
      )}
    </>
  )
}

/** A number that takes effect when it is left or confirmed. */
function Figure({
  label,
  unit,
  value,
  least,
  most,
  step,
  onChange,
}: {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly onChange: (value: number) => void
}) {
  const shown = String(Math.round(value * 100) / 100)
  return (
    <label className="plan-figure">
      {label}
      <input
        key={shown}
        type="number"
        min={least}
        max={most}
        step={step}
        defaultValue={shown}
        onKeyDown={(e) => e.key === 'Enter' && e.currentTarget.blur()}
        onBlur={(e) => {
          const next = Number(e.currentTarget.value)
          if (e.currentTarget.value !== shown && Number.isFinite(next)) onChange(Math.min(most, Math.max(least, next)))
        }}
      />
      {unit}
    </label>
  )
}
