export * from './live-queues.ts'
export * from './local-day.ts'
export * from './service-level.ts'
