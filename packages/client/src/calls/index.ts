export { type CallClient, createCallClient } from './call-client.ts'
export { type CallPhase, type CallState, type MyLine } from './call-state.ts'
export {
  closeStream,
  type Device,
  listDevices,
  meter,
  microphoneProblem,
  type MicrophoneProblem,
  openMicrophone,
  playTone,
} from './microphone.ts'
export { tabId } from './tab-id.ts'
