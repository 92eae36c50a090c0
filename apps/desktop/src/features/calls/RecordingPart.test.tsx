import type { CallRecording } from '@care/contract'
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aCall } from '../../shared/testing/call.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { RecordingPart } from './RecordingPart.tsx'
import { RecordingSign } from './RecordingSign.tsx'

const aRecording = (part: Partial<CallRecording> = {}): CallRecording => ({
  origin: 'browser',
  state: 'ready',
  startedAt: 1_000,
  pausedSince: null,
  pauses: [{ from: 5_000, to: 9_000 }],
  stoppedAt: 66_000,
  ms: 61_000,
  bytes: 250_000,
  peaks: [
    [10, 0],
    [0, 200],
  ],
  eraseAt: Date.UTC(2027, 1, 25),
  canListen: true,
  ...part,
})

const play = vi.fn<() => Promise<void>>(async () => undefined)
beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(play)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

test('a recording is played, wound, and says what is left out and how long it stays', async () => {
  const { container } = renderDesk(<RecordingPart call={aCall({ recording: aRecording() })} />)
  expect(screen.getByText(/1 pause left out/)).toBeTruthy()
  expect(screen.getByText(/kept until/)).toBeTruthy()
  const audio = container.querySelector('audio')
  expect(audio?.getAttribute('src')).toBe('/api/calls/call/recording/sound')
  // Nothing is fetched, and nobody has listened, before the press.
  expect(audio?.getAttribute('preload')).toBe('none')
  await userEvent.click(screen.getByRole('button', { name: 'Play' }))
  expect(play).toHaveBeenCalledOnce()
  const position = screen.getByRole('slider', { name: 'Position' })
  fireEvent.change(position, { target: { value: '30' } })
  expect(audio?.currentTime).toBe(30)
  expect(position.getAttribute('aria-valuetext')).toMatch(/30.* of 1:01/)
  expect(container.querySelectorAll('rect')).toHaveLength(2)
})

test('a sound that does not come is said', () => {
  const { container } = renderDesk(<RecordingPart call={aCall({ recording: aRecording() })} />)
  fireEvent.error(container.querySelector('audio') ?? container)
  expect(screen.getByRole('alert').textContent).toBe('The recording cannot be played')
})

test.each<[Partial<CallRecording>, string]>([
  [{ canListen: false, peaks: [] }, 'Supervisors may listen to it.'],
  [{ state: 'stopped', canListen: false }, 'The recording is being prepared'],
  [{ state: 'failed', canListen: false }, 'The recording did not arrive'],
  [{ state: 'erased', canListen: false }, 'The recording was erased when its days were over'],
  [{ state: 'refused', canListen: false }, 'Not recorded: the customer did not agree'],
])('without something to hear: %j', (part, text) => {
  renderDesk(<RecordingPart call={aCall({ recording: aRecording(part) })} />)
  expect(screen.getByText(new RegExp(text.replaceAll('.', String.raw`\.`)))).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Play' })).toBeNull()
})

test('nothing is said of a call that is not recorded', () => {
  const { container } = renderDesk(<RecordingPart call={aCall()} />)
  expect(container.textContent).toBe('')
})

test('during the call a sign says whether it is recorded now', () => {
  const active = { state: 'active' as const, endedAt: null }
  const now = { stoppedAt: null, pauses: [] }
  renderDesk(
    <RecordingSign
      call={aCall({ ...active, recording: aRecording({ ...now, state: 'paused', pausedSince: 62_000 }) })}
    />,
  )
  expect(screen.getByText('Recording paused 1:01')).toBeTruthy()
})
