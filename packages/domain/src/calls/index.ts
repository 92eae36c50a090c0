export * from './call-state.ts'
export * from './quality.ts'
export * from './seat.ts'
export * from './signal.ts'
