import { AIR_RANGES } from '../../departments/lighting'
import { AIR_PRESETS, type AirField } from '../../film'
import { Choice, Figure } from './figure'
import { type Hand, handValue } from './hand'

/** What hangs in the air of the scene or the shot: the preset, and how thick, how high, how fast and of what colour. */
export function AirRow({ hand: { slice, edit, edits, unedit }, target }: { readonly hand: Hand; readonly target: string }) {
  const { air } = slice.light
  const given = <T extends number | string>(field: AirField): T | undefined => handValue(edits, target, `air.${field}`) as T | undefined
  const set = (field: AirField, value: number | string, base: number | string) => edit({ target, path: `air.${field}`, value, base })
  const speed = air ? Math.hypot(air.drift[0], air.drift[2]) : 0
  const colour = given<string>('colour') ?? '#ffffff'
  return (
    <fieldset className="plan-row" aria-label="Air" data-testid="air-fields">
      <Choice
        label="Air"
        testId="air-preset"
        value={given<string>('preset') ?? ''}
        options={[
          ['', air ? `${air.preset}, as planned` : 'clear, as planned'],
          ['clear', 'clear'],
          ...AIR_PRESETS.map((name) => [name, name === 'underwater' ? 'under water' : name] as const),
        ]}
        onChange={(name) => void (name === '' ? unedit(target, 'air') : set('preset', name, ''))}
      />
      {air && (
        <>
          <Figure
            label="Density"
            unit="×"
            value={given<number>('density') ?? 1}
            least={AIR_RANGES.density[0]}
            most={AIR_RANGES.density[1]}
            step={0.25}
            onChange={(v) => set('density', v, '')}
          />
          <Figure
            label="Thins out over"
            unit="m (0: nowhere)"
            value={given<number>('height') ?? air.height}
            least={AIR_RANGES.height[0]}
            most={AIR_RANGES.height[1]}
            step={0.5}
            onChange={(v) => set('height', v, '')}
          />
          <Figure
            label="Drift"
            unit="m/s"
            value={given<number>('drift') ?? speed}
            least={AIR_RANGES.drift[0]}
            most={AIR_RANGES.drift[1]}
            step={0.1}
            onChange={(v) => set('drift', v, '')}
          />
          <input
            type="color"
            aria-label="Colour of the air"
            key={colour}
            defaultValue={colour}
            // Not while the wheel is turned: every step is a plan.
            onBlur={(e) => e.currentTarget.value !== colour && set('colour', e.currentTarget.value, '')}
          />
        </>
      )}
    </fieldset>
  )
}
