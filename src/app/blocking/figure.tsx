import { useId } from 'react'

/** A number that takes effect when it is left or confirmed. */
export function Figure({
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

/** One of some words. */
export function Choice({
  label,
  value,
  options,
  testId,
  onChange,
}: {
  readonly label: string
  readonly value: string
  /** Value and what is read; */
  readonly options: readonly (readonly [string, string])[]
  readonly testId?: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  // What is set elsewhere is shown too.
  const all = options.some(([v]) => v === value) ? options : [[value, value] as const, ...options]
  return (
    <label className="plan-figure" htmlFor={id}>
      {label}
      <select id={id} value={value} data-testid={testId} onChange={(e) => onChange(e.target.value)}>
        {all.map(([v, words]) => (
          <option key={v} value={v}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
