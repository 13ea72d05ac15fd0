import { FileError } from '../../../film'

/** Why a panorama cannot be used. */
export class PanoramaError extends FileError {
  override readonly name = 'PanoramaError'
}
