/** Why there is no microphone, in words that a person can act on. */
export type MicrophoneProblem = 'refused' | 'noDevice' | 'busy' | 'insecure'

/** The browser's reason (W3C Media Capture, getUserMedia) as one of ours. */
export function microphoneProblem(error: unknown): MicrophoneProblem {
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError' || name === 'PermissionDeniedError') return 'refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError' || name === 'DevicesNotFoundError') return 'noDevice'
  return name === 'TypeError' ? 'insecure' : 'busy'
}

const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

/** Opens a microphone, the standard one where the chosen one is gone. Rejects as getUserMedia does. */
export async function openMicrophone(deviceId: string | null): Promise<MediaStream> {
  // Absent on pages that are not secure.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) throw new TypeError('no media devices on this page')
  if (deviceId === null) return devices.getUserMedia({ audio: wanted })
  try {
    return await devices.getUserMedia({ audio: { ...wanted, deviceId: { exact: deviceId } } })
  } catch (error) {
    if (microphoneProblem(error) !== 'noDevice') throw error
    return devices.getUserMedia({ audio: wanted })
  }
}

export const closeStream = (stream: MediaStream | null): void => stream?.getTracks().forEach((track) => track.stop())

export interface Device {
  id: string
  name: string
}
/** Microphones and speakers as the browser names them; names only after a microphone was allowed. */
export async function listDevices(): Promise<{ inputs: Device[]; outputs: Device[] }> {
  const all = (await (navigator.mediaDevices as MediaDevices | undefined)?.enumerateDevices()) ?? []
  const of = (kind: MediaDeviceKind): Device[] =>
    all.filter((one) => one.kind === kind && one.deviceId !== '').map((one) => ({ id: one.deviceId, name: one.label }))
  return { inputs: of('audioinput'), outputs: of('audiooutput') }
}

/** Tells how loud a stream is, from 0 to 1, some ten times a second, until the returned function is called. */
export function meter(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 512 })
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    tell(Math.min(1, Math.sqrt(power) * 4))
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

/** Lets a speaker be heard for a second; null: the standard one. */
export async function playTone(outputId: string | null): Promise<void> {
  const context = new AudioContext()
  const out = context.createMediaStreamDestination()
  const tone = new OscillatorNode(context, { frequency: 523 })
  tone.connect(new GainNode(context, { gain: 0.2 })).connect(out)
  const player = new Audio()
  player.srcObject = out.stream
  if (outputId !== null) await chooseSpeaker(player, outputId)
  tone.start()
  await player.play()
  await new Promise((done) => setTimeout(done, 1_000))
  player.srcObject = null
  await context.close()
}

/** Not every browser lets a page choose: there it stays the standard one. */
export async function chooseSpeaker(player: HTMLAudioElement, outputId: string): Promise<void> {
  const choose = (player as { setSinkId?: (id: string) => Promise<void> }).setSinkId
  await choose?.call(player, outputId).catch(() => undefined)
}
