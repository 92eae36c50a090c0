export { removeFile } from './commands/remove-file.ts'
export { copyBody, pathOf, readBody, removeBody, writeBody } from './disk.ts'
export { filesModule, letGoOfFiles, oweRemoval } from './letting-go.ts'
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
export { sniff } from './sniff.ts'
export { receiveFile, sendFile, storeFile } from './transfer.ts'
