export * from './cloud-noise'
export * from './sky-dome'
