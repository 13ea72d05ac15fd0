export { actorFile } from './actor-file'
