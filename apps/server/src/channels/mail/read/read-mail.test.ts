import { readFileSync, readdirSync } from 'node:fs'
import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMail } from './read-mail.ts'

const folder = new URL('../corpus/', import.meta.url)
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, folder)))

const head = (more: string[] = []): string =>
  [
    'From: Anna <anna@example.org>',
    'To: support@kawa.example',
    'Subject: Lid',
    'Date: Mon, 5 Oct 2026 10:00:00 +0200',
    ...more,
  ].join('\r\n')
const mail = (headers: string[], body: string): Buffer => Buffer.from(`${head(headers)}\r\n\r\n${body}`)
const parts = (all: string[]): Buffer =>
  mail(['Content-Type: multipart/mixed; boundary=b'], `${all.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`)
const file = (name: string, bytes = 3): string =>
  `Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(bytes, 'a').toString('base64')}`

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const start = Date.now()
  const result = await work
  return { result, ms: Date.now() - start }
}

describe('a mail that is too much is cut, and says what is missing', () => {
  test('a text of 5 MB', async () => {
    const { result, ms } = await timed(
      readMail(mail([], `First line.\r\n${'All work and no play.\r\n'.repeat(220_000)}`)),
    )
    expect(result.problems).toEqual(['TEXT_TOO_BIG'])
    expect(result.visible.startsWith('First line.\nAll work')).toBe(true)
    expect(result.text.length).toBeLessThanOrEqual(1_000_000)
    expect(ms).toBeLessThan(10_000)
  })

  test('HTML of 5 MB', async () => {
    const html = `<p>First.</p>${'<p style="color:red">More &amp; more.</p>'.repeat(130_000)}`
    const { result, ms } = await timed(readMail(mail(['Content-Type: text/html'], html)))
    expect(result.problems).toContain('HTML_TOO_BIG')
    expect(ms).toBeLessThan(10_000)
    const some = await readMail(mail(['Content-Type: text/html'], html.slice(0, 600_000)))
    expect(some.html?.startsWith('<p>First.</p>')).toBe(true)
  })

  test('a thousand recipients', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `"Person ${at}" <p${at}@example.org>`).join(',\r\n ')
    const { to, cc, problems, recipients } = await readMail(mail([`Cc: ${many}`], 'Hello'))
    expect([to.length, cc.length, recipients.length]).toEqual([1, 200, 201])
    expect(problems).toEqual(['TOO_MANY_RECIPIENTS'])
  })

  test('a head of 2 MB: what stands at its top is read, and the body', async () => {
    const bomb = Array.from({ length: 20_000 }, (_, at) => `X-Bomb-${at}: ${'x'.repeat(80)}`)
    const { problems, from, subject, visible } = await readMail(mail(bomb, 'Hello'))
    expect(problems).toEqual(['HEADERS_TOO_BIG'])
    expect([from?.address, subject, visible]).toEqual(['anna@example.org', 'Lid', 'Hello'])
  })

  test('one header line of 2 MB', async () => {
    const { problems, visible } = await readMail(mail([`X-Bomb: ${'x'.repeat(2_000_000)}`], 'Hello'))
    expect(problems).toContain('HEADERS_TOO_BIG')
    expect(visible).toBe('Hello')
  })

  test('a thousand parts', async () => {
    const { problems, visible } = await readMail(
      parts([
        'Content-Type: text/plain\r\n\r\nHello',
        ...Array.from({ length: 1_000 }, () => 'Content-Type: text/plain\r\n\r\nx'),
      ]),
    )
    expect(problems).toContain('TOO_MANY_PARTS')
    expect(visible.startsWith('Hello')).toBe(true)
  })

  test('parts in parts, a thousand deep', async () => {
    let body = 'Content-Type: text/plain\r\n\r\nHello'
    for (let level = 0; level < 1_000; level++) {
      body = `Content-Type: multipart/mixed; boundary=l${level}\r\n\r\n--l${level}\r\n${body}\r\n--l${level}--`
    }
    const { result, ms } = await timed(readMail(Buffer.from(`${head()}\r\n${body}`)))
    expect(result.problems).toContain('TOO_MANY_PARTS')
    expect(ms).toBeLessThan(10_000)
  })

  test('attachments, by number and by bytes', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `${at}.pdf`)
    const raw = parts(['Content-Type: text/plain\r\n\r\nHello', ...names.map((name) => file(name, 1_000))])
    const few = await readMail(raw, { limits: { attachments: 10 } })
    expect([few.attachments.length, few.problems]).toEqual([10, ['TOO_MANY_ATTACHMENTS']])
    const small = await readMail(raw, { limits: { attachmentBytes: 2_500 } })
    expect([small.attachments.map(({ fileName }) => fileName), small.problems]).toEqual([
      ['0.pdf', '1.pdf'],
      ['ATTACHMENTS_TOO_BIG'],
    ])
    expect((await readMail(raw)).attachments).toHaveLength(12)
  })

  test('the whole mail, of a buffer and of a stream', async () => {
    const raw = mail([], 'a'.repeat(10_000))
    for (const source of [raw, Readable.from([raw.subarray(0, 500), raw.subarray(500)])]) {
      const { problems, visible } = await readMail(source, { limits: { mailBytes: 1_000 } })
      expect(problems).toEqual(['MAIL_TOO_BIG'])
      expect(visible.length).toBeLessThan(1_000)
    }
  })
})

test('a stream is read as a buffer is; one that breaks off gives what came', async () => {
  const raw = corpus[0] ?? Buffer.alloc(0)
  expect(await readMail(Readable.from([raw.subarray(0, 100), raw.subarray(100)]))).toEqual(await readMail(raw))
  const broken = new PassThrough()
  broken.write(mail([], 'Hello'))
  setImmediate(() => broken.destroy(new Error('the line went dead')))
  const { problems, subject } = await readMail(broken)
  expect(problems).toContain('BROKEN_MIME')
  expect(subject).toBe('Lid')
})

test('the envelope counts where it is known, and says that nobody sent it', async () => {
  const raw = mail(['Return-Path: <anna@example.org>'], 'Hello')
  expect(await readMail(raw)).toMatchObject({ returnPath: 'anna@example.org', automatic: null })
  expect(await readMail(raw, { envelopeFrom: '' })).toMatchObject({ returnPath: '', automatic: 'no-return-path' })
  expect((await readMail(mail([], 'Hello'))).returnPath).toBeNull()
})

test('the same mail without an id is known again; another is another (rule 33)', async () => {
  const first = await readMail(mail([], 'Hello\r\n'))
  const again = await readMail(
    Buffer.from(mail(['Received: from elsewhere'], 'Hello').toString().replaceAll('\r\n', '\n')),
  )
  expect(again.messageId).toBe(first.messageId)
  expect(first.messageId).toMatch(/^<[0-9a-f]{40}@made\.invalid>$/u)
  expect((await readMail(mail([], 'Goodbye'))).messageId).not.toBe(first.messageId)
})

test('two mails of the corpus that are not the same have not the same id', async () => {
  const ids = await Promise.all(corpus.map(async (raw) => (await readMail(raw)).messageId))
  expect(new Set(ids).size).toBe(corpus.length)
})

describe('whatever comes', () => {
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.constantFrom('cut', 'drop', 'double', 'noise', 'line', 'boundary', 'nul'),
    noise: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  })
  function changed(raw: Buffer, { at, what, noise }: { at: number; what: string; noise: Uint8Array }): Buffer {
    const place = Math.floor(at * raw.length)
    const [before, behind] = [raw.subarray(0, place), raw.subarray(place)]
    const between = {
      cut: [before],
      drop: [before, behind.subarray(50)],
      double: [before, behind.subarray(0, 200), behind],
      noise: [before, noise, behind.subarray(noise.length)],
      line: [before, Buffer.from('\r\n'), behind],
      boundary: [before, Buffer.from('\r\n--b--\r\n\r\n--\r\n'), behind],
      nul: [before, Buffer.from([0, 255, 0]), behind],
    }[what]
    return Buffer.concat(between ?? [raw])
  }

  test('mails of the corpus that were damaged on their way never fail, and in time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(corpus.length - 1),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (which, changes) => {
          const raw = changes.reduce(changed, corpus[which] ?? Buffer.alloc(0))
          const { result, ms } = await timed(readMail(raw))
          expect(ms).toBeLessThan(1_000 + (raw.length / 1_024) * 50)
          expect(Array.isArray(result.problems)).toBe(true)
          expect(result.html ?? '').not.toMatch(/<script|<iframe|\son\w+=/iu)
          expect([result.text, result.html, result.subject, ...result.headers.values()].join(' ')).not.toContain('\0')
        },
      ),
      { numRuns: 700 },
    )
  }, 120_000)

  test('noise never fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await readMail(Buffer.from(bytes))).attachments.length).toBeLessThan(100)
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('lines that look like mail never fail', async () => {
    const line = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: text/html; charset=utf-7',
      'Content-Type: message/rfc822',
      'Content-Type: text/plain; charset=iso-2022-jp',
      'Content-Type: text/plain; format=flowed; delsp=yes',
      'Content-Type: message/delivery-status',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Disposition: attachment',
      "Content-Disposition: inline; filename*=utf-8''%FF%zz",
      'Content-ID: <>',
      'From: a@b',
      'From: =?utf-7?B?+AAA?=',
      'To: :;,<>()',
      'Subject: =?x?Q?=FF?=',
      'Date: 99 Foo',
      'List-__proto__: <x>',
      '__proto__: x',
      'Message-ID: <',
      'References: <a@b> <',
      ' folded',
      '--b',
      '--b--',
      '',
      '',
      '> x',
      'PGRpdj4=',
      '=FF=',
      '<b>x</b>',
      'Action: failed',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const { result, ms } = await timed(readMail(Buffer.from(lines.join('\r\n'))))
        expect(typeof result.visible).toBe('string')
        expect(ms).toBeLessThan(2_000)
      }),
      { numRuns: 1_000 },
    )
  }, 120_000)
})
