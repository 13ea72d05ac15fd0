export { type ActorBench, type ActorBenchOptions, benchActors, boxOf } from './actor-bench'
export { benchKernels, type KernelBench, type KernelBenchOptions, type KernelTime } from './kernel-bench'
export { STYLE_GROUPS } from './style-jobs'
export { benchWorld, type WorldBench, type WorldBenchOptions } from './world-bench'
