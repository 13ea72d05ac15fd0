import { useState } from 'react'
import { useStore } from 'zustand'
import { DISPLAYS, type Style } from '../../departments/retro'
import { filmStore } from '../store/film-store'
import { changesBack, type FieldSection, fieldSections, isChanged } from '../store/style-fields'
import { loadStyleFile } from '../store/style-files'
import type { SectionKey } from '../store/style-words'
import { changeStyle, resetStyle, styleBefore, styleNow, stylesStore } from '../store/styles'
import { Back, FieldRow } from './field-row'
import { PaletteEditor } from './palette-editor'
import { SaveStyle } from './save-style'

/** Every value of the style in use, by sections, in the order in which they are applied. */
export function StyleControls() {
  const id = useStore(filmStore, (s) => s.style)
  const styles = useStore(stylesStore)
  const style = styleNow(id, styles)
  const before = styleBefore(id, styles)
  // What the reader opened or shut stays so; the rest is open where a style of its kind has most to choose.
  const [opened, setOpened] = useState<Readonly<Partial<Record<SectionKey, boolean>>>>({})
  const isOpen = (key: SectionKey) => opened[key] ?? (style.resolution ? key === 'colours' || key === 'dither' : key === 'film')
  return (
    <section className="controls-panel" aria-label="Style" data-testid="style-controls">
      <header>
        <h2>
          {style.name}
          {style !== before && <i className="dot" role="img" aria-label="changed" />}
        </h2>
        <p>{style.about}</p>
        <div className="deeds">
          <SaveStyle style={style} />
          <label className="button">
            Load …
            <input
              type="file"
              accept=".yaml,.yml,.json"
              data-testid="load-style"
              onChange={(e) => {
                const file = e.target.files?.[0]
                e.target.value = ''
                if (file) void loadStyleFile(file)
              }}
            />
          </label>
          {style !== before && (
            <button type="button" data-testid="reset-style" onClick={resetStyle}>
              Reset all
            </button>
          )}
        </div>
      </header>
      <div className="sections">
        {fieldSections(style).map((section) => (
          <Section
            key={section.key}
            section={section}
            style={style}
            before={before}
            open={isOpen(section.key)}
            toggle={(to) => setOpened((was) => ({ ...was, [section.key]: to }))}
          />
        ))}
      </div>
    </section>
  )
}

function Section({
  section: { key, title, fields },
  style,
  before,
  open,
  toggle,
}: {
  readonly section: FieldSection
  readonly style: Style
  readonly before: Style
  readonly open: boolean
  readonly toggle: (to: boolean) => void
}) {
  const changed = fields.some((field) => isChanged(field, style, before))
  return (
    <details open={open} onToggle={(e) => e.currentTarget.open !== open && toggle(e.currentTarget.open)} data-testid={`section-${key}`}>
      <summary>
        <span>{title}</span>
        <small>{gist(key, style)}</small>
        {changed && <Back name={title} testId={`reset-section-${key}`} onClick={() => changeStyle(changesBack(style, before, fields))} />}
      </summary>
      {open && (
        <div className="fields">
          {key === 'colours' && <PaletteEditor style={style} />}
          {key === 'display' && <DisplayPresets style={style} />}
          {fields
            .filter((field) => field.kind !== 'palette')
            .map((field) => (
              <FieldRow key={field.path.join('.')} field={field} style={style} before={before} />
            ))}
        </div>
      )}
    </details>
  )
}

/** A display by name: what its fields begin with. */
function DisplayPresets({ style }: { readonly style: Style }) {
  const now = JSON.stringify(style.display)
  const preset = DISPLAYS.find((d) => JSON.stringify(d.display) === now)
  return (
    <div className="field is-choice">
      <label htmlFor="display-preset" title={preset?.about}>
        Preset
      </label>
      <select
        id="display-preset"
        value={preset?.id ?? ''}
        data-testid="display-preset"
        onChange={(e) => {
          const chosen = DISPLAYS.find((d) => d.id === e.target.value)
          if (chosen) changeStyle({ display: chosen.display })
        }}
      >
        {!preset && <option value="">Its own</option>}
        {DISPLAYS.map((d) => (
          <option key={d.id} value={d.id}>
            {d.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What a section comes to, in a word or two. */
function gist(key: SectionKey, style: Style): string {
  switch (key) {
    case 'film':
      return style.film.grade === 'none' ? '' : style.film.grade
    case 'scene':
      return style.fps ? `${style.fps}/s` : ''
    case 'ink':
      return style.ink.paint === 'plain' ? '' : style.ink.paint
    case 'pixels':
      return style.resolution ? `${style.resolution.width} × ${style.resolution.height}` : ''
    case 'colours':
      return style.palette
        ? String(style.palette.length)
        : style.mixes
          ? (style.mixes.count ?? style.mixes.levels.reduce((a, b) => a * b)).toLocaleString('en')
          : ''
    case 'dither':
      return style.dither.kind === 'none' ? '' : style.dither.kind.replace(/-/g, ' ')
    case 'display':
      return { plain: '', crt: 'tube', lcd: 'LCD' }[style.display.kind]
    default:
      return ''
  }
}
