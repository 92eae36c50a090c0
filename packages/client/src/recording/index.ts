export { type KeptChunk, type KeptChunks, openKeptChunks } from './kept-chunks.ts'
export { canRecord, type CallRecorder, createRecorder, type RecorderProblem } from './recorder.ts'
export { type ChunkSender, createSender } from './sender.ts'
