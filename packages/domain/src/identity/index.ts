export * from './claims.ts'
export * from './signed-token.ts'
