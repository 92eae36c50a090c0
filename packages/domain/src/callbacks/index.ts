export * from './attempts.ts'
export * from './slots.ts'
