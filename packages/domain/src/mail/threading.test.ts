import { expect, test } from 'vitest'
import { threadingKeys, type ThreadedMail } from './threading.ts'

const isRight = ({ tag }: { tag: string }): boolean => tag === 'goodtag1'
const mail = (over: Partial<ThreadedMail>): ThreadedMail => ({
  recipients: [],
  inReplyTo: [],
  references: [],
  text: '',
  subject: '',
  ...over,
})

test('the surest key first (rule 34)', () => {
  const keys = threadingKeys(
    mail({
      recipients: ['support@kawa.example', 'support+c01.goodtag1@kawa.example'],
      inReplyTo: ['<b@x> <c02.goodtag1.u@kawa.example>'],
      references: ['<a@x> <b@x>', '<c@x>'],
      text: 'Yes\n> [ref:c03.goodtag1]',
      subject: 'Re: Lid [#44]',
    }),
    isRight,
  )
  expect(keys).toEqual([
    { by: 'plusAddress', id: '01' },
    { by: 'inReplyTo', messageId: '<b@x>' },
    { by: 'inReplyTo', messageId: '<c02.goodtag1.u@kawa.example>' },
    { by: 'reference', messageId: '<c@x>' },
    { by: 'reference', messageId: '<a@x>' },
    { by: 'marker', id: '03' },
    { by: 'ownId', id: '02' },
    { by: 'number', number: 44 },
  ])
})

test('what is signed wrongly is no key', () => {
  const keys = threadingKeys(
    mail({
      recipients: ['support+c01.badtag01@kawa.example'],
      text: '[ref:c03.badtag01]',
      references: ['<c02.badtag01.u@x>'],
    }),
    isRight,
  )
  expect(keys).toEqual([{ by: 'reference', messageId: '<c02.badtag01.u@x>' }])
})

test('subject and sender alone are no key', () => {
  expect(threadingKeys(mail({ subject: 'Re: Lid' }), isRight)).toEqual([])
})

test('of a long thread the last hundred count', () => {
  const references = [Array.from({ length: 500 }, (_, at) => `<r${at}@x>`).join(' ')]
  const keys = threadingKeys(mail({ references }), isRight)
  expect(keys).toHaveLength(100)
  expect(keys[0]).toEqual({ by: 'reference', messageId: '<r499@x>' })
})
