import type { PhoneCallState, Softphone, SoftphoneState } from '@care/client/softphone'
import type { createSoftphone } from '@care/client/softphone'
import { expect, type Page } from '@playwright/test'
import { keepConnections } from '../../fixtures/sound.ts'

type Line = Window & { createSoftphone: typeof createSoftphone; softphone: Softphone }

/** An operator's line in a page of its own. */
export interface OperatorLine {
  page: Page
  state: () => Promise<SoftphoneState>
  /** The call that is not over, else the last one. */
  call: () => Promise<PhoneCallState | undefined>
  expectCall: (phase: PhoneCallState['phase']) => Promise<PhoneCallState>
  expectRegistration: (registration: SoftphoneState['registration']) => Promise<void>
  /** Calls a method of the softphone. */
  do: <M extends keyof Softphone>(method: M, ...args: Parameters<Softphone[M]>) => Promise<void>
}
export interface LineOptions {
  origin: string
  url: string
  user: string
  password: string
}

export async function openOperatorLine(page: Page, { origin, ...account }: LineOptions): Promise<OperatorLine> {
  await keepConnections(page)
  await page.goto(origin)
  await page.waitForFunction(() => 'createSoftphone' in window)
  await page.evaluate(async (of) => {
    const line = window as unknown as Line
    // A tone is no voice: what makes voices clear makes tones go away.
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
    navigator.mediaDevices.getUserMedia = () => open({ audio: plain })
    line.softphone = line.createSoftphone({ domain: 'desk.test', ...of }, { servers: async () => [] })
    await line.softphone.register()
  }, account)
  const state = (): Promise<SoftphoneState> => page.evaluate(() => (window as unknown as Line).softphone.get())
  const call = async (): Promise<PhoneCallState | undefined> => {
    const { calls } = await state()
    return calls.find(({ phase }) => phase !== 'ended') ?? calls.at(-1)
  }
  return {
    page,
    state,
    call,
    expectCall: async (phase) => {
      await expect.poll(async () => (await call())?.phase, { timeout: 20_000 }).toBe(phase)
      const found = await call()
      if (!found) throw new Error('the call is gone')
      return found
    },
    expectRegistration: (registration) =>
      expect.poll(async () => (await state()).registration, { timeout: 20_000 }).toBe(registration),
    do: (method, ...args) =>
      page.evaluate(
        async ([name, values]) => {
          const { softphone } = window as unknown as Record<string, Record<string, (...of: unknown[]) => unknown>>
          await softphone?.[name]?.(...values)
        },
        [method, args] as [string, unknown[]],
      ),
  }
}
