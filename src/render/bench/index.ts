export { benchKernels, type KernelBench, type KernelBenchOptions, type KernelTime } from './kernel-bench'
