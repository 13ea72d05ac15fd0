import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { type ColourCount, countColours, PALETTE_ENDINGS, PALETTES, type Style } from '../../departments/retro'
import { roomPictures } from '../store/room-pictures'
import { changeTo } from '../store/style-fields'
import { loadPaletteFile } from '../store/style-files'
import { changeStyle, stylesStore } from '../store/styles'
import { messageOf } from '../store/words'

/** How many colours a palette is taken with. */
const COUNTS = [2, 4, 8, 16, 32, 64, 128, 256] as const

/** The colours of the style: those of its palette, each with its share of the picture, or those that its machine mixed for it. */
export function PaletteEditor({ style }: { readonly style: Style }) {
  const native = useStore(roomPictures, (s) => s.native)
  const counts = useMemo(() => (native?.style === style ? countColours(native.rgba) : undefined), [native, style])
  const pixels = native ? native.width * native.height : 1
  const [at, setAt] = useState<number>()
  const { palette } = style
  const set = (colours: readonly string[] | null) => changeStyle(changeTo(style, ['palette'], colours))
  const shown: readonly ColourCount[] = palette
    ? palette.map((colour) => ({ colour, pixels: counts?.find((c) => c.colour === colour)?.pixels ?? 0 }))
    : (counts ?? []).slice(0, 256)
  const most = shown.reduce((m, c) => Math.max(m, c.pixels), 1)
  const selected = palette && at !== undefined && at < palette.length ? at : undefined
  return (
    <div className="palette" data-testid="palette">
      <p className="palette-head">
        <b data-testid="palette-count">{palette ? `${palette.length} colours` : style.mixes ? 'Mixed by the machine' : 'All colours'}</b>
        {counts && <span>{counts.length} in this picture</span>}
      </p>
      {shown.length > 0 && (
        <ul className="swatches" aria-label={palette ? 'Palette' : 'Colours of this picture'}>
          {shown.map(({ colour, pixels: n }, i) => (
            <li key={colour}>
              <button
                type="button"
                disabled={!palette}
                aria-pressed={i === selected}
                title={`${colour}: ${n.toLocaleString('en')} pixels, ${((100 * n) / pixels).toFixed(1)} %`}
                style={{ background: colour }}
                onClick={() => setAt(i === at ? undefined : i)}
              >
                <span className="hidden">{colour}</span>
                {n > 0 && <i style={{ height: `${Math.max(6, 100 * Math.sqrt(n / most))}%` }} />}
              </button>
            </li>
          ))}
        </ul>
      )}
      {palette && selected !== undefined && (
        <div className="swatch-deeds">
          <input
            type="color"
            value={palette[selected]}
            aria-label="This colour"
            onChange={(e) => !palette.includes(e.target.value) && set(palette.map((c, i) => (i === selected ? e.target.value : c)))}
          />
          <code>{palette[selected]}</code>
          <button type="button" disabled={palette.length <= 2} onClick={() => set(palette.filter((_, i) => i !== selected))}>
            Remove
          </button>
        </div>
      )}
      <div className="palette-deeds">
        <select
          value=""
          aria-label="Take a palette"
          data-testid="palettes"
          onChange={(e) => {
            const { value } = e.target
            if (value === 'none') set(null)
            else set(PALETTES.find((p) => p.id === value)?.colours ?? palette)
          }}
        >
          <option value="">Palette …</option>
          {palette && <option value="none">None: all colours</option>}
          {PALETTES.map((p) => (
            <option key={p.id} value={p.id}>
              {p.name} ({p.colours.length})
            </option>
          ))}
        </select>
        <FromPicture set={set} />
        <label className="button" title={PALETTE_ENDINGS.map((e) => `.${e}`).join(' ')}>
          File …
          <input
            type="file"
            accept={PALETTE_ENDINGS.map((e) => `.${e}`).join(',')}
            data-testid="palette-file"
            onChange={(e) => {
              const file = e.target.files?.[0]
              e.target.value = ''
              if (file) void loadPaletteFile(file)
            }}
          />
        </label>
        {palette && palette.length < 256 && (
          <button
            type="button"
            title="Another colour"
            onClick={() => {
              set([...palette, unused(palette)])
              setAt(palette.length)
            }}
          >
            + Colour
          </button>
        )}
      </div>
    </div>
  )
}

/** Takes so many colours from the frame under the playhead. */
function FromPicture({ set }: { readonly set: (colours: readonly string[]) => void }) {
  const take = useStore(roomPictures, (s) => s.takePalette)
  const [taking, setTaking] = useState(false)
  if (!take) return null
  const run = (colours: number, method: 'k-means' | 'median-cut') => {
    setTaking(true)
    take({ colours, method })
      .then((found) => {
        if (found.length >= 2) set(found)
        else stylesStore.setState({ note: 'This picture has only one colour.' })
      })
      .catch((error: unknown) => stylesStore.setState({ note: messageOf(error) }))
      .finally(() => setTaking(false))
  }
  return (
    <select
      value=""
      disabled={taking}
      aria-label="Take a palette from this picture"
      data-testid="from-picture"
      onChange={(e) => {
        const [method, colours] = e.target.value.split(' ') as ['k-means' | 'median-cut', string]
        run(Number(colours), method)
      }}
    >
      <option value="">{taking ? 'Looking …' : 'From picture …'}</option>
      {(['k-means', 'median-cut'] as const).map((method) => (
        <optgroup key={method} label={method === 'k-means' ? 'Least error (k-means)' : 'Most frequent (median cut)'}>
          {COUNTS.map((n) => (
            <option key={n} value={`${method} ${n}`}>
              {n} colours
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

/** A colour that a palette does not have. */
function unused(palette: readonly string[]): string {
  let code = 0x808080
  while (palette.includes(`#${code.toString(16).padStart(6, '0')}`)) code++
  return `#${code.toString(16).padStart(6, '0')}`
}
