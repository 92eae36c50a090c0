import { createHash } from 'node:crypto'
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { describeError } from '../../kernel/log.ts'
import type { Services } from '../../kernel/services.ts'
import type { ChannelRecord } from '../../modules/channels/index.ts'
import { addressOfMailbox, mailboxes } from '../../modules/mails/index.ts'
import { noteStillWell } from '../access.ts'
import { receive } from '../receive.ts'
import { mailLimits } from './read/read-mail-types.ts'

/** Connections at the same time; more wait at the sender, as mail does. */
const mostClients = 50
const silenceMs = 60_000
/** So many receivers of one mail are heard. */
const mostReceivers = 100

export interface Reception {
  /** The port that it listens on. */
  port: number
  stop(): Promise<void>
}

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode })

/**
 * Takes mail from other mail servers (row E1, RFC 5321), for mailboxes that receive so. A mail is confirmed when it is
 * durable (rule 33); what is for nobody here is refused at once, so that nobody can send through us.
 */
export async function openReception(
  services: Services,
  { host, port }: { host: string; port: number },
): Promise<Reception> {
  const { log } = services
  const server = new SMTPServer({
    name: hostOf(services.config.publicUrl),
    banner: 'Care Desktop',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mailLimits.mailBytes,
    maxClients: mostClients,
    socketTimeout: silenceMs,
    onRcptTo: (address, session, done) => {
      if (session.envelope.rcptTo.length >= mostReceivers) return done(refusal(452, 'too many receivers'))
      mailboxAt(services, address)
        .then((mailbox) => done(mailbox ? undefined : refusal(550, 'there is no such mailbox here')))
        .catch((error: unknown) => {
          log.error({ error: describeError(error) }, 'a receiver could not be looked up')
          done(refusal(451, 'try again later'))
        })
    },
    onData: (stream, session, done) => {
      take(services, stream, session)
        .then(() => done())
        .catch((error: unknown) => {
          const known = error instanceof Error && 'responseCode' in error
          if (!known) log.error({ error: describeError(error) }, 'a mail could not be stored')
          done(known ? error : refusal(451, 'try again later'))
        })
    },
  })
  // Of one connection; the others go on.
  server.on('error', (error) => log.warn({ error: describeError(error) }, 'mail reception'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const at = server.server.address()
  return {
    port: typeof at === 'object' && at !== null ? at.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : 'localhost')

async function mailboxAt({ store }: Services, { address }: SMTPServerAddress): Promise<ChannelRecord | undefined> {
  const plain = address.toLowerCase().replace(/\+[^@]*(?=@)/u, '')
  const all = await mailboxes(store.read)
  return all.find((one) => one.isOn && one.settings['receives'] === 'smtp' && addressOfMailbox(one) === plain)
}

async function take(services: Services, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Read to its end whatever its length, since the answer comes only then.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= mailLimits.mailBytes) chunks.push(chunk)
  }
  if (stream.sizeExceeded || bytes > mailLimits.mailBytes) throw refusal(552, 'the mail is too large')
  const body = Buffer.concat(chunks)
  const { mailFrom, rcptTo } = session.envelope
  const from = mailFrom === false ? '' : mailFrom.address
  const found = new Map<string, { mailbox: ChannelRecord; addresses: string[] }>()
  for (const receiver of rcptTo) {
    const mailbox = await mailboxAt(services, receiver)
    if (!mailbox) continue
    const known = found.get(mailbox.id)
    if (known) known.addresses.push(receiver.address)
    else found.set(mailbox.id, { mailbox, addresses: [receiver.address] })
  }
  // Switched off between the receiver and the mail.
  if (found.size === 0) throw refusal(451, 'try again later')
  for (const { mailbox, addresses } of found.values()) {
    // What the envelope says stands in no other place (RFC 5321 4.4).
    const noted = [`Return-Path: <${from}>`, ...addresses.map((address) => `Delivered-To: ${address}`), '']
    const raw = Buffer.concat([Buffer.from(noted.join('\r\n')), body])
    // Sent again because our answer was lost, it is the same to the letter.
    const externalId = createHash('sha256').update(body).digest('base64url')
    await receive(services, mailbox.id, [{ externalId, raw }])
    await noteStillWell(services, mailbox)
  }
}
