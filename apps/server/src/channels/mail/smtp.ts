import { createTransport, type SendMailOptions } from 'nodemailer'
import { type Access, ChannelTrouble } from '../channel.ts'
import { mailSettings, type MailServer } from './fields.ts'

const connectMs = 20_000
/** A server that says nothing for so long while a mail is sent is given up. */
const silenceMs = 120_000
const connections = 3

export type Transport = ReturnType<typeof transportFor>

/** Connections to a server for outgoing mail, kept open between mails. */
export function transportFor({ host, port, security, user, password }: MailServer) {
  return createTransport({
    pool: true,
    maxConnections: connections,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'startTls',
    ignoreTLS: security === 'none',
    ...(user !== '' && { auth: { user, pass: password } }),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  response?: string
}

/** What a server said no to: is it the mail, for good or for now, or is it us? */
export interface Refusal {
  text: string
  isFinal: boolean
  /** It does not let us in at all: the mailbox is ill, not the mail. */
  isOurs: boolean
}

/** Codes of nodemailer that say that the password was refused. */
const login = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2'])

export function refusalOf(error: unknown): Refusal {
  const { code = '', responseCode, response, message } = error as SmtpError
  const text = response ?? message
  if (login.has(code)) return { text, isFinal: false, isOurs: true }
  // 5yz will be said again (RFC 5321 4.2.1); without an answer it is the way there.
  return { text, isFinal: responseCode !== undefined && responseCode >= 500, isOurs: responseCode === undefined }
}

/** Refuses with what administrators understand. Throws ChannelTrouble. */
export async function testSmtp({ settings, secrets, signal }: Access): Promise<void> {
  const transport = transportFor(mailSettings(settings, secrets).smtp)
  const end = (): void => transport.close()
  signal.addEventListener('abort', end, { once: true })
  try {
    await transport.verify()
  } catch (error) {
    throw troubleOf(error)
  } finally {
    signal.removeEventListener('abort', end)
    transport.close()
  }
}

export function troubleOf(error: unknown): unknown {
  const { code = '', responseCode, response, message } = error as SmtpError
  if (login.has(code)) return new ChannelTrouble('WRONG_CREDENTIALS', response ?? message, { cause: error })
  if (code === 'ETLS') return new ChannelTrouble('NOT_SECURE', message, { cause: error })
  if (code === 'ETIMEDOUT') return new ChannelTrouble('TIMED_OUT', message, { cause: error })
  if (code === 'ECONNECTION' || code === 'EDNS' || code === 'ESOCKET')
    return new ChannelTrouble('UNREACHABLE', message, { cause: error })
  return responseCode === undefined ? error : new ChannelTrouble('BAD_ANSWER', response ?? message, { cause: error })
}

export interface Sent {
  /** Receivers that the server refused, with its words, while it took the others. */
  refused: { address: string; text: string }[]
}

/** Hands a mail to the server. Throws what `refusalOf` reads. */
export async function handOver(transport: Transport, mail: SendMailOptions): Promise<Sent> {
  const { rejected, rejectedErrors = [] } = await transport.sendMail(mail)
  return {
    refused: rejected.map((one, i) => ({
      address: String(one),
      text: rejectedErrors[i]?.response ?? '',
    })),
  }
}
