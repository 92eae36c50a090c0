// breaks by-package-name
export { call } from '../../../packages/client/src/call.ts'
