import { limits, mailHoldMs } from '@care/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'
import { receive } from '../receive.ts'
import { readMail } from './read/read-mail.ts'
import { type MailScene, openMailScene } from './testing/mail-scene.ts'
import type { PostOffice } from './testing/post-office.ts'

let scene: MailScene
let server: MailScene['server']
let office: PostOffice
let [anna, boris, vera, fiona]: Desk[] = []
let channelId: string
beforeAll(async () => {
  scene = await openMailScene({}, { hasPlusAddresses: false })
  ;({ server, office, anna, channelId } = scene)
  boris = await server.signIn('boris')
  vera = await server.signIn('vera')
  fiona = await server.signIn('fiona')
})
afterAll(() => scene.close())
const people = () => {
  if (!anna || !boris || !vera || !fiona) throw new Error('nobody is signed in')
  return { anna, boris, vera, fiona }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
let letters = 0
const key = (): string => `key-of-letter-${(letters += 1)}`
const dirty = [
  '<p>It does <b>not</b> grind.</p>',
  '<script>alert(1)</script><img src="x" onerror="alert(1)"><form action="https://evil.example"><input></form>',
  '<img src="cid:grinder"><img src="https://tracker.example/open.png" alt="us">',
  '<blockquote type="cite">On Monday you wrote</blockquote>',
].join('')
/** An HTML mail with a picture in its text, from a customer of her own. */
async function arrive({ headers = [] as string[], html = dirty } = {}) {
  const sender = `elena-${(letters += 1)}@customers.example`
  const subject = `My grinder ${letters}`
  const raw = [
    `Message-ID: <${sender}>`,
    `From: Elena Petrova <${sender}>`,
    'To: support@shop.example, Ivan <ivan@customers.example>',
    `Subject: ${subject}`,
    'Date: Mon, 06 Apr 2026 09:00:00 +0000',
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b',
    'Content-Type: image/png; name=grinder.png',
    'Content-ID: <grinder>',
    'Content-Disposition: inline; filename=grinder.png',
    'Content-Transfer-Encoding: base64',
    '',
    png.toString('base64'),
    '--b--',
  ].join('\r\n')
  await receive(server.services, channelId, [{ externalId: `arrived-${letters}`, raw: Buffer.from(raw) }])
  await server.settle()
  const { mails } = server.services.store.t
  const row = (await server.services.store.read.select().from(mails)).find((mail) => mail.subject === subject)
  if (!row) throw new Error(`no mail of ${sender} was taken`)
  return { sender, subject, activityId: row.activityId, mailId: row.id, messageId: row.messageId }
}
/** The same, with Anna. */
async function taken(of: Parameters<typeof arrive>[0] = {}) {
  const arrived = await arrive(of)
  await people().anna.call('takeTask', { params: { activityId: arrived.activityId } })
  return { ...people(), ...arrived }
}
const letter = (more: object = {}) => ({
  clientMessageId: key(),
  to: [{ address: 'elena@customers.example' }],
  subject: 'Re: My grinder',
  html: '<p>We are <b>sorry</b>.</p>',
  ...more,
})
const write = (desk: Desk, activityId: string, more: object = {}) =>
  desk.call('sendMail', { params: { activityId }, body: letter(more) })
const frame = async (desk: Desk, mailId: string, query = '') =>
  fetch(`${server.url}/api/mails/${mailId}/frame${query}`, { headers: { cookie: desk.cookie } })
/** What the customers' server was handed of it, once it is due. */
async function posted() {
  const before = office.posted.length
  server.clock.advance(mailHoldMs + 1)
  await expect
    .poll(async () => {
      await server.sweep()
      return office.posted.length
    })
    .toBe(before + 1)
  const handed = office.posted.at(-1)
  if (!handed) throw new Error('nothing was handed over')
  return { ...handed, mail: await readMail(Buffer.from(handed.raw)) }
}

test('what came is listed with its facts, and what went beside it', async () => {
  const { anna, activityId, sender, subject } = await taken()
  await write(anna, activityId)
  const { items, isSetUp, signature } = await anna.call('listMails', { params: { activityId } })
  expect(items.map(({ direction }) => direction)).toEqual(['out', 'in'])
  expect(items[1]).toMatchObject({
    from: { name: 'Elena Petrova', address: sender },
    to: [{ address: 'support@shop.example', name: '' }],
    cc: [{ address: 'ivan@customers.example', name: 'Ivan' }],
    subject,
    hasHtml: true,
    automatic: null,
    state: 'received',
    canCancel: false,
    canRetry: false,
  })
  expect(items[1]?.originalFileId).not.toBeNull()
  expect(items[1]?.inlineFileIds).toHaveLength(1)
  expect({ isSetUp, signature }).toEqual({ isSetUp: true, signature: 'The people of the shop' })
  const { items: first, nextCursor } = await anna.call('listMails', { params: { activityId }, query: { limit: 1 } })
  const rest = await anna.call('listMails', { params: { activityId }, query: { limit: 1, cursor: nextCursor ?? '' } })
  expect([...first, ...rest.items]).toEqual(items)
  await posted()
})

test('its page has its own pictures, nothing that runs, and what is elsewhere only when asked for', async () => {
  const { anna, fiona, activityId, mailId } = await taken()
  const answer = await frame(anna, mailId)
  const policy = answer.headers.get('content-security-policy') ?? ''
  const page = await answer.text()
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(policy).toContain("default-src 'none'; img-src 'self' data:;")
  expect(policy).toContain('sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox')
  expect(policy).not.toContain('allow-scripts')
  expect(page).not.toMatch(/<script|onerror|<form|<input/u)
  const { items } = await anna.call('listMails', { params: { activityId } })
  expect(page).toContain(`src="/api/files/${items[0]?.inlineFileIds[0]}"`)
  expect(page).not.toContain(' src="https://tracker')
  const all = await frame(anna, mailId, '?images=all')
  expect(all.headers.get('content-security-policy')).toContain("img-src 'self' data: https: http:;")
  expect(all.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await all.text()).toContain(' src="https://tracker.example/open.png"')
  // She is of another queue.
  expect((await frame(fiona, mailId)).status).toBe(404)
  expect((await frame(anna, mailId, '?part=else')).status).toBe(400)
})

test('coloured mail stands on paper in the dark', async () => {
  const { anna, mailId } = await taken({ html: '<p style="color:#111">Hello</p>' })
  expect(await (await frame(anna, mailId, '?look=dark')).text()).toContain('class="paper"')
  const plain = await taken({ html: '<p>Hello</p>' })
  expect(await (await frame(anna, plain.mailId, '?look=dark')).text()).not.toContain('class="paper"')
})

test('an answer goes as text and as HTML, with picture, cc, hidden receivers, signatures and quote', async () => {
  const { anna, activityId, sender } = await taken()
  await anna.call('changeMe', { body: { mailSignature: 'Anna Kowalska, service' } })
  const picture = await anna.call('uploadFile', { query: { name: 'part.png', activityId }, file: png })
  const paper = await anna.call('uploadFile', { query: { name: 'terms.txt', activityId }, file: Buffer.from('Terms') })
  const { message, mail } = await write(anna, activityId, {
    to: [{ address: sender, name: 'Elena Petrova' }, { address: 'second@customers.example' }],
    cc: [{ address: 'ivan@customers.example', name: 'Ivan' }],
    // Who is named already is not written to a second time.
    bcc: [{ address: 'boss@shop.example' }, { address: sender.toUpperCase() }],
    html: `<div>We are <b>sorry</b>.<script>alert(1)</script></div><ul><li>one</li></ul><img src="cid:${picture.id}">`,
    attachmentIds: [paper.id],
    pictureIds: [picture.id],
  })
  expect(message.text).toBe('We are sorry.\n- one')
  expect(message.attachments.map(({ name }) => name)).toEqual(['terms.txt', 'part.png'])
  expect(mail).toMatchObject({
    state: 'waiting',
    hasHtml: true,
    bcc: [{ address: 'boss@shop.example' }],
    canRetry: false,
  })
  expect(await (await frame(anna, mail.id)).text()).toContain(`src="/api/files/${picture.id}"`)

  const { to, raw, mail: sent } = await posted()
  expect(to).toEqual([sender, 'second@customers.example', 'ivan@customers.example', 'boss@shop.example'])
  expect(raw).not.toContain('boss@shop.example')
  expect(raw).toMatch(/multipart\/alternative/u)
  expect(raw).toMatch(/multipart\/related/u)
  expect(sent.to.map(({ address }) => address)).toEqual([sender, 'second@customers.example'])
  expect(sent.cc).toEqual([{ address: 'ivan@customers.example', name: 'Ivan' }])
  expect(sent.text).toContain('We are sorry.')
  expect(sent.text).toContain('-- \nAnna Kowalska, service\nThe people of the shop')
  expect(sent.quoted).toContain('> It does not grind.')
  expect(sent.html).toContain('<b>sorry</b>')
  expect(sent.html).toContain(`data-cid="${picture.id}"`)
  expect(sent.html).not.toContain('alert')
  // The picture of the mail that is quoted goes along.
  expect(sent.quotedHtml).toContain('data-cid="grinder"')
  expect(sent.attachments.map(({ fileName, isInline }) => [fileName, isInline])).toEqual(
    expect.arrayContaining([
      ['terms.txt', false],
      ['part.png', true],
      ['grinder.png', true],
    ]),
  )
  await anna.call('changeMe', { body: { mailSignature: '' } })
})

test('what is forwarded goes with its head, words and files, and is not answered to by default', async () => {
  const { anna, activityId, sender, messageId } = await taken()
  const { message, mail } = await write(anna, activityId, {
    to: [{ address: 'maker@factory.example' }],
    subject: 'Fwd: My grinder',
    html: '<p>Can you help?</p>',
    forwards: messageId,
  })
  expect(mail.hasQuote).toBe(true)
  expect(message.attachments.map(({ name }) => name)).toEqual(['grinder.png'])
  expect(await (await frame(anna, mail.id, '?part=quote')).text()).toContain('Forwarded message')
  const { to, mail: sent } = await posted()
  expect(to).toEqual(['maker@factory.example'])
  expect(sent.text).toContain(`From: Elena Petrova <${sender}>`)
  expect(sent.text).toContain('It does not grind.')
  expect(sent.text).not.toContain('> It does not grind.')
  expect(sent.attachments.map(({ fileName }) => fileName)).toEqual(['grinder.png'])
  // A reply without a receiver of its own, as a macro writes one, goes to her.
  await anna.call('sendMessage', { params: { activityId }, body: { clientMessageId: key(), text: 'We asked.' } })
  expect((await posted()).to).toEqual([sender])
  const other = await taken()
  expect(await refusal(write(anna, activityId, { forwards: other.messageId }))).toBe('NOT_FOUND')
})

test('once per clientMessageId, also when it is sent twice at the same time', async () => {
  const { anna, activityId } = await taken()
  const body = letter()
  const both = await Promise.all([
    anna.call('sendMail', { params: { activityId }, body }),
    anna.call('sendMail', { params: { activityId }, body }),
  ])
  expect(new Set(both.map(({ mail }) => mail.id)).size).toBe(1)
  await posted()
})

test('who may not, and what cannot be sent', async () => {
  const { anna, boris, vera, activityId } = await taken()
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ address: `a${i}@customers.example` }))
  expect(await refusal(write(boris, activityId))).toBe('FORBIDDEN')
  expect(await refusal(write(anna, activityId, { to: [] }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { to: [{ address: 'nobody' }] }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { to: many(30), cc: many(21) }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { subject: 'One\r\nBcc: all@x.example' }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { html: '<script>only</script> ' }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { html: 'x'.repeat(limits.message + 1) }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { html: 'x'.repeat(limits.mailHtml + 1) }))).toBe('INVALID_INPUT')
  expect(await refusal(write(anna, activityId, { attachmentIds: ['of-another'] }))).toBe('INVALID_INPUT')
  const half = Buffer.alloc(limits.mailFileBytes / 2 + 1, 'a')
  const large = await Promise.all(
    ['a.txt', 'b.txt'].map((name) => anna.call('uploadFile', { query: { name, activityId }, file: half })),
  )
  expect(await refusal(write(anna, activityId, { attachmentIds: large.map(({ id }) => id) }))).toBe('TOO_LARGE')
  // Vera answers; Anna had begun before that.
  await write(vera, activityId)
  expect(await refusal(write(anna, activityId, { seenSeq: 1 }))).toBe('THREAD_MOVED_ON')
  await anna.call('endActivity', { params: { activityId } })
  expect(await refusal(write(anna, activityId))).toBe('NOT_ALLOWED_NOW')
  await posted()
})

test('what could not be sent says why and is sent again by hand; what is sent or taken back is not', async () => {
  const { anna, boris, activityId } = await taken()
  const params = async (to: string) => ({ mailId: (await write(anna, activityId, { to: [{ address: to }] })).mail.id })
  const of = async ({ mailId }: { mailId: string }) =>
    (await anna.call('listMails', { params: { activityId } })).items.find(({ id }) => id === mailId)
  const away = await params('away@customers.example')
  expect(await refusal(anna.call('retryMail', { params: away }))).toBe('NOT_ALLOWED_NOW')
  office.refusing.set('away@customers.example', { code: 451, text: 'come back later' })
  server.clock.advance(mailHoldMs + 1)
  await expect.poll(async () => (await server.sweep(), await of(away))).toMatchObject({ tries: 1, canRetry: true })
  expect(await of(away)).toMatchObject({
    state: 'waiting',
    error: expect.stringContaining('come back later') as string,
  })
  expect(await refusal(boris.call('retryMail', { params: away }))).toBe('FORBIDDEN')

  office.refusing.set('away@customers.example', { code: 550, text: 'no such user' })
  await anna.call('retryMail', { params: away })
  await expect
    .poll(async () => (await server.sweep(), await of(away)))
    .toMatchObject({ state: 'failed', canRetry: true })

  office.refusing.delete('away@customers.example')
  await anna.call('retryMail', { params: away })
  expect((await posted()).to).toEqual(['away@customers.example'])
  await expect.poll(() => of(away)).toMatchObject({ state: 'sent', error: null, canRetry: false })
  expect(await refusal(anna.call('retryMail', { params: away }))).toBe('NOT_ALLOWED_NOW')

  const back = await params('back@customers.example')
  await anna.call('cancelMail', { params: back })
  expect(await refusal(anna.call('retryMail', { params: back }))).toBe('NOT_ALLOWED_NOW')
})
