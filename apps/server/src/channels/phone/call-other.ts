import { type Access, ChannelTrouble } from '../channel.ts'

const longestAnswer = 64 * 1024

interface Call {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
}

/**
 * Calls a phone system and reads its JSON; an answer that is none, or empty, is an empty object. Throws ChannelTrouble:
 * WRONG_CREDENTIALS for 401 and 403, BAD_ANSWER for any other refusal. Follows no redirection, which could lead anywhere.
 */
export async function callOther(url: string, call: Call, { signal }: Access): Promise<Record<string, unknown>> {
  const answer = await fetch(url, { ...call, signal, redirect: 'manual' })
  const text = (await answer.text()).slice(0, longestAnswer)
  if (answer.status === 401 || answer.status === 403)
    throw new ChannelTrouble('WRONG_CREDENTIALS', `the phone system refused us (${answer.status})`)
  if (!answer.ok) throw new ChannelTrouble('BAD_ANSWER', `the phone system answered ${answer.status}`)
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
