import { FileError } from '../../../film'

/** Why a model file cannot stand in for a person. */
export class ModelError extends FileError {
  override readonly name = 'ModelError'
}
