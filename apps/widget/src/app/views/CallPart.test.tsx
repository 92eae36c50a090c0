import type { WidgetCall } from '@care/contract'
import { screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { aConfig, FakeServer, openWidget } from '../testing/fakes.tsx'

const aCall = (part: Partial<WidgetCall> = {}): WidgetCall => ({
  activityId: 'call',
  requestNumber: 7,
  state: 'waiting',
  place: 2,
  expectedWaitSeconds: 70,
  overflowOffer: null,
  operatorName: null,
  startedAt: 1,
  answeredAt: null,
  endedAt: null,
  endedBy: null,
  recording: null,
  mySeat: { side: 'customer', seatId: 'elsewhere', tabId: 'another-window', isMuted: false, isLost: false },
  peers: [],
  ...part,
})
const user = userEvent.setup()
let server: FakeServer

beforeEach(() => {
  localStorage.clear()
  server = new FakeServer()
  server.config = { ...aConfig, offersCalls: true }
})

it('offers a call only where the site does, and while somebody is there', async () => {
  server.config.offersCalls = false
  await openWidget(server)
  expect(screen.queryByRole('button', { name: /^Call/ })).toBeNull()
  server.push?.['site.changed']({ isOnline: false, opensAt: null })
  expect(screen.queryByRole('button', { name: /^Call/ })).toBeNull()
})

it('says what the browser asks, and what to do when it is refused; nothing is called', async () => {
  const getUserMedia = (): Promise<MediaStream> => Promise.reject(new DOMException('no', 'NotAllowedError'))
  vi.stubGlobal('navigator', { languages: ['en'], mediaDevices: { getUserMedia } })
  await openWidget(server)
  await user.click(screen.getByRole('button', { name: 'Call us in the browser' }))
  await user.click(await screen.findByRole('button', { name: 'Call now' }))
  expect(await screen.findByRole('heading', { name: 'The microphone is blocked' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('Allow it in the address bar')
  expect(server.bodies('startCall')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByRole('heading', { name: 'How can we help?' })).toBeTruthy()
  vi.unstubAllGlobals()
})

it('shows a call that another window has, and its end with who ended it', async () => {
  await openWidget(server)
  server.push?.['call.changed']({ call: aCall() })
  expect(await screen.findByText('This call is in another window')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Continue the call here' })).toBeTruthy()
  server.push?.['call.changed']({
    call: aCall({ state: 'ended', answeredAt: 1_000, endedAt: 66_000, endedBy: 'operator', mySeat: null }),
  })
  expect(await screen.findByText('The operator hung up.')).toBeTruthy()
  expect(screen.getByText('1:05')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.getByRole('heading', { name: 'How can we help?' })).toBeTruthy()
})

it('asks whether the call may be recorded, says that it is, and ends the recording', async () => {
  const stream = { getTracks: () => [], getAudioTracks: () => [] }
  vi.stubGlobal('navigator', { languages: ['en'], mediaDevices: { getUserMedia: async () => stream } })
  const mySeat = { side: 'customer' as const, seatId: 'mine', tabId: null, isMuted: false, isLost: false }
  const goesOn = aCall({ state: 'active', answeredAt: 1_000, mySeat })
  server.ownCall = { ...goesOn, recording: 'asked' }
  await openWidget(server)
  server.push?.['call.changed']({ call: server.ownCall })
  const question = await screen.findByRole('alertdialog', { name: 'May we record this call?' })
  expect(question.textContent).toContain('Call without recording')
  await user.click(screen.getByRole('button', { name: 'Agree' }))
  expect(await screen.findByText('This call is recorded')).toBeTruthy()
  server.push?.['call.changed']({ call: { ...goesOn, recording: 'paused' } })
  expect(await screen.findByText('The recording is paused')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Stop recording' }))
  await vi.waitFor(() => expect(screen.queryByText('The recording is paused')).toBeNull())
  expect(server.bodies('answerRecording')).toEqual([{ agrees: true }, { agrees: false }])
  vi.unstubAllGlobals()
})
