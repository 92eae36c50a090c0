export { contrastToWhite, readable } from './readable.ts'
