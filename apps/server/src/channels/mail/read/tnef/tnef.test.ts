import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, mailWithTnef, messageWithin, tnefOf, type TnefParts } from '../../testing/tnef.ts'
import { readMail } from '../read-mail.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { readTnef } from './read-tnef.ts'

const read = (form: Buffer, text = '') => readMail(Buffer.from(mailWithTnef(form, { text })))
const names = ({ attachments }: { attachments: { fileName: string }[] }): string[] =>
  attachments.map(({ fileName }) => fileName)

const pdf = Buffer.from('%PDF-1.4 the contract')
/** Packed by [MS-OXRTFCP] 3.1.1: its own example. */
const packedRtf = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
)

const everything: TnefParts = {
  page: 1251,
  properties: [
    { id: 0x8001, name: 'Own', text: 'of a program' },
    { id: 0x8002, name: 'Many', texts: ['one', 'two'] },
    { id: 0x0e1b, flag: true },
    { id: 0x1000, letters: Buffer.from('cff0e8e2e5f2', 'hex') },
    { id: 0x3fde, number: 65_001 },
    { id: 0x1013, bytes: Buffer.from('<p>Привет, <b>Лена</b></p><img src="cid:logo@x"><script>alert(1)</script>') },
  ],
  files: [
    { title: Buffer.from('CONTRA~1.PDF'), data: pdf, properties: [{ id: 0x3707, text: 'Договор № 5.pdf' }] },
    { title: Buffer.from('cff0e8e2e52e747874', 'hex'), data: Buffer.from('notes') },
    {
      data: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
      properties: [
        { id: 0x3707, text: 'logo.gif' },
        { id: 0x370e, text: 'image/gif' },
        { id: 0x3712, text: 'logo@x' },
      ],
    },
  ],
}

describe('winmail.dat', () => {
  test('gives its files with their whole names, and its words where the mail has none', async () => {
    const mail = await read(tnefOf(everything))
    expect(names(mail)).toEqual(['Договор № 5.pdf', 'Приве.txt', 'logo.gif'])
    expect(mail.attachments[0]?.content.equals(pdf)).toBe(true)
    expect(mail.attachments[2]).toMatchObject({ cid: 'logo@x', isInline: true, contentType: 'image/gif' })
    expect(mail.visible).toBe('Привет')
    expect(mail.html).toContain('<b>Лена</b>')
    expect(mail.html).not.toContain('script')
    expect(mail.problems).toEqual([])
  })

  test('leaves the words of the mail as they are', async () => {
    const mail = await read(tnefOf(everything), 'In the attachment.')
    expect(mail).toMatchObject({ visible: 'In the attachment.', html: null, problems: [] })
    expect(names(mail)).toHaveLength(3)
  })

  test('of an old program: words and file in attributes of their own', async () => {
    const form = tnefOf({
      more: [attribute(1, 0x0002_800c, Buffer.from('Old words\0'))],
      files: [{ title: Buffer.from('a.pdf'), data: pdf }],
    })
    const mail = await read(form)
    expect(mail).toMatchObject({ visible: 'Old words', problems: [] })
    expect(names(mail)).toEqual(['a.pdf'])
  })

  test('with a file that stands in a property, and an object of a program', async () => {
    const form = tnefOf({
      files: [
        {
          properties: [
            { id: 0x3701, bytes: pdf },
            { id: 0x3704, text: 'b.pdf' },
          ],
        },
        { properties: [{ id: 0x3701, object: Buffer.concat([Buffer.alloc(16, 11), pdf]) }] },
        { properties: [{ id: 0x3001, text: 'nothing in it' }] },
      ],
    })
    const mail = await read(form, 'Look')
    expect(names(mail)).toEqual(['b.pdf', 'attachment.bin'])
    expect(mail.attachments[1]?.content.equals(pdf)).toBe(true)
  })

  test('with a message in a message: each gives its words as a file, and its files', async () => {
    const inner = messageWithin({
      properties: [
        { id: 0x0037, text: 'Inner: most' },
        { id: 0x1000, text: 'Deep' },
      ],
      files: [{ title: Buffer.from('deep.pdf'), data: pdf }],
    })
    const outer = messageWithin({
      properties: [
        { id: 0x0037, text: 'Outer' },
        { id: 0x1000, text: 'Less deep' },
      ],
      files: [{ properties: [{ id: 0x3701, object: inner }] }],
    })
    const mail = await read(tnefOf({ files: [{ properties: [{ id: 0x3701, object: outer }] }] }), 'See below')
    expect(names(mail)).toEqual(['Outer.txt', 'Inner most.txt', 'deep.pdf'])
    expect(mail.attachments[1]?.content.toString()).toBe('Deep')
    expect(mail.visible).toBe('See below')
  })

  test('whose words are RTF alone gives that as a file', async () => {
    const mail = await read(tnefOf({ properties: [{ id: 0x1009, bytes: packedRtf }] }))
    expect(names(mail)).toEqual(['message.rtf'])
    expect(mail.attachments[0]?.content.toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
    expect(names(await read(tnefOf({ properties: [{ id: 0x1009, bytes: packedRtf }] }), 'hello world'))).toEqual([])
  })

  test('that holds only looks, as most do, is not shown at all', async () => {
    expect(await read(tnefOf({}), 'Hello')).toMatchObject({ attachments: [], problems: [], visible: 'Hello' })
  })

  test('that is broken or something else stays a file with a mark', async () => {
    const whole = tnefOf(everything)
    for (const form of [whole.subarray(0, whole.length - 9), Buffer.from('no TNEF at all'), Buffer.alloc(1)]) {
      const mail = await read(form, 'Hello')
      expect(mail).toMatchObject({ problems: ['TNEF_NOT_OPENED'], visible: 'Hello' })
      expect(names(mail)).toEqual(['winmail.dat'])
    }
  })

  test('has the limits of all files', async () => {
    const files = Array.from({ length: 150 }, (_, at) => ({ title: Buffer.from(`${at}.txt`), data: Buffer.from('x') }))
    const mail = await read(tnefOf({ files }), 'Many')
    expect(mail.attachments).toHaveLength(100)
    expect(mail.problems).toEqual(['TOO_MANY_ATTACHMENTS'])
  })

  test('of messages in messages without end is broken', () => {
    let object = messageWithin({ properties: [{ id: 0x1000, text: 'deepest' }] })
    for (let level = 0; level < 20; level += 1)
      object = messageWithin({ files: [{ properties: [{ id: 0x3701, object }] }] })
    const read20 = readTnef(tnefOf({ files: [{ properties: [{ id: 0x3701, object }] }] }))
    expect(read20?.files.map(({ contentType }) => contentType)).toEqual(['application/octet-stream'])
  })
})

describe('packed RTF ([MS-OXRTFCP] 3.1)', () => {
  test('is unpacked', () => {
    expect(unpackRtf(packedRtf, 1_000).toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  })
  test('also when it is not packed, and never more than is wanted', () => {
    const plain = Buffer.concat([Buffer.from('1700000007000000', 'hex'), Buffer.from('MELA0000{\\rtf1}')])
    expect(unpackRtf(plain, 1_000).toString()).toBe('{\\rtf1}')
    expect(unpackRtf(packedRtf, 5)).toHaveLength(5)
    expect(() => unpackRtf(Buffer.from('0123456789abcdefgh'), 10)).toThrow(RangeError)
  })
})

describe('no bytes make it fail', () => {
  const whole = tnefOf({
    ...everything,
    properties: [...(everything.properties ?? []), { id: 0x1009, bytes: packedRtf }],
    files: [
      ...(everything.files ?? []),
      { properties: [{ id: 0x3701, object: messageWithin({ properties: [{ id: 0x1009, bytes: packedRtf }] }) }] },
    ],
  })
  const isRead = (form: Buffer): boolean => {
    const tnef = readTnef(form)
    return tnef === null || tnef.files.every(({ content }) => content.length <= form.length * 20)
  }

  test('whatever they are', () => {
    const begun = whole.subarray(0, 6)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(isRead(Buffer.from(bytes))).toBe(true)
        expect(isRead(Buffer.concat([begun, Buffer.from(bytes)]))).toBe(true)
      }),
    )
  })

  test('a right one with some of them changed, or cut', () => {
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(whole.length), (changes, end) => {
        const form = Buffer.from(whole)
        for (const [at, byte] of changes) form[at] = byte
        expect(isRead(form)).toBe(true)
        expect(isRead(form.subarray(0, end))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })
})
