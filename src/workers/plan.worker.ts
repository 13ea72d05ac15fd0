import { expose } from 'comlink'
import { PlanDoor } from './plan-door'

const door = new PlanDoor()
expose(door)
// After whatever is waiting already: nobody waits for it.
setTimeout(() => door.warmUp(), 0)
