import { recordingLimits } from '@care/domain/recording'
import { Readable } from 'node:stream'
import { ChannelTrouble } from '../channel.ts'

/** How a recording is asked for at the phone system that has it. */
export interface RecordingCall {
  url: string
  method?: 'POST'
  headers: Record<string, string>
  body?: string
  /** Where the phone system may send us on to; without, nowhere. Nothing of our authorisation goes there. */
  mayFollow?: (url: URL) => boolean
}

/** It cannot be had, however often it is tried. */
export class NotToBeHad extends Error {
  readonly problem: 'NO_ADDRESS' | 'WRONG_HOST' | 'TOO_LARGE' | 'NO_SOUND' | 'CHANNEL_GONE'
  constructor(problem: NotToBeHad['problem'], text: string) {
    super(text)
    this.name = 'NotToBeHad'
    this.problem = problem
  }
}

const mostHops = 3

/**
 * The bytes of a recording. Throws NotToBeHad: another host than the one that is set, no http(s), longer than a recording may
 * be; ChannelTrouble: WRONG_CREDENTIALS for 401 and 403, BAD_ANSWER for whatever else is no 200, such as a file not yet there.
 */
export async function openRecording(call: RecordingCall, signal: AbortSignal): Promise<Readable> {
  const { method = 'GET', headers, body, mayFollow = () => false } = call
  let url = webAddress(call.url)
  let answer = await fetch(url, {
    method,
    headers,
    signal,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  })
  for (let hop = 0; isMoved(answer) && hop < mostHops; hop += 1) {
    await answer.body?.cancel()
    url = webAddress(new URL(answer.headers.get('location') ?? '', url).href)
    if (!mayFollow(url)) throw new NotToBeHad('WRONG_HOST', `it lies at ${url.host}`)
    answer = await fetch(url, { signal, redirect: 'manual' })
  }
  return bytesOf(answer)
}

const isMoved = ({ status, headers }: Response): boolean => status >= 300 && status < 400 && headers.has('location')

function webAddress(text: string): URL {
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!url || !isWeb || url.username !== '' || url.password !== '')
    throw new NotToBeHad('WRONG_HOST', 'the address is none of the web')
  return url
}

async function bytesOf(answer: Response): Promise<Readable> {
  const { status, body, headers } = answer
  const isTooLong = Number(headers.get('content-length') ?? 0) > recordingLimits.bytes
  // Read only when somebody reads: a line that breaks before that must be nobody’s uncaught error.
  if (status === 200 && body && !isTooLong) return Readable.from(body)
  await body?.cancel()
  if (status === 401 || status === 403)
    throw new ChannelTrouble('WRONG_CREDENTIALS', `the recording was refused to us (${status})`)
  if (status === 200 && isTooLong) throw new NotToBeHad('TOO_LARGE', 'the recording is too large')
  throw new ChannelTrouble('BAD_ANSWER', `asked for the recording it answered ${status}`)
}

/**
 * The address of a recording below the one that is set: its own one, or its name behind that. Whoever can tell of recordings
 * must not make us call what he likes. Throws NotToBeHad.
 */
export function addressBelow(base: string, { url, id }: { url: string | null; id: string | null }): string {
  if (base === '') throw new NotToBeHad('NO_ADDRESS', 'no address of recordings is set')
  const home = webAddress(`${base.replace(/\/+$/, '')}/`)
  const at = webAddress(url ?? `${home.href}${encodeURIComponent(id ?? '')}`)
  if (at.origin !== home.origin || !at.pathname.startsWith(home.pathname))
    throw new NotToBeHad('WRONG_HOST', `it lies at ${at.host}, not below the address of recordings`)
  return at.href
}
