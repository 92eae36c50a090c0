import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AutomaticReason } from '@care/domain/mail'
import { readMail } from '../read/read-mail.ts'
import type { ReadProblem } from '../read/read-mail-types.ts'
import expectations from './corpus.json' with { type: 'json' }

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
const corpus = expectations as unknown as Expected[]
const folder = new URL('./', import.meta.url)
const read = (file: string) => readMail(readFileSync(new URL(`${file}.eml`, folder)))
const onOneLine = (text: string): string => text.replace(/[\s>]+/gu, ' ').trim()

test('every mail has its expectation, and there are enough', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'))
  expect(files.toSorted()).toEqual(corpus.map(({ file }) => `${file}.eml`).toSorted())
  expect(files.length).toBeGreaterThanOrEqual(150)
  expect(corpus.filter(({ isHeldOut }) => isHeldOut)).toHaveLength(25)
})

describe.each(corpus)('$file', (expected) => {
  test('is read', async () => {
    const mail = await read(expected.file)
    expect(mail.from?.address ?? null).toBe(expected.from)
    if (expected.anyName !== true) expect(mail.from?.name ?? '').toBe(expected.name)
    expect(mail.subject).toBe(expected.subject)
    expect(mail.attachments.map(({ fileName }) => fileName)).toEqual(expected.attachments)
    expect(mail.attachments.filter(({ isInline }) => isInline).map(({ fileName }) => fileName)).toEqual(
      expected.inline ?? expected.attachments.filter((name) => name === 'image001.png'),
    )
    expect(mail.automatic).toBe(expected.automatic)
    expect(mail.problems.toSorted()).toEqual(expected.problems ?? [])
    expect(mail.hasOwnMessageId).toBe(expected.ownId ?? true)
    const { report } = expected
    if (report === undefined) expect(mail.report).toBeNull()
    else {
      const { recipient: address, action, status, originalMessageId } = report
      expect(mail.report).toEqual({ recipients: [{ address, action, status }], originalMessageId })
    }
    if (expected.references !== undefined) expect(mail.references).toEqual(expected.references)
    if (expected.inReplyTo !== undefined) expect(mail.inReplyTo).toEqual(expected.inReplyTo)
    if (expected.to !== undefined) expect(mail.to.map(({ address }) => address)).toEqual(expected.to)
    if (expected.recipients !== undefined) expect(mail.recipients).toEqual(expected.recipients)
    if (expected.remote !== undefined) expect(mail.html?.match(/data-src=/gu)?.length ?? 0).toBe(expected.remote)
  })

  test('shows what was written and folds what was quoted', async () => {
    const { visible, quoted, html, quotedHtml } = await read(expected.file)
    if (expected.visible !== null) {
      if (expected.loose === true) expect(onOneLine(visible)).toBe(onOneLine(expected.visible))
      else expect(visible).toBe(expected.visible)
    }
    expect(onOneLine(quoted).slice(0, onOneLine(expected.quoted).length)).toBe(onOneLine(expected.quoted))
    expect(quoted === '').toBe(expected.quoted === '')
    // What is folded in the text is folded in the HTML too.
    if (html !== null) expect(quotedHtml === null).toBe(quoted === '')
  })
})
