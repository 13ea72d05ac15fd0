import { expose } from 'comlink'
import { PlanDoor } from './plan-door'

expose(new PlanDoor())
