export * from './api-error.ts'
export * from './lite-socket.ts'
export * from './call.ts'
export * from './socket.ts'
