export * from './sun-path'
