import { useStore } from 'zustand'
import './style.css'
import { roomPictures } from '../store/room-pictures'
import { ScopesStrip } from './scopes-strip'
import { StyleControls } from './style-controls'
import { StyleWall } from './style-wall'

export { PictureOverlay } from './picture-overlay'

/** The room where the film's look is chosen and made: every style on the wall, the picture, what it measures, and its values. */
export function StyleRoom() {
  const scopes = useStore(roomPictures, (s) => s.showScopes)
  return (
    <>
      <StyleWall />
      {scopes && <ScopesStrip />}
      <StyleControls />
    </>
  )
}
