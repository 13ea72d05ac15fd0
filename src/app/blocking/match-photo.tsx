import { useEffect, useRef, useState } from 'react'
import { isSunlit, matchReference, type ReadReference, type ReferenceMatch, unmatched } from '../../production/reference'
import { pictureNow, pictureOf, readPhotoFile } from '../store/match-photo'
import type { Hand } from './hand'

/** A photograph that is matched, and what was made of it. */
interface Matched {
  readonly url: string
  /** The shot before and after, as pictures; after when it is drawn. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  readonly read: ReadReference
  readonly made: readonly ReferenceMatch[]
}

const urlOf = (picture: Blob | undefined): string | undefined => picture && URL.createObjectURL(picture)

/** No grade: what a photograph is matched to before it is graded. */
const UNGRADED = [
  { path: 'grade.stops', value: 0, base: 0 },
  { path: 'grade.contrast', value: 1, base: 1 },
  { path: 'grade.saturation', value: 1, base: 1 },
  { path: 'grade.kelvin', value: 6504, base: 6504 },
]

/** Matches the shot to a photograph: one step to be undone, each value listed with how sure it is. */
export function MatchPhoto({ slice, shot, edit, amend }: Hand) {
  const [matched, setMatched] = useState<Matched>()
  const [isOver, setOver] = useState(false)
  const match = async (file: File) => {
    const [read, before] = [await readPhotoFile(file), await pictureNow()]
    const { camera, aspect } = slice.shot
    const at = { camera, aspect, set: slice.set, isSunlit: isSunlit(slice) }
    const light = read.ok ? matchReference(read.reading, undefined, at).filter((m) => m.part !== 'grade') : []
    const shown: Matched = { url: URL.createObjectURL(file), read, made: light, before: urlOf(before) }
    setMatched((last) => {
      for (const url of [last?.url, last?.before, last?.after]) if (url) URL.revokeObjectURL(url)
      return shown
    })
    if (!read.ok) return
    const editsOf = (made: readonly ReferenceMatch[]) => made.map(({ path, value, base }) => ({ target: shot.key, path, value, base }))
    const show = (more: Partial<Matched>) => setMatched((now) => (now?.url === shown.url ? { ...now, ...more } : now))
    await edit(...UNGRADED.map((e) => ({ ...e, target: shot.key })), ...editsOf(light))
    // The grade is what the photograph has over the shot as its light now is: drawn, not reckoned.
    const lit = await pictureOf(shot.key)
    const drawn = lit && (await readPhotoFile(lit))
    const made = matchReference(read.reading, drawn?.ok ? drawn.reading : undefined, at)
    const grade = made.filter((m) => m.part === 'grade')
    const after = urlOf(lit)
    show({ made, after })
    if (grade.length === 0) return
    await (light.length > 0 ? amend : edit)(...editsOf(grade))
    const graded = await pictureOf(shot.key)
    if (after) URL.revokeObjectURL(after)
    show({ after: urlOf(graded) })
  }
  const matchNow = useRef(match)
  matchNow.current = match
  // While the light is set, a picture that is dropped anywhere is one to match: no film is made of it.
  useEffect(() => {
    const photo = (e: DragEvent) => [...(e.dataTransfer?.files ?? [])].find((f) => f.type.startsWith('image/'))
    const hover = (e: DragEvent) => setOver([...(e.dataTransfer?.items ?? [])].some((i) => i.type.startsWith('image/')))
    const leave = (e: DragEvent) => e.relatedTarget === null && setOver(false)
    const drop = (e: DragEvent) => {
      setOver(false)
      const file = photo(e)
      if (!file) return
      e.preventDefault()
      e.stopImmediatePropagation()
      void matchNow.current(file)
    }
    window.addEventListener('dragover', hover, true)
    window.addEventListener('dragleave', leave, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', hover, true)
      window.removeEventListener('dragleave', leave, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [])
  return (
    <div className={isOver ? 'plan-row is-over' : 'plan-row'} data-testid="match-drop">
      <label className="button" title="Or drop a photograph anywhere">
        {isOver ? `Drop it: ${shot.address} is matched to it` : `Match ${shot.address} to a photo …`}
        <input
          type="file"
          accept="image/*"
          data-testid="match-photo"
          onChange={(e) => {
            const [file] = e.target.files ?? []
            e.target.value = ''
            if (file) void match(file)
          }}
        />
      </label>
      {matched && (
        <div className="matched-pictures">
          {(
            [
              ['Photo', matched.url],
              ['Before', matched.before],
              ['After', matched.after],
            ] as const
          ).map(
            ([what, url]) =>
              url && (
                <figure key={what}>
                  <img src={url} alt={what === 'Photo' ? 'What the shot is matched to' : `The shot ${what.toLowerCase()}`} />
                  <figcaption>{what}</figcaption>
                </figure>
              ),
          )}
        </div>
      )}
      {matched?.read.ok && (
        <ul className="notes" aria-label="What was matched" data-testid="matched">
          {matched.made.map((m) => (
            <li key={m.path}>
              {m.says} ({Math.round(m.confidence * 100)} % sure)
            </li>
          ))}
          {unmatched(matched.read.reading).map((what) => (
            <li key={what}>Not matched: {what}</li>
          ))}
          <li>
            Colours:{' '}
            {matched.read.reading.palette.map((c) => (
              <span key={c} title={c} style={{ background: c, display: 'inline-block', width: 18, height: 12 }} />
            ))}
          </li>
        </ul>
      )}
      {matched && !matched.read.ok && (
        <p className="plan-problem" role="alert">
          {matched.read.why}: {matched.read.remedy}.
        </p>
      )}
    </div>
  )
}
