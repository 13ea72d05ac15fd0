import { expose } from 'comlink'
import { BuildDoor } from './build-door'

expose(new BuildDoor())
