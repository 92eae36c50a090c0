import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { addOperator, changeMe, editOperator, operatorById, operatorsModule } from './index.ts'
import { hashPassword, isPassword } from './password.ts'

let bench: Workbench
let admin: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([operatorsModule])
  admin = await bench.operator('Admin', 'admin', [])
})
afterEach(() => bench.remove())

const input = {
  name: 'Élise Dvořák',
  email: ' Elise@Example.com ',
  passwordHash: 'hash',
  role: 'operator' as const,
  queueIds: ['q', 'q2', 'q'],
  skills: ['French'],
}

test('an account is made with its queues, offline', async () => {
  const { operatorId } = await bench.execute(addOperator, admin, input)
  expect(await operatorById(bench.store.read, operatorId, bench.clock.now())).toEqual({
    id: operatorId,
    name: 'Élise Dvořák',
    email: 'Elise@Example.com',
    role: 'operator',
    isActive: true,
    presence: 'offline',
    isDoNotDisturb: false,
    awayReason: null,
    queueIds: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === 'q,q2'),
    capacity: {},
    skills: ['French'],
    version: 1,
  })
  expect(bench.ofType('operator.created')).toMatchObject([
    { facts: { operatorId, role: 'operator', queueIds: ['q', 'q2'] } },
  ])
})

test('an email is one account, however it is written', async () => {
  await bench.execute(addOperator, admin, input)
  expect(await refusal(bench.execute(addOperator, admin, { ...input, email: 'ELISE@example.COM' }))).toBe('EMAIL_TAKEN')
})

test('an edit names its fields in the history and never their values', async () => {
  const { operatorId } = await bench.execute(addOperator, admin, input)
  await bench.execute(editOperator, admin, { operatorId, version: 1, patch: { name: 'Eliška', skills: ['Czech'] } })
  expect(bench.ofType('operator.edited').map(({ facts }) => facts)).toEqual([
    { operatorId, fields: ['name', 'skills'] },
  ])
  const late = bench.execute(editOperator, admin, { operatorId, version: 1, patch: { capacity: { chat: 1 } } })
  await expect(late).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 2, changedBy: 'Admin', current: { capacity: {} } },
  })
  expect(await operatorById(bench.store.read, operatorId, bench.clock.now())).toMatchObject({
    name: 'Eliška',
    version: 2,
  })
  // The own language is no business of those who edit accounts.
  await bench.execute(changeMe, { ...admin, id: operatorId, operatorId }, { language: 'pl' })
  expect(await operatorById(bench.store.read, operatorId, bench.clock.now())).toMatchObject({ version: 2 })
})

test('unknown queues and people without the right are refused', async () => {
  expect(await refusal(bench.execute(addOperator, admin, { ...input, queueIds: ['none'] }))).toBe('INVALID_INPUT')
  const vera = await bench.operator('Vera', 'supervisor')
  expect(await refusal(bench.execute(addOperator, vera, input))).toBe('FORBIDDEN')
  const patch = { operatorId: 'vera', version: 1, patch: { name: 'Boss' } }
  expect(await refusal(bench.execute(editOperator, vera, patch))).toBe('FORBIDDEN')
  expect(await refusal(bench.execute(editOperator, admin, { ...patch, operatorId: 'none' }))).toBe('NOT_FOUND')
  expect(await refusal(bench.execute(changeMe, await bench.visitor(), { language: 'ru' }))).toBe('FORBIDDEN')
})

test('a password is right or wrong, and an unknown account is only wrong', async () => {
  const hash = await hashPassword('correct horse 1')
  expect(await isPassword('correct horse 1', hash)).toBe(true)
  expect(await isPassword('correct horse 2', hash)).toBe(false)
  expect(await isPassword('correct horse 1', null)).toBe(false)
  expect(await isPassword('', '')).toBe(false)
  expect(await hashPassword('correct horse 1')).not.toBe(hash)
})
