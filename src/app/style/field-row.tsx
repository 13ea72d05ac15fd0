import { useEffect, useId, useState } from 'react'
import type { Style } from '../../departments/retro'
import { changesBack, changeTo, type Field, isChanged, valueAt } from '../store/style-fields'
import { loadCubeFile } from '../store/style-files'
import { changeStyle } from '../store/styles'

interface Props {
  readonly field: Field
  readonly style: Style
  /** The style before it was worked on. */
  readonly before: Style
}

/** One value of a style: its name, a control of its kind, and a way back where it was changed. */
export function FieldRow({ field, style, before }: Props) {
  const id = useId()
  const value = valueAt(style, field.path) ?? null
  const set = (to: unknown) => changeStyle(changeTo(style, field.path, to))
  const absent = field.start !== undefined && field.kind !== 'presence' && field.kind !== 'choice' && field.kind !== 'palette'
  return (
    <div className={`field is-${field.kind}`}>
      <label htmlFor={id} title={field.help}>
        {field.label}
        {field.unit && <em>{field.unit}</em>}
      </label>
      {absent && (
        <input
          type="checkbox"
          checked={value !== null}
          aria-label={`${field.label}: on`}
          onChange={(e) => set(e.target.checked ? field.start : null)}
        />
      )}
      {(value !== null || !absent) && <Control id={id} field={field} value={value} set={set} />}
      {isChanged(field, style, before) && (
        <Back
          name={field.label}
          onClick={() => changeStyle(changesBack(style, before, [field]))}
          testId={`reset-${field.path.join('.')}`}
        />
      )}
    </div>
  )
}

/** Brings something back to what it was. */
export const Back = ({ name, onClick, testId }: { readonly name: string; readonly onClick: () => void; readonly testId: string }) => (
  <button type="button" className="back" aria-label={`Reset ${name}`} title="Reset" data-testid={testId} onClick={onClick}>
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path d="M3 7a5 5 0 1 1 1 4M3 2v5h5" fill="none" stroke="currentColor" strokeWidth="1.600" />
    </svg>
  </button>
)

interface ControlProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly set: (to: unknown) => void
}

function Control({ id, field, value, set }: ControlProps) {
  const testId = `field-${field.path.join('.')}`
  switch (field.kind) {
    case 'number':
      return <Slider id={id} {...field} value={value as number} set={set} testId={testId} />
    case 'triple':
      return (
        <div className="triple">
          {(value as readonly number[]).map((n, i) => (
            <Slider
              // biome-ignore lint/suspicious/noArrayIndexKey: red, green and blue stay where they are
              key={i}
              id={i === 0 ? id : undefined}
              {...field}
              name={`${field.label} ${['red', 'green', 'blue'][i]}`}
              value={n}
              set={(to) => set((value as readonly number[]).map((v, at) => (at === i ? to : v)))}
              testId={`${testId}.${i}`}
            />
          ))}
        </div>
      )
    case 'choice':
      return (
        <select
          id={id}
          value={String(value ?? '')}
          data-testid={testId}
          onChange={(e) => set(field.choices.find((c) => String(c.value ?? '') === e.target.value)?.value ?? null)}
        >
          {field.choices.map((c) => (
            <option key={c.value} value={c.value ?? ''}>
              {c.label}
            </option>
          ))}
        </select>
      )
    case 'switch':
      return <input id={id} type="checkbox" checked={value === true} data-testid={testId} onChange={(e) => set(e.target.checked)} />
    case 'presence':
      return (
        <input
          id={id}
          type="checkbox"
          checked={value !== null}
          data-testid={testId}
          onChange={(e) => set(e.target.checked ? field.start : null)}
        />
      )
    case 'colour':
      return <input id={id} type="color" value={value as string} data-testid={testId} onChange={(e) => set(e.target.value)} />
    case 'rows':
      return <Rows id={id} value={value as readonly unknown[]} deep={field.deep} set={set} testId={testId} />
    case 'table':
      return <CubeTable id={id} value={value as Style['film']['lut']} set={set} />
    case 'palette':
      return null
  }
}

interface SliderProps {
  readonly id: string | undefined
  readonly name?: string
  readonly min: number
  readonly max: number | undefined
  readonly step: number
  readonly value: number
  readonly set: (to: number) => void
  readonly testId: string
}

/** A slider and the number it stands at, which may be typed. */
function Slider({ id, name, min, max, step, value, set, testId }: SliderProps) {
  const [typed, setTyped] = useState<string>()
  const type = (text: string) => {
    const n = Number(text)
    const good = text.trim() !== '' && Number.isFinite(n) && n >= min && n <= (max ?? Number.POSITIVE_INFINITY)
    setTyped(text)
    if (good) set(step === 1 ? Math.round(n) : n)
  }
  return (
    <>
      {max !== undefined && (
        <input
          id={id}
          type="range"
          {...{ min, max, step, value }}
          aria-label={name}
          data-testid={testId}
          style={{ '--at': `${(100 * (value - min)) / (max - min)}%` } as React.CSSProperties}
          onChange={(e) => set(Number(e.target.value))}
        />
      )}
      <input
        id={max === undefined ? id : undefined}
        type="number"
        {...{ min, max, step }}
        value={typed ?? tidy(value)}
        aria-label={max === undefined ? name : 'as a number'}
        onChange={(e) => type(e.target.value)}
        onBlur={() => setTyped(undefined)}
      />
    </>
  )
}

const tidy = (n: number): string => String(Math.round(n * 1000) / 1000)

/** Whole numbers in rows, typed; taken when they are some. */
function Rows({
  id,
  value,
  deep,
  set,
  testId,
}: {
  readonly id: string
  readonly value: readonly unknown[]
  readonly deep: 1 | 2
  readonly set: (to: unknown) => void
  readonly testId: string
}) {
  const text = deep === 1 ? (value as number[]).join(' ') : (value as number[][]).map((row) => row.join(' ')).join('\n')
  const [typed, setTyped] = useState(text)
  useEffect(() => setTyped(text), [text])
  const take = () => {
    const rows = typed
      .trim()
      .split('\n')
      .map((line) =>
        line
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      )
    if (rows.every((row) => row.every(Number.isInteger))) set(deep === 1 ? rows.flat() : rows)
    else setTyped(text)
  }
  return (
    <textarea
      id={id}
      rows={Math.min(8, typed.split('\n').length + 1)}
      spellCheck={false}
      value={typed}
      data-testid={testId}
      onChange={(e) => setTyped(e.target.value)}
      onBlur={take}
    />
  )
}

function CubeTable({ id, value, set }: { readonly id: string; readonly value: Style['film']['lut']; readonly set: (to: unknown) => void }) {
  return (
    <span className="files">
      <label className="button">
        {value ? `${value.size}³ colours` : 'Load …'}
        <input
          id={id}
          type="file"
          accept=".cube"
          onChange={(e) => {
            const file = e.target.files?.[0]
            e.target.value = ''
            if (file) void loadCubeFile(file)
          }}
        />
      </label>
      {value && (
        <button type="button" onClick={() => set(null)}>
          None
        </button>
      )}
    </span>
  )
}
