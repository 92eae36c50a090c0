import type { PhoneAccount, Softphone, SoftphonePorts, SoftphoneState } from '@care/client/softphone'
import { create } from 'zustand'

interface PhoneLine {
  /** The line's name at the telephone exchange; null: this person has none. */
  user: string | null
  state: SoftphoneState
}
const off: SoftphoneState = { registration: 'off', refusal: null, calls: [] }
export const usePhoneLine = create<PhoneLine>()(() => ({ user: null, state: off }))

let phone: Softphone | null = null
let opened = 0

/** This window's softphone, for what is done with a call; null while there is none. */
export const phoneLine = (): Softphone | null => phone

/** Registers this window at the exchange, in place of any other line; SIP itself is loaded only now. */
export async function openPhoneLine(
  account: PhoneAccount,
  ports: SoftphonePorts,
  devices: { inputId: string | null; outputId: string | null },
): Promise<void> {
  closePhoneLine()
  const turn = (opened += 1)
  usePhoneLine.setState({ user: account.user, state: { ...off, registration: 'connecting' } })
  const { createSoftphone } = await import('@care/client/softphone')
  // Closed, or opened with another account, while it was loaded.
  if (turn !== opened) return
  const made = createSoftphone(account, ports, devices)
  phone = made
  made.subscribe(() => {
    if (phone === made) usePhoneLine.setState({ state: made.get() })
  })
  await made.register()
}

/** Hangs up, and takes the line off the exchange. */
export function closePhoneLine(): void {
  opened += 1
  const before = phone
  phone = null
  before?.stop()
  usePhoneLine.setState({ user: null, state: off })
}
