import { ImapFlow } from 'imapflow'
import { type Access, type CameIn, ChannelTrouble, type Connector, type ConnectorTools } from '../channel.ts'
import { mailSettings, type MailServer, type MailSettings } from './fields.ts'
import { mailLimits } from './read/read-mail-types.ts'

/** Mails that are fetched and made durable together: as many as fit into these bounds, one at least. */
const batch = { mails: 50, bytes: 8 * 1024 * 1024 }
/** Without a word of the server for so long the connection is taken to be dead (RFC 2177 has the server end an idle after 30 minutes). */
const idleMs = 4 * 60_000
const connectMs = 20_000

const clientFor = ({ host, port, security, user, password }: MailServer): ImapFlow =>
  new ImapFlow({
    host,
    port,
    secure: security === 'tls',
    // Else it would fall back to sending the password in the clear.
    ...(security === 'startTls' && { doSTARTTLS: true }),
    ...(security === 'none' && { doSTARTTLS: false }),
    auth: { user, pass: password },
    logger: false,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: idleMs + 60_000,
    maxIdleTime: idleMs,
  })

/** What the server said, as trouble that administrators understand. */
function troubleOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { authenticationFailed, responseText } = error as { authenticationFailed?: boolean; responseText?: string }
  if (authenticationFailed)
    return new ChannelTrouble('WRONG_CREDENTIALS', responseText ?? error.message, { cause: error })
  return responseText ? new ChannelTrouble('BAD_ANSWER', responseText, { cause: error }) : error
}

async function open({ imap, folder }: MailSettings, signal: AbortSignal): Promise<ImapFlow> {
  const client = clientFor(imap)
  const giveUp = (): void => client.close()
  signal.addEventListener('abort', giveUp, { once: true })
  // Without a listener a broken connection would end the process; what happened is told by `close`.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.mailboxOpen(folder, { readOnly: true })
    return client
  } catch (error) {
    client.close()
    throw troubleOf(error)
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}

/** Whether the server takes us and has the folder. Throws ChannelTrouble. */
export async function testImap({ settings, secrets, signal }: Access): Promise<void> {
  const client = await open(mailSettings(settings, secrets), signal)
  client.close()
}

/** How far a folder was read: its numbering, and the last number (RFC 3501 2.3.1.1). */
interface Bookmark {
  validity: string
  uid: number
}
const write = ({ validity, uid }: Bookmark): string => `${validity}:${uid}`
function readMark(mark: string | null): Bookmark | null {
  const [validity = '', uid = ''] = mark?.split(':') ?? []
  return /^\d+$/u.test(validity) && /^\d+$/u.test(uid) ? { validity, uid: Number(uid) } : null
}

/**
 * Reads a folder from where it was left and then whatever comes, at once (IDLE, RFC 2177). Nothing in the mailbox is
 * changed. A folder that was numbered anew is read from its beginning: mails that came before are known by their id.
 */
export async function connectImap({ settings, secrets, signal }: Access, tools: ConnectorTools): Promise<Connector> {
  const mailSide = mailSettings(settings, secrets)
  const client = await open(mailSide, signal)
  const ended = new Promise<void>((_, reject) => {
    client.once('close', () => reject(new ChannelTrouble('UNREACHABLE', 'the mail server has ended the connection')))
  })
  const reading = readOn(client, mailSide, tools)
  const over = Promise.race([ended, reading])
  // Who has stopped it does not wait for this any more.
  over.catch(() => {})
  return {
    ended: over,
    async stop() {
      client.close()
      await Promise.allSettled([ended, reading])
    },
  }
}

async function readOn(client: ImapFlow, mailSide: MailSettings, tools: ConnectorTools): Promise<void> {
  let wake = (): void => {}
  let isNews = true
  client.on('exists', () => {
    isNews = true
    wake()
  })
  client.on('close', () => wake())
  let at = await beginning(client, mailSide, tools)
  while (client.usable) {
    while (isNews && client.usable) {
      isNews = false
      at = await readNew(client, at, tools)
    }
    tools.isWell()
    if (!client.usable) return
    // Its own idling begins only after 15 s. Ends by itself, so that this comes round and says that all is well.
    const idling = client.idle().catch(() => false)
    await Promise.race([idling, new Promise<void>((resolve) => (wake = resolve))])
  }
}

async function beginning(client: ImapFlow, { begins }: MailSettings, tools: ConnectorTools): Promise<Bookmark> {
  if (!client.mailbox) throw new ChannelTrouble('BAD_ANSWER', 'no folder is open')
  const validity = String(client.mailbox.uidValidity)
  const known = readMark(await tools.readBookmark())
  if (known?.validity === validity) return known
  const isFirst = known === null && begins === 'new'
  const at = { validity, uid: isFirst ? client.mailbox.uidNext - 1 : 0 }
  await tools.keepBookmark(write(at))
  return at
}

/** Whatever is behind the bookmark, in batches that are durable before the bookmark moves. */
async function readNew(client: ImapFlow, from: Bookmark, tools: ConnectorTools): Promise<Bookmark> {
  let at = from
  const found = await client.search({ uid: `${at.uid + 1}:*` }, { uid: true })
  // Of `n:*` a server gives the last one always, also when it is below n.
  const uids = (found || []).filter((uid) => uid > from.uid).toSorted((a, b) => a - b)
  for (let first = 0; first < uids.length; first += batch.mails) {
    const range = uids.slice(first, first + batch.mails)
    const missing = new Set(range)
    let mails: CameIn[] = []
    let bytes = 0
    const keep = async (uid: number): Promise<void> => {
      await tools.receive(mails)
      ;[mails, bytes, at] = [[], 0, { ...at, uid }]
      await tools.keepBookmark(write(at))
      tools.isWell()
    }
    // One byte more than is read, so that it is noticed.
    const query = { uid: true, source: { maxLength: mailLimits.mailBytes + 1 } }
    for await (const { uid, source } of client.fetch(range, query, { uid: true })) {
      if (source === undefined) continue
      missing.delete(uid)
      mails.push({ externalId: `${at.validity}:${uid}`, raw: source })
      bytes += source.length
      if (bytes >= batch.bytes) await keep(uid)
    }
    for (const uid of await withheld(client, missing)) mails.push({ externalId: `${at.validity}:${uid}`, raw: nothing })
    await keep(range.at(-1) ?? at.uid)
  }
  return at
}

/** Stands for a mail that the server has and does not give: it is told, and the others are not held up. */
const nothing = new Uint8Array()

/** Of the mails that were not given, those that are still there. A fetch that is cut off ends like a whole one. */
async function withheld(client: ImapFlow, missing: ReadonlySet<number>): Promise<number[]> {
  const lost = new ChannelTrouble('UNREACHABLE', 'the connection was lost while mails were fetched')
  if (!client.usable) throw lost
  if (missing.size === 0) return []
  const there = await client.search({ uid: [...missing].join(',') }, { uid: true })
  if (!client.usable || there === undefined || there === false) throw lost
  return there
}
