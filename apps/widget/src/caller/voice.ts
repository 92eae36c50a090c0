const rate = 48_000
const seconds = 12
/** Two formants of each vowel, Hz. */
const vowels = [
  [730, 1_090],
  [530, 1_840],
  [270, 2_290],
  [570, 840],
  [300, 870],
] as const

let playing: Promise<{ audio: AudioContext; source: AudioNode }> | null = null

/**
 * A stream with a made-up voice, as a microphone gives one: vowels in phrases with pauses between them, no words. Only after
 * a click in the page. It is played by the browser without timers, so that it goes on in a tab that nobody looks at.
 */
export async function openVoice(): Promise<MediaStream> {
  playing ??= begin()
  const { audio, source } = await playing
  await audio.resume()
  const out = audio.createMediaStreamDestination()
  source.connect(out)
  return out.stream
}

async function begin(): Promise<{ audio: AudioContext; source: AudioNode }> {
  const audio = new AudioContext({ sampleRate: rate })
  const source = new AudioBufferSourceNode(audio, { buffer: await babble(), loop: true })
  source.start()
  return { audio, source }
}

function babble(): Promise<AudioBuffer> {
  const studio = new OfflineAudioContext(1, rate * seconds, rate)
  const throat = new OscillatorNode(studio, { type: 'sawtooth', frequency: 190 })
  const mouth = new GainNode(studio, { gain: 0 })
  const formants = vowels[0].map((frequency) => {
    const formant = new BiquadFilterNode(studio, { type: 'bandpass', Q: 7, frequency })
    throat.connect(formant).connect(mouth)
    return formant
  })
  mouth.connect(studio.destination)
  for (const [index, { at, length }] of syllables().entries()) {
    const vowel = vowels[(index * 3 + 1) % vowels.length]
    for (const [place, formant] of formants.entries())
      formant.frequency.setTargetAtTime(vowel?.[place] ?? 500, at, 0.03)
    throat.frequency.setTargetAtTime(175 + ((index * 37) % 50), at, 0.05)
    mouth.gain.setTargetAtTime(0.9, at, 0.02)
    mouth.gain.setTargetAtTime(0, at + length, 0.03)
  }
  throat.start()
  return studio.startRendering()
}

/** Phrases of some syllables, a second of silence after each. */
function syllables(): { at: number; length: number }[] {
  const all: { at: number; length: number }[] = []
  let at = 0.2
  for (let index = 0; at < seconds - 1; index++) {
    const length = 0.11 + ((index * 29) % 10) / 100
    all.push({ at, length })
    at += length + (index % 9 === 8 ? 1 : 0.07)
  }
  return all
}
