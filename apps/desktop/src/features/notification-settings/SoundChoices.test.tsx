import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { setVolume } from '../../shared/notify/sound.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { SoundChoices } from './SoundChoices.tsx'

interface Tone {
  frequency: number
  loudest: number
}
const tones: Tone[] = []

/** A sound card that writes down each tone; made once, as the page keeps the one that it has got. */
class SoundCard {
  state = 'running'
  currentTime = 0
  destination = {}
  #tone: Tone = { frequency: 0, loudest: 0 }
  createOscillator(): unknown {
    const tone: Tone = { frequency: 0, loudest: 0 }
    this.#tone = tone
    return {
      frequency: {
        set value(hertz: number) {
          tone.frequency = hertz
        },
      },
      connect: (next: unknown) => next,
      start: () => tones.push(tone),
      stop: () => undefined,
    }
  }
  createGain(): unknown {
    const tone = this.#tone
    return {
      gain: {
        setValueAtTime: () => undefined,
        linearRampToValueAtTime: (gain: number) => (tone.loudest = gain),
        exponentialRampToValueAtTime: () => undefined,
      },
      connect: (next: unknown) => next,
    }
  }
}

beforeAll(() => void Object.assign(globalThis, { AudioContext: SoundCard }))
beforeEach(() => {
  tones.length = 0
  setVolume(anna.notifications.volume)
})
afterEach(() => vi.unstubAllGlobals())

function show(volume = 60) {
  const server = fakeServer({
    changeNotificationSettings: ({ body }) => ({ ways: {}, volume: 60, ...(body as object) }),
  })
  renderDesk(<SoundChoices />, testClient({ ...anna, notifications: { ...anna.notifications, volume } }))
  const slider = screen.getByRole<HTMLInputElement>('slider', { name: /^Volume/ })
  const move = (to: number): void => void fireEvent.change(slider, { target: { value: to } })
  const saved = (): unknown[] => server.callsTo('changeNotificationSettings').map(({ body }) => body)
  const hear = (sound: string) => userEvent.click(screen.getByRole('button', { name: `Test: ${sound}` }))
  return { server, slider, move, saved, hear }
}

describe('the volume', () => {
  test('is shown as it is saved, and saved once, when the handle is let go', async () => {
    const { slider, move, saved } = show(45)
    expect(slider.value).toBe('45')
    expect(screen.getByRole('status').textContent).toBe('45 %')
    for (const to of [50, 70, 80]) move(to)
    expect(slider.getAttribute('aria-valuetext')).toBe('80 %')
    expect(saved()).toEqual([])
    fireEvent.pointerUp(slider)
    await waitFor(() => expect(saved()).toEqual([{ volume: 80 }]))
    fireEvent.blur(slider)
    expect(slider.value).toBe('80')
    expect(saved()).toHaveLength(1)
  })

  test('is moved by keys too; at nothing it says that it is off', async () => {
    const { slider, move, saved } = show(5)
    move(0)
    fireEvent.keyUp(slider, { key: 'ArrowLeft' })
    expect(slider.getAttribute('aria-valuetext')).toBe('Off')
    expect(screen.getByRole('status').textContent).toBe('Off')
    await waitFor(() => expect(saved()).toEqual([{ volume: 0 }]))
  })

  test('goes back when the server refuses it', async () => {
    const { server, slider, move } = show(60)
    server.answers.changeNotificationSettings = () => {
      throw new Refusal('UNAVAILABLE')
    }
    move(90)
    fireEvent.pointerUp(slider)
    await waitFor(() => expect(slider.value).toBe('60'))
    expect(server.callsTo('changeNotificationSettings')).toHaveLength(1)
  })
})

describe('the test of a sound', () => {
  test('plays what it names: two tones for an offer, a high one for a message, a low one for an alert', async () => {
    const { hear } = show()
    const heard = async (sound: string): Promise<number[]> => {
      tones.length = 0
      await hear(sound)
      return tones.map(({ frequency }) => frequency)
    }
    expect(await heard('Ring of an offer')).toEqual([659, 880])
    // Also at once again: a person listens twice.
    expect([await heard('Tick of a message'), await heard('Tick of a message')]).toEqual([[1175], [1175]])
    expect(await heard('Low tone of an alert')).toEqual([330])
  })

  test('is as loud as the handle stands now, and silent at nothing', async () => {
    const { move, hear } = show(60)
    await hear('Low tone of an alert')
    move(30)
    await hear('Low tone of an alert')
    const [whole = 0, half = 0] = tones.map(({ loudest }) => loudest)
    expect(whole).toBeGreaterThan(0)
    expect(half).toBeCloseTo(whole / 2)
    move(0)
    await hear('Ring of an offer')
    expect(tones).toHaveLength(2)
  })
})
