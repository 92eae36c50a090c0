import { expect, type Frame, type Page } from '@playwright/test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Some seconds of a sine as a WAV file (RIFF, PCM of 16 bit, mono). */
export function toneWav(hertz: number, samplesPerSecond: number, seconds = 1): Buffer {
  const count = samplesPerSecond * seconds
  const wav = Buffer.alloc(44 + count * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + count * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(samplesPerSecond, 24)
  wav.writeUInt32LE(samplesPerSecond * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(count * 2, 40)
  for (let n = 0; n < count; n += 1)
    wav.writeInt16LE(Math.round(Math.sin((2 * Math.PI * hertz * n) / samplesPerSecond) * 0.4 * 32_767), 44 + n * 2)
  return wav
}

/** Files for microphones that hear a sine. */
export async function makeTones(): Promise<{
  fileOf: (hertz: number) => Promise<string>
  remove: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'care-tones-'))
  return {
    fileOf: async (hertz) => {
      const file = join(folder, `${hertz}.wav`)
      await writeFile(file, toneWav(hertz, 48_000))
      return file
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** How loud a frequency is among samples, as a share of all their power, from 0 to 1 (Goertzel). */
export function shareOf(samples: ArrayLike<number>, hertz: number, samplesPerSecond: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / samplesPerSecond)
  let [before, beforeThat, power] = [0, 0, 0]
  for (let n = 0; n < samples.length; n += 1) {
    const sample = samples[n] ?? 0
    power += sample * sample
    ;[before, beforeThat] = [sample + coefficient * before - beforeThat, before]
  }
  if (power === 0) return 0
  const found = before * before + beforeThat * beforeThat - coefficient * before * beforeThat
  return Math.min(1, (2 * found) / (power * samples.length))
}

/** The loudest frequency that this page hears now, in Hz; 0: nothing. Needs `keepConnections`. Only for Chromium. */
export const pitchHeardBy = (frame: Page | Frame): Promise<number> =>
  frame.evaluate(async () => {
    const all = (window as unknown as { keptConnections?: RTCPeerConnection[] }).keptConnections ?? []
    const tracks = all
      .filter(({ connectionState }) => connectionState === 'connected')
      .flatMap((pc) => pc.getReceivers().map(({ track }) => track))
    const context = new AudioContext()
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 })
    for (const track of tracks) context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    await new Promise((done) => setTimeout(done, 400))
    const decibels = new Float32Array(analyser.frequencyBinCount)
    analyser.getFloatFrequencyData(decibels)
    const loudest = decibels.reduce((best, value, n) => (value > (decibels[best] ?? -Infinity) ? n : best), 0)
    const pitch = (loudest * context.sampleRate) / analyser.fftSize
    await context.close()
    return (decibels[loudest] ?? -Infinity) > -80 ? pitch : 0
  })

/** This page hears this tone and nothing louder. */
export async function expectTone(frame: Page | Frame, hertz: number): Promise<void> {
  await expect
    .poll(async () => Math.abs((await pitchHeardBy(frame)) - hertz), {
      timeout: 20_000,
      message: `a tone of ${hertz} Hz`,
    })
    .toBeLessThan(20)
}
