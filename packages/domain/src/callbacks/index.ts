export * from './attempts.ts'
export * from './places.ts'
export * from './slots.ts'
