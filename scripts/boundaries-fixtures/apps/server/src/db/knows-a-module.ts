// breaks server-layers
export * from '../modules/index.ts'
