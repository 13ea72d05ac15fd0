import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { PASS_MEANING, PASS_NAMES, type PassName } from '../../film'
import { filmStore } from '../store/film-store'
import { downloadPasses, lookAtPass } from '../store/passes'
import { roomPictures, type SmallPicture } from '../store/room-pictures'
import { stylesStore } from '../store/styles'

/** Chooses a pass of the frame to look at instead of its picture, and hands all of them over. */
export function PassMenu() {
  const pass = useStore(roomPictures, (s) => s.pass)
  return (
    <span className="split">
      <label title={pass ? PASS_MEANING[pass] : 'What the picture is made of, one part at a time'}>
        Pass
        <select
          value={pass ?? ''}
          data-testid="pass"
          onChange={(e) => roomPictures.setState({ pass: (e.target.value || undefined) as PassName | undefined })}
        >
          <option value="">the picture</option>
          {PASS_NAMES.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <button
        type="button"
        data-testid="save-passes"
        title="All passes of this frame as layers of one OpenEXR, ids as Cryptomatte"
        onClick={() => void downloadPasses()}
      >
        EXR
      </button>
    </span>
  )
}

/** The pass that is looked at, over the picture: drawn when the playhead rests. */
export function PassPicture() {
  const pass = useStore(roomPictures, (s) => s.pass)
  const playing = useStore(filmStore, (s) => s.playing)
  // What the picture shows, whenever that changes; not that it was drawn again.
  const shown = useStore(filmStore, ({ drawn }) => drawn && `${drawn.frame} ${drawn.sliceHash} ${drawn.style}`)
  const style = useStore(filmStore, (s) => s.style)
  const worked = useStore(stylesStore, (s) => s.worked[style])
  const canvas = useRef<HTMLCanvasElement>(null)
  const [picture, setPicture] = useState<SmallPicture & { readonly of: PassName }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture or style has another pass
  useEffect(() => {
    if (!pass || playing) return setPicture(undefined)
    let here = true
    void lookAtPass().then((drawn) => {
      if (here) setPicture(drawn && { ...drawn, of: pass })
    })
    return () => {
      here = false
    }
  }, [pass, playing, shown, worked])
  useEffect(() => {
    const target = canvas.current
    if (!target || !picture) return
    target.width = picture.width
    target.height = picture.height
    target.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(picture.rgba.buffer), picture.width, picture.height), 0, 0)
  }, [picture])
  if (!picture) return null
  return (
    <canvas
      ref={canvas}
      className="cells"
      role="img"
      aria-label={`${picture.of}: ${PASS_MEANING[picture.of]}`}
      data-testid="pass-picture"
    />
  )
}
