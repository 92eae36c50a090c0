import { bodyMarker, ownMessageId, plusAddress, threadingKeys } from '@care/domain/mail'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { createSecrets } from '../../kernel/secrets.ts'
import { isOurs, signedId } from '../../modules/mails/index.ts'
import { readMail } from './read/read-mail.ts'

const secrets = createSecrets(Buffer.alloc(32, 'a'))
const isRight = isOurs(secrets)
const id = newId(1_790_000_000_000)

const answer = (lines: string[]): Buffer =>
  Buffer.from(['From: anna@example.org', 'Subject: Re: Lid', ...lines].join('\r\n'))

test('an answer finds its way back by address, id or marker, also in capitals', async () => {
  const signed = signedId(secrets, id)
  const address = (plusAddress('support@kawa.example', signed) ?? '').toUpperCase()
  const byAddress = await readMail(answer(['To: support@kawa.example', `Delivered-To: ${address}`, '', 'Yes.']))
  expect(threadingKeys(byAddress, isRight)).toEqual([{ by: 'plusAddress', id }])
  const ours = ownMessageId(signed, 'u1', 'kawa.example')
  const byId = await readMail(answer([`In-Reply-To: ${ours}`, '', 'Yes.']))
  expect(threadingKeys(byId, isRight)).toEqual([
    { by: 'inReplyTo', messageId: ours },
    { by: 'ownId', id },
  ])
  const byMarker = await readMail(answer(['', 'Yes.', '', `> Bye ${bodyMarker(signed)}`]))
  expect(byMarker.visible).toBe('Yes.')
  expect(threadingKeys(byMarker, isRight)).toEqual([{ by: 'marker', id }])
})

test('a forged tag, one of another id and one of another workspace lead nowhere', async () => {
  const forged = [
    { id, tag: '0'.repeat(16) },
    { id, tag: signedId(secrets, newId(1_790_000_000_001)).tag },
    { id, tag: signedId(secrets, id).tag.slice(0, 8) },
    signedId(createSecrets(Buffer.alloc(32, 'b')), id),
  ]
  const to = forged.map((signed) => plusAddress('support@kawa.example', signed) ?? '').join(', ')
  const mail = await readMail(answer([`To: ${to}`, '', 'Yes.']))
  expect(mail.recipients).toHaveLength(4)
  expect(threadingKeys(mail, isRight)).toEqual([])
})

test('what was signed with the key of before is known after the key has changed', () => {
  const old = Buffer.alloc(32, 'a')
  expect(isOurs(createSecrets(Buffer.alloc(32, 'c'), [old]))(signedId(secrets, id))).toBe(true)
})
