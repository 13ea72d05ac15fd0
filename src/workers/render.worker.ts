import { expose } from 'comlink'
import { RenderDoor } from './render-door'

// The class itself is exposed: the client constructs it with its store.
expose(RenderDoor)
