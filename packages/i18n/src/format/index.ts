export * from './duration.ts'
export * from './numbers.ts'
export * from './time.ts'
