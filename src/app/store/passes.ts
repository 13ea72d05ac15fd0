import { PASS_NAMES } from '../../film'
import { filmStore, shotAt } from './film-store'
import { roomPictures, type SmallPicture } from './room-pictures'
import { saveFile } from './save-file'
import { studio } from './studio'
import { styleInUse, stylesStore } from './styles'
import { messageOf } from './words'

/** The pass that is looked at, of the frame under the playhead, as a picture; undefined where none is or it cannot be had: that is said. */
export async function lookAtPass(): Promise<SmallPicture | undefined> {
  const { pass, takePasses } = roomPictures.getState()
  if (!pass || !takePasses) return undefined
  try {
    const passes = await takePasses([pass], 'look')
    const rgba = new Uint8Array((await studio.builder.door.passView(passes, pass)).buffer)
    stylesStore.setState({ note: undefined })
    return { width: passes.width, height: passes.height, rgba }
  } catch (error) {
    stylesStore.setState({ note: `The pass is not shown: ${messageOf(error)}` })
    return undefined
  }
}

/** Hands over all passes of the frame under the playhead as one OpenEXR. */
export async function downloadPasses(): Promise<void> {
  const { film, frame } = filmStore.getState()
  const shot = shotAt(film, frame)
  const { takePasses } = roomPictures.getState()
  if (!film || !shot || !takePasses) return
  stylesStore.setState({ note: 'Drawing the passes …' })
  try {
    const name = `${shot.address.replace('.', '-')}-${frame - shot.startFrame}-${styleInUse().id}`
    const exr = await studio.builder.door.passesExr(await takePasses(PASS_NAMES, 'keep'), film.plan.fps)
    saveFile(`${name}.exr`, exr, 'image/x-exr')
    stylesStore.setState({ note: undefined })
  } catch (error) {
    stylesStore.setState({ note: `The passes were not drawn: ${messageOf(error)}` })
  }
}
