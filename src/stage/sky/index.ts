export * from './cloud-noise'
export * from './panorama-texels'
export * from './panorama-texture'
export * from './sky-dome'
