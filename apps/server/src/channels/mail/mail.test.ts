import { dayMs } from '@care/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterOf } from './testing/letter.ts'
import { openMailScene, type MailScene } from './testing/mail-scene.ts'
import { readMail } from './read/read-mail.ts'

let scene: MailScene
beforeAll(async () => void (scene = await openMailScene()))
afterAll(() => scene.close())

const take = async (id: string): Promise<string> => {
  const activityId = await scene.threadOf(id)
  if (activityId === null) throw new Error('the mail was not taken')
  await scene.anna.call('takeTask', { params: { activityId } })
  return activityId
}
const texts = async (activityId: string): Promise<string[]> =>
  (await scene.anna.call('listMessages', { params: { activityId } })).items.map(({ text }) => text)

describe('a mail', () => {
  test('becomes a task of its sender, is answered by mail, and the answer to that comes back to it', async () => {
    const id = await scene.arrive({ text: 'It does not grind.\n\nElena' })
    const activityId = (await scene.threadOf(id)) ?? ''
    const { request, customer } = await scene.anna.call('takeTask', { params: { activityId } })
    expect(request.title).toBe('My grinder')
    expect(customer).toMatchObject({ name: 'Elena Petrova' })
    await scene.say(activityId, 'We are sorry.\n\nWhich one is it?')
    const [posted] = await scene.sendMore(1)
    expect(posted?.to).toEqual(['elena@customers.example'])
    expect(posted?.from).toMatch(/^support\+c[0-9a-z]{26}\.[0-9a-f]{16}@shop\.example$/)
    const sent = await readMail(Buffer.from(posted?.raw ?? ''))
    expect(sent).toMatchObject({
      from: { name: 'Shop', address: 'support@shop.example' },
      subject: 'Re: My grinder',
      inReplyTo: [id],
      references: [id],
      automatic: null,
    })
    expect(sent.visible).toContain('Which one is it?')
    expect(sent.text).toContain('-- \nThe people of the shop')
    expect(sent.quoted).toContain('> It does not grind.')
    // By its ids alone.
    await scene.arrive({
      subject: 'Re: My grinder',
      headers: [`In-Reply-To: ${sent.messageId}`],
      text: 'The steel one.',
    })
    // By the signed address alone.
    await scene.arrive({ subject: 'One more thing', to: posted?.from ?? '', text: 'It is loud, too.' })
    expect(await texts(activityId)).toEqual([
      'It does not grind.\n\nElena',
      'We are sorry.\n\nWhich one is it?',
      'The steel one.',
      'It is loud, too.',
    ])
    const { items } = await scene.anna.call('listMails', { params: { activityId } })
    expect(items.filter(({ direction }) => direction === 'out')).toMatchObject([{ state: 'sent', error: null }])
  })

  test('that comes twice is one, whichever mailbox it came to and with or without an id (rule 33)', async () => {
    const id = await scene.arrive({ from: 'twice@customers.example' })
    await scene.arrive({ id, from: 'twice@customers.example' })
    const nameless = letterOf({ id: '', from: 'nameless@customers.example', text: 'No id' })
    await scene.deliver(nameless)
    await scene.deliver(nameless)
    const from = (await scene.stored()).map(({ fromAddress }) => fromAddress)
    expect(from.filter((one) => one === 'twice@customers.example')).toHaveLength(1)
    expect(from.filter((one) => one === 'nameless@customers.example')).toHaveLength(1)
  })

  test('that quotes is shown without, its files are kept, those that it shows in place are its own', async () => {
    const raw = [
      'Message-ID: <files@customers.example>',
      'From: files@customers.example',
      'To: support@shop.example',
      'Subject: Pictures',
      'Date: Mon, 06 Apr 2026 09:00:00 +0000',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Look</p><img src="cid:one@x"><img src="cid:foreign@y"><script>alert(1)</script><blockquote type="cite">Old</blockquote>',
      '--b',
      'Content-Type: image/gif; name=dot.gif',
      'Content-ID: <one@x>',
      'Content-Disposition: inline; filename=dot.gif',
      'Content-Transfer-Encoding: base64',
      '',
      'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
      '--b',
      'Content-Type: application/octet-stream; name=evil.exe',
      'Content-Disposition: attachment; filename=evil.exe',
      'Content-Transfer-Encoding: base64',
      '',
      'TVqQAAMAAAAEAAAA//8AALgAAAAAAAAAQAAAAAAAAAA=',
      '--b--',
    ].join('\r\n')
    await scene.deliver(raw)
    const mail = (await scene.stored()).find(({ internetId }) => internetId === '<files@customers.example>')
    const activityId = await take('<files@customers.example>')
    const { items } = await scene.anna.call('listMessages', { params: { activityId } })
    expect(items[0]).toMatchObject({ text: 'Look', attachments: [{ name: 'dot.gif', isImage: true }] })
    expect(mail?.html).toContain('data-cid="one@x"')
    expect(mail?.html).not.toMatch(/script|alert|foreign/)
    expect(mail?.inlineFiles).toEqual({ 'one@x': items[0]?.attachments[0]?.id })
    expect(mail?.quotedHtml).toContain('Old')
    expect(mail?.problems).toEqual(['FILE_TYPE_REFUSED: evil.exe'])
    expect(mail?.rawFileId).not.toBeNull()
  })
})

describe('where it belongs (rule 34)', () => {
  test('never by subject or sender alone into a thread; a sender who is known has his open request (rule 1)', async () => {
    const id = await scene.arrive({ from: 'first@customers.example', subject: 'Same words' })
    const other = await scene.arrive({ from: 'second@customers.example', subject: 'Re: Same words' })
    expect(await scene.threadOf(other)).not.toBe(await scene.threadOf(id))
    const more = await scene.arrive({ from: 'first@customers.example', subject: 'Other words' })
    const [one, two] = [(await scene.threadOf(id)) ?? '', (await scene.threadOf(more)) ?? '']
    expect(two).not.toBe(one)
    expect((await scene.requestOf(two))?.id).toBe((await scene.requestOf(one))?.id)
  })

  test('by the number in the subject only from who takes part, also in a copy', async () => {
    const id = await scene.arrive({
      from: 'owner@customers.example',
      headers: ['Cc: Colleague <colleague@customers.example>'],
    })
    const activityId = (await scene.threadOf(id)) ?? ''
    const { number = 0, customerId } = (await scene.requestOf(activityId)) ?? {}
    const colleague = await scene.arrive({ from: 'colleague@customers.example', subject: `About [#${number}]` })
    expect(await scene.threadOf(colleague)).toBe(activityId)
    // Who answers does not replace the customer (rule 35).
    expect(await scene.requestOf(activityId)).toMatchObject({ customerId })
    expect((await scene.anna.call('listMessages', { params: { activityId } })).items.at(-1)).toMatchObject({
      author: { kind: 'customer' },
    })
    const stranger = await scene.arrive({ from: 'stranger@elsewhere.example', subject: `About [REQ-${number}]` })
    expect((await scene.requestOf((await scene.threadOf(stranger)) ?? ''))?.number).not.toBe(number)
  })

  test('a forged address leads nowhere', async () => {
    const id = await scene.arrive({ from: 'honest@customers.example' })
    const activityId = (await scene.threadOf(id)) ?? ''
    const to = `support+c${activityId}.${'0'.repeat(16)}@shop.example`
    const forged = await scene.arrive({ from: 'forger@elsewhere.example', to })
    expect(await scene.threadOf(forged)).not.toBe(activityId)
  })

  test('somebody of a known company becomes one of its people (row E2)', async () => {
    const { id: companyId, version } = await makeCompany()
    expect(version).toBeGreaterThan(0)
    const id = await scene.arrive({ from: 'Ola <ola@kawa.example>' })
    const { customers } = scene.server.services.store.t
    const rows = await scene.server.services.store.read.select().from(customers)
    const request = await scene.requestOf((await scene.threadOf(id)) ?? '')
    expect(rows.find((row) => row.id === request?.customerId)).toMatchObject({ companyId, email: 'ola@kawa.example' })
  })

  async function makeCompany(): Promise<{ id: string; version: number }> {
    const { store } = scene.server.services
    await store.transact(async (tx) => {
      await tx.insert(tx.t.companies).values({ id: 'kawa', name: 'Kawa', nameFolded: 'kawa', createdAt: 1 })
      await tx.insert(tx.t.companyDomains).values({ domain: 'kawa.example', companyId: 'kawa' })
    })
    return { id: 'kawa', version: 1 }
  }
})

describe('what machines write (rules 36, 37)', () => {
  test('an automatic answer stands in its thread and wakes nothing', async () => {
    const id = await scene.arrive({ from: 'away@customers.example' })
    const activityId = await take(id)
    await scene.say(activityId, 'Are you there?')
    const [posted] = await scene.sendMore(1)
    const { messageId } = await readMail(Buffer.from(posted?.raw ?? ''))
    const requestId = (await scene.requestOf(activityId))?.id ?? ''
    const request = await scene.anna.call('getRequest', { params: { requestId } })
    await scene.anna.call('closeRequest', {
      params: { requestId: request.id },
      version: request.version,
      body: { outcome: 'solved' },
    })
    const away = await scene.arrive({
      from: 'away@customers.example',
      subject: 'Out of office',
      headers: ['Auto-Submitted: auto-replied', `In-Reply-To: ${messageId}`],
      text: 'I am away.',
    })
    expect(await scene.threadOf(away)).toBe(activityId)
    expect(await scene.requestOf(activityId)).toMatchObject({ category: 'closed' })
    const person = await scene.arrive({
      from: 'away@customers.example',
      headers: [`In-Reply-To: ${messageId}`],
      text: 'I am back.',
    })
    expect(await scene.threadOf(person)).toBe(activityId)
    expect(await scene.requestOf(activityId)).toMatchObject({ category: 'active' })
  })

  test('a report about a mail that was never ours makes no work, and is found where administrators look', async () => {
    const { activities, customers } = scene.server.services.store.t
    const counts = async () => {
      const { read } = scene.server.services.store
      return [await read.$count(activities), await read.$count(customers), (await scene.stored()).length]
    }
    const before = await counts()
    await scene.deliver(reportOf({ to: 'support@shop.example', original: '<never@elsewhere.example>' }))
    expect(await counts()).toEqual(before)
    const { items } = await scene.admin.call('listFailedIntakes', { params: { channelId: scene.channelId } })
    expect(items).toMatchObject([
      { state: 'failed', error: 'a delivery report about no mail of ours: gone@customers.example 5.1.1' },
    ])
  })

  test('a report is put to the mail that failed, by its id or by the address that it comes back to', async () => {
    const id = await scene.arrive({ from: 'gone@customers.example' })
    const activityId = await take(id)
    await scene.say(activityId, 'It is on its way')
    const [posted] = await scene.sendMore(1)
    const sent = await readMail(Buffer.from(posted?.raw ?? ''))
    const before = (await texts(activityId)).length
    await scene.deliver(reportOf({ to: posted?.from ?? '', original: sent.messageId }))
    const [mail] = (await scene.stored()).filter(({ internetId }) => internetId === sent.messageId)
    expect(mail).toMatchObject({ state: 'sent', delivery: 'failed', deliveryNote: 'gone@customers.example 5.1.1' })
    expect(await texts(activityId)).toHaveLength(before)
    await scene.say(activityId, 'And another one')
    const [next] = await scene.sendMore(1)
    await scene.deliver(reportOf({ to: next?.from ?? '', original: null, action: 'delayed', status: '4.4.1' }))
    const delayed = (await scene.stored()).filter((row) => row.activityId === activityId && row.delivery === 'delayed')
    expect(delayed).toHaveLength(1)
  })

  test('what comes from ourselves, and whoever is blocked, starts nothing', async () => {
    const own = await scene.arrive({ from: 'support@shop.example' })
    const tagged = await scene.arrive({ from: 'support+x@shop.example' })
    expect([await scene.threadOf(own), await scene.threadOf(tagged)]).toEqual([null, null])
    const { store } = scene.server.services
    await store.transact((tx) =>
      tx.insert(tx.t.blockedSenders).values({
        id: 'block',
        kind: 'email',
        value: 'spam@customers.example',
        blockedAt: 1,
        blockedById: 'anna',
      } as never),
    )
    const blocked = await scene.arrive({ from: 'spam@customers.example' })
    expect(await scene.threadOf(blocked)).toBeNull()
  })

  test('a mail without a sender is kept for a person to see', async () => {
    await scene.deliver(['Subject: Nobody', '', 'Who am I?'].join('\r\n'))
    const { items } = await scene.admin.call('listFailedIntakes', { params: { channelId: scene.channelId } })
    expect(items[0]).toMatchObject({ state: 'failed', error: 'it has no sender' })
  })
})

describe('sending (row E3)', () => {
  test('what the server refuses for good has failed, with its words; what it refuses for now is tried again', async () => {
    const id = await scene.arrive({ from: 'refused@customers.example' })
    const activityId = await take(id)
    scene.office.refusing.set('refused@customers.example', { code: 550, text: '5.1.1 no such person' })
    await scene.say(activityId, 'Hello?')
    const stateOf = async () => {
      scene.server.clock.advance(11_000)
      await scene.server.sweep()
      const { items } = await scene.anna.call('listMails', { params: { activityId } })
      return items[0]
    }
    await expect
      .poll(stateOf)
      .toMatchObject({ state: 'failed', error: expect.stringContaining('no such person') as string })
    scene.office.refusing.set('refused@customers.example', { code: 451, text: '4.7.1 come back later' })
    await scene.say(activityId, 'And now?')
    await expect
      .poll(stateOf)
      .toMatchObject({ state: 'waiting', error: expect.stringContaining('come back later') as string })
    scene.office.refusing.delete('refused@customers.example')
    scene.server.clock.advance(dayMs)
    await scene.sendMore(1)
    await expect.poll(stateOf).toMatchObject({ state: 'sent', error: null })
  })

  test('a header cannot be put in by a name or a subject', async () => {
    const id = await scene.arrive({
      from: '=?utf-8?q?Eve=0D=0ABcc:_victim@elsewhere.example?= <eve@customers.example>',
      subject: '=?utf-8?q?Hi=0D=0ABcc:_victim@elsewhere.example?=',
    })
    const activityId = await take(id)
    await scene.say(activityId, 'Hello')
    const [posted] = await scene.sendMore(1)
    expect(posted?.to).toEqual(['eve@customers.example'])
    expect(posted?.raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
  })
})

interface Report {
  to: string
  original: string | null
  action?: string
  status?: string
}
const reportOf = ({ to, original, action = 'failed', status = '5.1.1' }: Report): string =>
  [
    `Message-ID: <report-${action}-${Math.random()}@mx.example>`,
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    `To: ${to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
    '',
    '--r',
    '',
    'It could not be delivered.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; gone@customers.example',
    `Action: ${action}`,
    `Status: ${status}`,
    ...(original === null
      ? []
      : ['--r', 'Content-Type: message/rfc822', '', `Message-ID: ${original}`, 'Subject: x', '', 'It is on its way']),
    '--r--',
  ].join('\r\n')
