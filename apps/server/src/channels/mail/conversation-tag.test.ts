import { bodyMarker, ownMessageId, plusAddress, threadingKeys } from '@care/domain/mail'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { conversationTags } from './conversation-tag.ts'
import { readMail } from './read/read-mail.ts'

const tags = conversationTags('a secret of this workspace')
const id = newId(1_790_000_000_000)

const answer = (lines: string[]): Buffer =>
  Buffer.from(['From: anna@example.org', 'Subject: Re: Lid', ...lines].join('\r\n'))

test('an answer finds its way back by address, id or marker, also in capitals', async () => {
  const signed = tags.sign(id)
  const address = (plusAddress('support@kawa.example', signed) ?? '').toUpperCase()
  const byAddress = await readMail(answer(['To: support@kawa.example', `Delivered-To: ${address}`, '', 'Yes.']))
  expect(threadingKeys(byAddress, tags.isRight)).toEqual([{ by: 'plusAddress', id }])
  const ours = ownMessageId(signed, 'u1', 'kawa.example')
  const byId = await readMail(answer([`In-Reply-To: ${ours}`, '', 'Yes.']))
  expect(threadingKeys(byId, tags.isRight)).toEqual([
    { by: 'inReplyTo', messageId: ours },
    { by: 'ownId', id },
  ])
  const byMarker = await readMail(answer(['', 'Yes.', '', `> Bye ${bodyMarker(signed)}`]))
  expect(byMarker.visible).toBe('Yes.')
  expect(threadingKeys(byMarker, tags.isRight)).toEqual([{ by: 'marker', id }])
})

test('a forged tag, one of another id and one of another workspace lead nowhere', async () => {
  const other = newId(1_790_000_000_001)
  const forged = [
    { id, tag: '0'.repeat(16) },
    { id, tag: tags.sign(other).tag },
    { id, tag: tags.sign(id).tag.slice(0, 8) },
    conversationTags('another secret').sign(id),
  ]
  const to = forged.map((signed) => plusAddress('support@kawa.example', signed) ?? '').join(', ')
  const mail = await readMail(answer([`To: ${to}`, '', 'Yes.']))
  expect(mail.recipients).toHaveLength(4)
  expect(threadingKeys(mail, tags.isRight)).toEqual([])
})
