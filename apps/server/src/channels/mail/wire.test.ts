import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '../../testing/workbench.ts'
import { readMail } from './read/read-mail.ts'
import { letterOf } from './testing/letter.ts'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'
import { mailWithTnef, tnefOf } from './testing/tnef.ts'

let scene: MailScene
let port: number
beforeAll(async () => {
  scene = await openMailScene({ smtp: { host: '127.0.0.1', port: 0 } }, { receives: 'smtp' })
  port = scene.server.app.mailListener.port() ?? 0
})
afterAll(() => scene.close())

/** By SMTP, as the mail server of a customer; gives what was answered. */
async function send(raw: string | Buffer, to: string | string[] = 'support@shop.example'): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  try {
    const { response } = await transport.sendMail({ envelope: { from: 'elena@customers.example', to }, raw })
    await scene.server.settle()
    return response
  } catch (error) {
    return (error as { response?: string }).response ?? String(error)
  } finally {
    transport.close()
  }
}
const mailOf = async (id: string) => (await scene.stored()).find(({ internetId }) => internetId === id)
const threadOf = async (id: string): Promise<string> => {
  const activityId = await scene.threadOf(id)
  if (activityId === null) throw new Error('the mail was not taken')
  return activityId
}
const take = async (id: string): Promise<string> => {
  const activityId = await threadOf(id)
  await scene.anna.call('takeTask', { params: { activityId } })
  return activityId
}
const shown = async (activityId: string) =>
  (await scene.anna.call('listMessages', { params: { activityId } })).items.at(-1)

describe('what comes in is too much', () => {
  test('a thousand receivers in its head: two hundred are kept, and it says so', async () => {
    const cc = Array.from({ length: 1_000 }, (_, at) => `p${at}@customers.example`).join(',\r\n ')
    expect(await send(letterOf({ id: '<many@x.example>', headers: [`Cc: ${cc}`] }))).toMatch(/^250/u)
    const mail = await mailOf('<many@x.example>')
    expect(mail?.cc).toHaveLength(200)
    expect(mail?.problems).toEqual(['TOO_MANY_RECIPIENTS'])
  })

  test('a body of 5 MB is taken, and what is too long for the thread is cut and said', async () => {
    const text = `First line.\n${'All work and no play.\n'.repeat(240_000)}`
    expect(await send(letterOf({ id: '<long@x.example>', text }))).toMatch(/^250/u)
    const activityId = await take('<long@x.example>')
    const message = await shown(activityId)
    expect(message?.text.startsWith('First line.')).toBe(true)
    expect(message?.text.length).toBeLessThanOrEqual(200_000)
    expect((await mailOf('<long@x.example>'))?.problems).toEqual(['TEXT_TOO_BIG'])
  })

  test('an attachment of 100 MB is refused while it comes, and the next mail is taken', async () => {
    const line = `${Buffer.alloc(57, 1).toString('base64')}\r\n`
    const body = line.repeat(Math.ceil((100 * 1024 * 1024) / 57))
    const large = letterOf({
      id: '<large@x.example>',
      headers: ['Content-Type: application/pdf; name=large.pdf', 'Content-Transfer-Encoding: base64'],
    })
    expect(await send(large + body)).toMatch(/552/u)
    expect(await mailOf('<large@x.example>')).toBeUndefined()
    expect(await send(letterOf({ id: '<after@x.example>' }))).toMatch(/^250/u)
    expect(await mailOf('<after@x.example>')).toBeDefined()
  })
})

describe('what comes in lies', () => {
  test('a forged signed address in the envelope leads nowhere', async () => {
    await send(letterOf({ id: '<honest@x.example>', from: 'honest@customers.example' }))
    const activityId = await threadOf('<honest@x.example>')
    const to = `support+c${activityId}.${'0'.repeat(16)}@shop.example`
    expect(await send(letterOf({ id: '<forged@x.example>', from: 'forger@elsewhere.example', to }), to)).toMatch(
      /^250/u,
    )
    expect(await threadOf('<forged@x.example>')).not.toBe(activityId)
  })

  test('no subject, name or name of a file puts a header into the answer or into what is forwarded', async () => {
    const injected = (word: string): string => `=?utf-8?q?${word}=0D=0ABcc:_victim@elsewhere.example=0D=0AX-Evil:_1?=`
    const raw = [
      'Message-ID: <inject@x.example>',
      `From: ${injected('Eve')} <eve@customers.example>`,
      'To: support@shop.example',
      `Subject: ${injected('Hi')}`,
      'Date: Mon, 06 Apr 2026 09:00:00 +0000',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Look',
      '--b',
      `Content-Type: application/pdf; name="${injected('a.pdf')}"`,
      `Content-Disposition: attachment; filename="${injected('a.pdf')}"`,
      '',
      '%PDF-1.4',
      '--b--',
    ].join('\r\n')
    expect(await send(raw)).toMatch(/^250/u)
    const activityId = await take('<inject@x.example>')
    const message = await shown(activityId)
    const [file] = message?.attachments ?? []
    expect(file?.name).toMatch(/^[^\r\n]*a\.pdf[^\r\n]*$/u)
    const write = (name: string, subject: string) =>
      scene.anna.call('sendMail', {
        params: { activityId },
        body: {
          clientMessageId: 'key-of-forward-01',
          forwards: message?.id ?? '',
          to: [{ address: 'colleague@shop.example', name }],
          subject,
          html: '<p>See below</p>',
        },
      })
    const more = '\r\nBcc: victim@elsewhere.example'
    expect(await refusal(write(`Bob${more}`, 'Fwd: Hi'))).toBe('INVALID_INPUT')
    expect(await refusal(write('Bob', `Fwd: Hi${more}`))).toBe('INVALID_INPUT')
    await write('Bob', 'Fwd: Hi')
    await scene.say(activityId, 'Hello')
    for (const { raw: sent, to } of await scene.sendMore(2)) {
      expect(to.join()).not.toContain('victim')
      const heads = sent.split(/\r\n\r\n/u).filter((block) => /^[\w-]+:/u.test(block))
      expect(heads.join('\n')).not.toMatch(/^(bcc|x-evil):/imu)
      expect((await readMail(Buffer.from(sent))).attachments.map(({ fileName }) => fileName)).toEqual(
        sent.includes('See below') ? [file?.name] : [],
      )
    }
  })
})

test('what Outlook packs into winmail.dat is shown as the mail’s own', async () => {
  const form = tnefOf({
    properties: [{ id: 0x1000, text: 'The contract is attached.' }],
    files: [
      {
        title: Buffer.from('CONTRACT.PDF'),
        data: Buffer.from('%PDF-1.4'),
        properties: [{ id: 0x3707, text: 'Contract.pdf' }],
      },
    ],
  })
  expect(await send(mailWithTnef(form, { id: '<tnef@x.example>' }))).toMatch(/^250/u)
  const message = await shown(await take('<tnef@x.example>'))
  expect(message).toMatchObject({ text: 'The contract is attached.', attachments: [{ name: 'Contract.pdf' }] })
  expect((await mailOf('<tnef@x.example>'))?.problems).toEqual([])
})
