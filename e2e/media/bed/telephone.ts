import { connect, type Socket } from 'node:net'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '../../fixtures/free-port.ts'
import { ownFolder, programOf, startChild } from './child.ts'
import { shareOf, toneWav } from './tones.ts'
import { isOpen } from './turn.ts'

/** What a telephone says of itself: CALL_RINGING, CALL_ESTABLISHED, CALL_CLOSED, CALL_DTMF_START … */
export interface PhoneEvent {
  type: string
  param?: string
  peeruri?: string
}
export interface Telephone {
  number: string
  port: number
  dial: (user: string) => Promise<void>
  answer: () => Promise<void>
  hangUp: () => Promise<void>
  events: () => readonly PhoneEvent[]
  forget: () => void
  /** It has heard this tone for some of the time of its last call; needs the call to be over. */
  expectHeard: (hertz: number) => Promise<void>
  log: () => string
  stop: () => Promise<void>
}
/** What is said into it, in Hz. */
export const telephoneSings = 1_000
const samplesPerSecond = 8_000
/** At the end of its file a telephone hangs up. */
const longestCallSeconds = 180

/** A plain SIP telephone (baresip) behind the trunk; it sings, and writes down what it hears. */
export async function startTelephone(number: string, port: number, exchangePort: number): Promise<Telephone> {
  const folder = await ownFolder('telephone')
  const control = await freePort()
  const sounds = join(folder.path, 'sounds')
  await mkdir(sounds)
  await writeFile(join(folder.path, 'tone.wav'), toneWav(telephoneSings, samplesPerSecond, longestCallSeconds))
  await writeFile(join(folder.path, 'config'), configOf(folder.path, port, control))
  const proxy = `outbound="sip:127.0.0.1:${exchangePort}"`
  const account = `<sip:${number}@desk.test>;${proxy};regint=0;audio_codecs=pcma,pcmu;answermode=manual\n`
  await writeFile(join(folder.path, 'accounts'), account)
  const child = await startChild(programOf('CARE_BARESIP', 'baresip'), {
    args: ['-4', '-f', folder.path],
    isReady: () => isOpen(control),
  })
  const heard: PhoneEvent[] = []
  const line = await openControl(control, (event) => heard.push(event))
  const command = (name: string, params = ''): Promise<void> => line.send({ command: name, params })
  return {
    number,
    port,
    dial: (user) => command('dial', `sip:${user}@desk.test`),
    answer: () => command('accept'),
    hangUp: () => command('hangup'),
    events: () => heard,
    forget: () => void heard.splice(0),
    expectHeard: (hertz) =>
      expect
        .poll(() => loudest(sounds, hertz), { timeout: 15_000, message: `the telephone hears ${hertz} Hz` })
        .toBeGreaterThan(0.6),
    log: child.log,
    stop: async () => {
      line.close()
      await child.stop()
      await folder.remove()
    },
  }
}

const configOf = (folder: string, port: number, control: number): string => `
sip_listen 127.0.0.1:${port}
audio_source aufile,${folder}/tone.wav
audio_player aubridge,x
audio_alert aubridge,x
snd_path ${folder}/sounds
module_path /usr/lib/baresip/modules
module g711.so
module aufile.so
module sndfile.so
module aubridge.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
ctrl_tcp_listen 127.0.0.1:${control}
rtp_ports 17000-17100
`

/** Orders and news as JSON in netstrings, as baresip's ctrl_tcp speaks them. */
async function openControl(port: number, onEvent: (event: PhoneEvent) => void) {
  const socket = await new Promise<Socket>((done, fail) => {
    const opened = connect(port, '127.0.0.1', () => done(opened))
    opened.once('error', fail)
  })
  let pending = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk])
    for (;;) {
      const colon = pending.indexOf(':')
      const length = Number(pending.subarray(0, Math.max(0, colon)).toString())
      if (colon < 1 || pending.length < colon + length + 2) return
      const said = JSON.parse(pending.subarray(colon + 1, colon + 1 + length).toString()) as PhoneEvent & {
        event?: boolean
      }
      pending = pending.subarray(colon + length + 2)
      if (said.event) onEvent(said)
    }
  })
  return {
    send: async (order: object): Promise<void> => {
      const text = JSON.stringify(order)
      await new Promise<void>((done, fail) =>
        socket.write(`${Buffer.byteLength(text)}:${text},`, (error) => (error ? fail(error) : done())),
      )
    },
    close: () => socket.destroy(),
  }
}

/** The best share of a tone in a quarter of a second of what the telephone heard last; it writes until the first hold. */
async function loudest(folder: string, hertz: number): Promise<number> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('-dec.wav')).sort()
  const last = files.at(-1)
  if (!last) return 0
  const wav = await readFile(join(folder, last))
  const rate = wav.length >= 44 ? wav.readUInt32LE(24) : samplesPerSecond
  const samples = new Int16Array(wav.buffer.slice(wav.byteOffset + 44, wav.byteOffset + 44 + ((wav.length - 44) & ~1)))
  let best = 0
  const part = rate / 4
  for (let from = 0; from + part <= samples.length; from += part)
    best = Math.max(best, shareOf(samples.subarray(from, from + part), hertz, rate))
  return best
}
