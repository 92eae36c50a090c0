import type { PhoneEvent, PhoneRecording, WhoRings } from '@care/domain/phone'
import type { Access, Delivery } from '../../channel.ts'
import { Unreadable } from '../../channel.ts'
import type { RecordingCall } from '../open-recording.ts'

/** One thing that a phone system has said, with its name there. */
export interface PhoneThing {
  externalId: string
  raw: Uint8Array
}

export type PhoneQuestion =
  | { asks: 'whoCalls'; from: string }
  | { asks: 'whoRings'; callId: string; from: string | null; did: string | null }

/** What is known of a caller; `agent` is the line of whoever looks after him. */
export interface CallerAnswer {
  name: string | null
  agent: { userName: string; extension: string | null } | null
}

/** An answer as it goes back. */
export interface Answer {
  contentType: string
  body: string
}

export interface DialOrder {
  /** Our own name for the call; the events of it bring it back where the phone system can. */
  reference: string
  agent: { userName: string; extension: string | null }
  /** E.164 where the country is known. */
  number: string
  /** Epoch ms; a signature with a time in it says it. */
  at: number
}

/** How one make of phone systems speaks: pure but for `dial` and `test`, which call it. */
export interface Dialect {
  verify(delivery: Delivery, access: Access): boolean
  /** Splits what came at once. Throws on what cannot be read. */
  parse(delivery: Delivery): PhoneThing[]
  /** In neutral words; what says nothing of a call is none. `at`: epoch ms when it came. Throws Unreadable. */
  read(raw: Uint8Array, at: number): PhoneEvent[]
  /** Null: it asks nothing. */
  question?(delivery: Delivery): PhoneQuestion | null
  formatCaller?(answer: CallerAnswer, delivery: Delivery): Answer
  formatRing?(answer: WhoRings, delivery: Delivery): Answer
  /** Has the operator's phone ring and then the number. Resolves with the call's name there, null when it tells none. Throws ChannelTrouble. */
  dial?(order: DialOrder, access: Access): Promise<{ callId: string | null }>
  /** Whether what is set up answers. Throws ChannelTrouble. */
  test?(access: Access): Promise<void>
  /** How to ask for a recording that it has told of. `at`: epoch ms now, for a signature with a time in it. Throws NotToBeHad. */
  recording(named: Pick<PhoneRecording, 'url' | 'id'>, access: Access, at: number): RecordingCall
}

/** The fields of a form (`application/x-www-form-urlencoded`), each with its first value. */
export function formOf(body: Uint8Array): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(Buffer.from(body).toString('utf8'))) fields[name] ??= value
  return fields
}

export function jsonOf(body: Uint8Array | string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'))
  } catch (error) {
    throw new Unreadable('it is no JSON', { cause: error })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Unreadable('it is no object')
}

/** A short text of a field: numbers too, nothing empty or overlong, nothing that a database cannot keep. */
export function textOf(value: unknown, most = 200): string | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return null
  const clean = text.replaceAll('\u0000', '').trim().toWellFormed()
  return clean === '' || clean.length > most ? null : clean
}

export const numberOfField = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}
