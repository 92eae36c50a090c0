import { keyGroup } from '../../shared/keyboard/keys.ts'

/** The call one is in. Hanging up asks for a second press. */
export const callKeys = keyGroup(
  'call',
  9,
  { mute: ['m'], hold: ['h'], hangUp: ['Shift+h'] },
  { words: { mute: 'calls.mute', hold: 'calls.hold', hangUp: 'calls.hangUp' } },
)
