export { removeFile } from './commands/remove-file.ts'
export { removeBody } from './disk.ts'
export { claimFiles, type FileRecord, filesById, findFile, presentFile } from './store.ts'
export { receiveFile, sendFile } from './transfer.ts'
