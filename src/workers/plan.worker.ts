import { expose } from 'comlink'
import { ASSISTANT } from './assistants'
import { PlanDoor } from './plan-door'

const door = new PlanDoor()
expose(door)
// After whatever is waiting already: nobody waits for it.
setTimeout(() => {
  void door.warmUp()
  if (self.name !== ASSISTANT) door.prepare()
}, 0)
