export { removeFile } from './commands/remove-file.ts'
export { copyBody, readBody, removeBody } from './disk.ts'
export { filesModule, letGoOfFiles } from './letting-go.ts'
export {
  addCopies,
  claimFiles,
  dropFiles,
  type FileRecord,
  filesById,
  filesWithRows,
  findFile,
  holdFiles,
  presentFile,
} from './store.ts'
export { receiveFile, sendFile, storeFile } from './transfer.ts'
