export * from './air-march'
export * from './air-uniforms'
