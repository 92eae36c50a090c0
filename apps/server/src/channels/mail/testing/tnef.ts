const short = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
const long = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

/** One attribute ([MS-OXTNEF] 2.1.3): where it belongs, its id, length, bytes, and the sum of these. */
export const attribute = (level: 1 | 2, id: number, data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.of(level),
    long(id),
    long(data.length),
    data,
    short(data.reduce((sum, byte) => (sum + byte) & 0xffff, 0)),
  ])

type Property = { id: number; name?: string } & (
  | { text: string }
  | { letters: Buffer }
  | { bytes: Buffer }
  | { object: Buffer }
  | { number: number }
  | { flag: boolean }
  | { texts: string[] }
)

const longValue = (type: number, id: number, name: Buffer, values: Buffer[]): Buffer =>
  Buffer.concat([
    short(type),
    short(id),
    name,
    long(values.length),
    ...values.flatMap((value) => [long(value.length), padded(value)]),
  ])
const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')

function propertyBytes(one: Property): Buffer {
  const name =
    one.name === undefined
      ? Buffer.alloc(0)
      : Buffer.concat([Buffer.alloc(16, 7), long(1), long(wide(one.name).length), padded(wide(one.name))])
  if ('text' in one) return longValue(0x1f, one.id, name, [wide(one.text)])
  if ('texts' in one) return longValue(0x101f, one.id, name, one.texts.map(wide))
  if ('letters' in one) return longValue(0x1e, one.id, name, [Buffer.concat([one.letters, Buffer.alloc(1)])])
  if ('bytes' in one) return longValue(0x102, one.id, name, [one.bytes])
  if ('object' in one) return longValue(0x0d, one.id, name, [one.object])
  if ('number' in one) return Buffer.concat([short(0x03), short(one.id), name, long(one.number)])
  return Buffer.concat([short(0x0b), short(one.id), name, short(one.flag ? 1 : 0), short(0)])
}
const properties = (all: readonly Property[]): Buffer => Buffer.concat([long(all.length), ...all.map(propertyBytes)])

export interface TnefParts {
  /** Code page of what is not Unicode. */
  page?: number
  properties?: readonly Property[]
  /** Attributes of the message as they stand, after the usual ones. */
  more?: readonly Buffer[]
  files?: readonly { title?: Buffer; data?: Buffer; properties?: readonly Property[] }[]
}

/** A `winmail.dat` as Outlook writes it, byte by byte ([MS-OXTNEF]). */
export const tnefOf = ({ page = 1252, properties: ofMessage = [], more = [], files = [] }: TnefParts): Buffer =>
  Buffer.concat([
    long(0x223e9f78),
    short(1),
    attribute(1, 0x0008_9006, long(0x0001_0000)),
    attribute(1, 0x0006_9007, Buffer.concat([long(page), long(0)])),
    attribute(1, 0x0007_8008, Buffer.from('IPM.Microsoft Mail.Note\0', 'latin1')),
    ...more,
    ...(ofMessage.length === 0 ? [] : [attribute(1, 0x0006_9003, properties(ofMessage))]),
    ...files.flatMap((file) => [
      attribute(2, 0x0006_9002, Buffer.alloc(14)),
      ...(file.title ? [attribute(2, 0x0001_8010, Buffer.concat([file.title, Buffer.alloc(1)]))] : []),
      ...(file.data ? [attribute(2, 0x0006_800f, file.data)] : []),
      ...(file.properties ? [attribute(2, 0x0006_9005, properties(file.properties))] : []),
    ]),
  ])

/** A message within a file of another one: IID_IMessage, then its own form. */
export const messageWithin = (parts: TnefParts): Buffer =>
  Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), tnefOf(parts)])

/** As a mail brings it, with this text or none beside it. */
export const mailWithTnef = (form: Buffer, { text = '', id = '<tnef@customers.example>' } = {}): string =>
  [
    `Message-ID: ${id}`,
    'From: Lena <lena@customers.example>',
    'To: support@shop.example',
    'Subject: Contract',
    'Date: Mon, 06 Apr 2026 09:00:00 +0000',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...(text === '' ? [] : ['--b', 'Content-Type: text/plain; charset=utf-8', '', text]),
    '--b',
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Disposition: attachment; filename=winmail.dat',
    'Content-Transfer-Encoding: base64',
    '',
    ...(form.toString('base64').match(/.{1,76}/gu) ?? []),
    '--b--',
    '',
  ].join('\r\n')
