import { expose } from 'comlink'
import { ProductionDoor } from './production-door'

// The class itself is exposed: the client constructs it with its store.
expose(ProductionDoor)
