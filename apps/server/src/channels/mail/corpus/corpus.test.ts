import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { AutomaticReason } from '@care/domain/mail'
import { readMail } from '../read/read-mail.ts'
import type { ReadProblem } from '../read/read-mail-types.ts'

/** What a mail of the corpus has to be read as; what is left out is not looked at. */
interface Expected {
  file: string
  /** Written before the rules and never looked at while they were tuned. */
  isHeldOut: boolean
  from: string | null
  name: string
  anyName?: boolean
  subject: string
  visible: string | null
  /** Lines and blank lines may differ: of HTML no two readers make the same. */
  loose?: boolean
  /** How what is quoted begins; empty for nothing quoted. */
  quoted: string
  attachments: string[]
  inline?: string[]
  automatic: AutomaticReason | null
  report?: { recipient: string; action: string; status: string | null; originalMessageId: string | null }
  references?: string[]
  inReplyTo?: string[]
  to?: string[]
  recipients?: string[]
  problems?: ReadProblem[]
  ownId?: boolean
  remote?: number
}
const folder = new URL('./', import.meta.url)
const corpus = JSON.parse(readFileSync(new URL('corpus.json', folder), 'utf8')) as Expected[]
const read = (file: string) => readMail(readFileSync(new URL(`${file}.eml`, folder)))
const onOneLine = (text: string): string => text.replace(/[\s>]+/gu, ' ').trim()

test('every mail has its expectation, and there are enough', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  expect(files.toSorted()).toEqual(corpus.map(({ file }) => `${file}.eml`).toSorted())
  expect(files.length).toBeGreaterThanOrEqual(150)
  expect(corpus.filter(({ isHeldOut }) => isHeldOut)).toHaveLength(25)
})

/** What the mail was read as, in the words of the expectations. */
async function readAs({ file, quoted: beginning, loose }: Expected) {
  const mail = await read(file)
  const textOf = loose === true ? onOneLine : (text: string) => text
  const [reported] = mail.report?.recipients ?? []
  return {
    from: mail.from?.address ?? null,
    name: mail.from?.name ?? '',
    subject: mail.subject,
    visible: textOf(mail.visible),
    quoted: onOneLine(mail.quoted).slice(0, onOneLine(beginning).length),
    isFolded: mail.quoted !== '',
    attachments: mail.attachments.map(({ fileName }) => fileName),
    inline: mail.attachments.filter(({ isInline }) => isInline).map(({ fileName }) => fileName),
    automatic: mail.automatic,
    report: mail.report && {
      recipient: reported?.address,
      action: reported?.action,
      status: reported?.status,
      originalMessageId: mail.report.originalMessageId,
    },
    references: mail.references,
    inReplyTo: mail.inReplyTo,
    to: mail.to.map(({ address }) => address),
    recipients: mail.recipients,
    problems: mail.problems.toSorted(),
    ownId: mail.hasOwnMessageId,
    remote: mail.html?.match(/data-src=/gu)?.length ?? 0,
    // What is folded in the text is folded in the HTML too.
    htmlIsFolded: mail.html === null ? null : mail.quotedHtml !== null,
  }
}

/** What is written down, with what goes without saying. */
function whatIsExpected({ file: _file, isHeldOut: _isHeldOut, visible, loose, anyName, name, ...expected }: Expected) {
  return {
    inline: expected.attachments.filter((one) => one === 'image001.png'),
    report: null,
    problems: [],
    ownId: true,
    isFolded: expected.quoted !== '',
    ...expected,
    quoted: onOneLine(expected.quoted),
    ...(anyName === true ? {} : { name }),
    ...(visible === null ? {} : { visible: loose === true ? onOneLine(visible) : visible }),
  }
}

test.each(corpus)('$file', async (one) => {
  const mail = await readAs(one)
  expect(mail).toMatchObject(whatIsExpected(one))
  expect([null, mail.isFolded]).toContain(mail.htmlIsFolded)
})
