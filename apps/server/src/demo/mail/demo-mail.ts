import { join } from 'node:path'
import { normalSubject } from '@care/domain/mail'
import { createTransport } from 'nodemailer'
import type { Listener } from '../../channels/index.ts'
import { mailFields } from '../../channels/mail/fields.ts'
import type { CustomersMail, DemoLetter, DemoMail } from '../../http/demo-mail.ts'
import { system } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Services } from '../../kernel/services.ts'
import { editChannel, findChannel } from '../../modules/channels/index.ts'
import { demoMailbox } from '../mailbox.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

/**
 * Mail without any server (row E1): the product's own reception takes what customers write, and what it sends is taken by
 * a server of theirs. Nothing of it leaves this machine. `listener` is the reception and that server.
 */
export function createDemoMail(services: Services, reception: Listener): DemoMail & { listener: Listener } {
  let office: PostOffice | null = null
  const inHand = async () => (await office?.kept()) ?? []
  return {
    listener: {
      port: () => reception.port(),
      async start() {
        await reception.start()
        const mailbox = await findChannel(services.store.read, demoMailbox.id)
        // Removed by somebody who tries the settings.
        if (!mailbox) return
        const { settings, version } = mailbox
        const known = Number(settings['smtpPort'])
        office = await openPostOffice(join(services.config.dataDir, 'demo-mail'), known)
        if (office.port === known) return
        const patch = { settings: { smtpPort: office.port } }
        await services.execute(editChannel, system, { channelId: demoMailbox.id, version, fields: mailFields, patch })
      },
      async stop() {
        await Promise.all([reception.stop(), office?.close()])
        office = null
      },
    },
    async inbox(address): Promise<CustomersMail[]> {
      const folded = address.toLowerCase()
      return (await inHand()).filter(({ receivers }) => receivers.includes(folded)).map(({ mail }) => mail)
    },
    async write(letter) {
      const port = reception.port()
      if (port === null) throw new AppError('UNAVAILABLE', 'nothing takes mail here')
      const answered = (await inHand()).find(({ mail }) => mail.id !== '' && mail.id === letter.answers)
      const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
      await transport.sendMail({ ...envelopeOf(letter, answered), ...bodyOf(letter, answered?.mail) })
    },
  }
}

type Answered = Awaited<ReturnType<PostOffice['kept']>>[number]

/** From whom to whom, and by which ids an answer finds its thread (RFC 5322 3.6.4). */
function envelopeOf({ name, address, subject }: DemoLetter, answered: Answered | undefined) {
  const from = { name, address }
  if (!answered) return { from, to: demoMailbox.address, subject }
  const { mail, answerTo, references } = answered
  return {
    from,
    to: answerTo,
    subject: subject === '' ? `Re: ${normalSubject(mail.subject)}` : subject,
    inReplyTo: mail.id,
    references: [...references, mail.id],
  }
}

/** With what it answers below, as mail programs write it. */
function bodyOf({ text, file }: DemoLetter, answered: CustomersMail | undefined) {
  const quote = answered && [
    quoteLine(answered),
    ...answered.text
      .trimEnd()
      .split('\n')
      .map((line) => `> ${line}`),
  ]
  return {
    text: quote ? [text, '', ...quote].join('\n') : text,
    attachments: file === null ? [] : [{ filename: file.name, content: Buffer.from(file.content, 'base64') }],
    // What stands in a file or at an address is never fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function quoteLine({ at, from }: CustomersMail): string {
  const when = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(at)
  return `On ${when} ${from} wrote:`
}
