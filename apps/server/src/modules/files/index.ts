export { removeFile } from './commands/remove-file.ts'
export { copyBody, removeBody } from './disk.ts'
export { filesModule, letGoOfFiles } from './letting-go.ts'
export {
  addCopies,
  claimFiles,
  dropFiles,
  type FileRecord,
  filesById,
  findFile,
  holdFiles,
  presentFile,
} from './store.ts'
export { receiveFile, sendFile } from './transfer.ts'
