import { useEffect, useState } from 'react'
import { isSunlit, matchReference, type ReadReference, type ReferenceMatch, unmatched } from '../../production/reference'
import { readPhotoFile } from '../store/match-photo'
import type { Hand } from './hand'

/** A photograph that is matched, and what was made of it. */
interface Matched {
  readonly url: string
  readonly read: ReadReference
  readonly made: readonly ReferenceMatch[]
}

/** Matches the shot to a photograph: one step to be undone, each value listed with how sure it is. */
export function MatchPhoto({ slice, shot, edit }: Hand) {
  const [matched, setMatched] = useState<Matched>()
  useEffect(() => () => URL.revokeObjectURL(matched?.url ?? ''), [matched])
  const match = async (file: File) => {
    const read = await readPhotoFile(file)
    const { camera, aspect } = slice.shot
    const at = { camera, aspect, set: slice.set, isSunlit: isSunlit(slice) }
    const made = read.ok ? matchReference(read.reading, undefined, at) : []
    setMatched({ url: URL.createObjectURL(file), read, made })
    if (made.length > 0) await edit(...made.map(({ path, value, base }) => ({ target: shot.key, path, value, base })))
  }
  return (
    <div className="plan-row">
      <label className="button">
        Match {shot.address} to a photo …
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
      {matched && <img src={matched.url} alt="What the shot is matched to" height={72} />}
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
