/** Sounds are made, not loaded: two soft tones for an offer, a tick for a message, a low one for an alert. */
let context: AudioContext | undefined

/** Browsers let a page sound only after a gesture; the first one anywhere on the page wakes the sound. */
function awake(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  return context
}
if (typeof document !== 'undefined') document.addEventListener('pointerdown', awake, { once: true })

/** 0 to 100, as one has chosen; 60 is the loudness the sounds were made for. */
let loudness = 60
export const setVolume = (volume: number): void => void (loudness = volume)

function tone(audio: AudioContext, frequency: number, at: number, seconds: number, volume: number): void {
  if (loudness === 0) return
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.type = 'sine'
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime((volume * loudness) / 60, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + seconds)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + seconds)
}

const ringEveryMs = 2_000
const fadeInMs = 6_000

function ringOnce(volume: number): void {
  const audio = awake()
  if (!audio) return
  const now = audio.currentTime
  tone(audio, 659, now, 0.35, volume)
  tone(audio, 880, now + 0.18, 0.5, volume)
}

/** Rings until the returned function is called, growing louder over six seconds. */
export function startRinging(): () => void {
  const begun = performance.now()
  const ring = (): void => ringOnce(0.04 + 0.16 * Math.min(1, (performance.now() - begun) / fadeInMs))
  ring()
  const timer = setInterval(ring, ringEveryMs)
  return () => clearInterval(timer)
}

const tickPauseMs = 3_000
let lastTick = -Infinity

/** A soft tick, at most one in three seconds. */
export function tick(): void {
  if (performance.now() - lastTick < tickPauseMs) return
  lastTick = performance.now()
  const audio = awake()
  if (audio) tone(audio, 1175, audio.currentTime, 0.12, 0.05)
}

/** Once, low: something needs a supervisor. */
export function lowTone(): void {
  const audio = awake()
  if (audio) tone(audio, 330, audio.currentTime, 0.6, 0.08)
}

/** To hear what it sounds like; as loud as it gets. */
export function playOnce(sound: 'ring' | 'tick' | 'alert'): void {
  if (sound === 'ring') return ringOnce(0.2)
  if (sound === 'alert') return lowTone()
  lastTick = -Infinity
  tick()
}
