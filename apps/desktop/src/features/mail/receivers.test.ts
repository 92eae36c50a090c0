import type { Mail } from '@care/contract'
import { expect, test } from 'vitest'
import { answeredOf, readPeople, receiversOf, subjectOf, withPeople } from './receivers.ts'
import { aMail } from './testing.ts'

const person = (address: string, name = '') => ({ address, name })
const mail = (more: Partial<Mail>): Mail => aMail({ subject: 'RE: My grinder', ...more })
const came = mail({})
const went = mail({
  direction: 'out',
  from: null,
  to: [person('elena@customers.example'), person('second@customers.example')],
  state: 'sent',
})

test.each([
  ['a reply to what came', 'reply', came, ['elena@customers.example'], []],
  ['a reply to all', 'all', came, ['elena@customers.example'], ['ivan@customers.example']],
  ['once more to whom one wrote', 'reply', went, ['elena@customers.example', 'second@customers.example'], []],
  [
    'who wrote and was in copy is named once',
    'all',
    mail({ cc: [person('Elena@Customers.example')] }),
    ['elena@customers.example'],
    [],
  ],
  ['forwarded', 'forward', came, [], []],
  ['the first', 'reply', undefined, ['olga@customers.example'], []],
] as const)('%s', (_, kind, answered, to, cc) => {
  const found = receiversOf(kind, answered, person('olga@customers.example'))
  expect(found.to.map(({ address }) => address)).toEqual(to)
  expect(found.cc.map(({ address }) => address)).toEqual(cc)
})

test('what a machine wrote and what was forwarded is not answered', () => {
  expect(answeredOf([mail({ automatic: 'auto-reply' }), mail({ direction: 'out', hasQuote: true }), went, came])).toBe(
    came,
  )
  expect(answeredOf([mail({ direction: 'out', hasQuote: true }), went])).toBe(went)
  expect(answeredOf([])).toBeUndefined()
})

test('subjects do not grow', () => {
  expect(subjectOf('reply', came, '')).toBe('Re: My grinder')
  expect(subjectOf('forward', came, '')).toBe('Fwd: My grinder')
  expect(subjectOf('reply', undefined, 'My grinder [REQ-7]')).toBe('My grinder [REQ-7]')
})

test('receivers as people type and paste them', () => {
  expect(readPeople('Elena Petrova <elena@x.example>, "Ivan" <ivan@x.example>;boss@x.example\nnobody')).toEqual({
    people: [person('elena@x.example', 'Elena Petrova'), person('ivan@x.example', 'Ivan'), person('boss@x.example')],
    rest: 'nobody',
  })
  expect(withPeople([person('a@x.example')], [person('A@x.example'), person('b@x.example')])).toHaveLength(2)
})
