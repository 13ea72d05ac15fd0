export * from './export-film'
export * from './find-frame'
export * from './phases'
