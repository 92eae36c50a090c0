import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { CustomersMail } from '../../http/demo-mail.ts'

/** So many mails are kept, of all customers. */
const mostMails = 200
const mailBytes = 40 * 1024 * 1024

interface Kept {
  /** Folded. */
  receivers: readonly string[]
  /** Where an answer goes. */
  answerTo: string
  references: readonly string[]
  mail: CustomersMail
}

export interface PostOffice {
  port: number
  kept(): Promise<Kept[]>
  close(): Promise<void>
}

/**
 * The mail server of the demo's customers: takes whatever the product sends, on this machine alone, and keeps it in a
 * folder. Listens at the wanted port where that is free, else at another.
 */
export async function openPostOffice(folder: string, wantedPort: number): Promise<PostOffice> {
  await mkdir(folder, { recursive: true })
  const known = new Map<string, Promise<Kept>>()
  let made = 0
  const keep = async (raw: Buffer, receivers: readonly string[]): Promise<void> => {
    const noted = receivers.map((address) => `Delivered-To: ${address}\r\n`).join('')
    const name = `${String(Date.now()).padStart(14, '0')}-${String((made += 1)).padStart(6, '0')}.eml`
    await writeFile(join(folder, name), Buffer.concat([Buffer.from(noted), raw]))
    for (const old of (await names(folder)).slice(mostMails)) {
      known.delete(old)
      await rm(join(folder, old), { force: true })
    }
  }
  const server = new SMTPServer({
    banner: 'Customers of Brewhaus',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mailBytes,
    // The product keeps its connections open until it has stopped itself.
    closeTimeout: 100,
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const receivers = envelope.rcptTo.map(({ address }) => address)
        keep(Buffer.concat(chunks), receivers).then(() => done(), done)
      })
    },
  })
  // Of one connection; the others go on.
  server.on('error', () => {})
  const port = await listen(server, wantedPort).catch(() => listen(server, 0))
  return {
    port,
    async kept() {
      const all = (await names(folder)).map((name) => {
        const mail = known.get(name) ?? readFile(join(folder, name)).then(read)
        known.set(name, mail)
        return mail
      })
      return Promise.all(all)
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Latest first. */
const names = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.eml')).toSorted((a, b) => (a < b ? 1 : -1))

function listen(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', reject)
      const at = server.server.address()
      resolve(typeof at === 'object' && at !== null ? at.port : port)
    })
  })
}

async function read(raw: Buffer): Promise<Kept> {
  const mail = await simpleParser(raw, { skipTextToHtml: true })
  return {
    receivers: deliveredTo(mail),
    answerTo: firstOf(mail.replyTo) ?? firstOf(mail.from) ?? '',
    references: [mail.references ?? []].flat(),
    mail: {
      id: mail.messageId ?? '',
      from: mail.from?.text ?? '',
      subject: mail.subject ?? '',
      at: mail.date?.getTime() ?? 0,
      text: mail.text ?? '',
      html: mail.html === false ? null : mail.html,
      files: mail.attachments.filter(({ related }) => !related).map(({ filename }) => filename ?? '?'),
    },
  }
}

const deliveredTo = ({ headerLines }: ParsedMail): string[] =>
  headerLines.flatMap(({ key, line }) =>
    key === 'delivered-to'
      ? [
          line
            .slice(line.indexOf(':') + 1)
            .trim()
            .toLowerCase(),
        ]
      : [],
  )

const firstOf = (people: AddressObject | undefined): string | undefined => people?.value[0]?.address
