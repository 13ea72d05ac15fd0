import { constants, setPriority } from 'node:os'

// Tests in a browser run one after the other, and the whole waits for them: those in Node take what they leave.
setPriority(constants.priority.PRIORITY_LOW)
