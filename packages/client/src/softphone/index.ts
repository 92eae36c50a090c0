export {
  type PhoneAccount,
  type PhoneCallState,
  type PhoneCause,
  type PhonePhase,
  type Refusal,
  type Registration,
  type SoftphoneState,
} from './phone-state.ts'
export { createSoftphone, NoMicrophone, type Softphone, type SoftphonePorts } from './softphone.ts'
