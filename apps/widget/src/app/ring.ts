let audio: AudioContext | undefined

/** Browsers let a page sound only after a click in it, so this is called from one. */
export function allowRing(): void {
  try {
    audio ??= new AudioContext()
    void audio.resume()
  } catch {
    // No audio: the badge remains.
  }
}

/** Two short soft tones. */
export function ring(): void {
  if (audio?.state !== 'running') return
  for (const [index, pitch] of [660, 880].entries()) {
    const at = audio.currentTime + index * 0.18
    const tone = new OscillatorNode(audio, { frequency: pitch })
    const volume = new GainNode(audio, { gain: 0 })
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.3)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + 0.32)
  }
}
