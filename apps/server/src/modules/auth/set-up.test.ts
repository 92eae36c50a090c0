import { dayMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NobodyActor } from '../../kernel/actor.ts'
import { system } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { authModule, offerSetUp } from './index.ts'
import { operatorsModule } from '../operators/index.ts'
import { setUp } from './commands/set-up.ts'

const nobody: NobodyActor = { kind: 'nobody', address: '198.51.100.1' }
const admin = { name: 'First Admin', email: 'first@example.com', passwordHash: 'hash' }

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench([authModule, operatorsModule])
})
afterEach(() => bench.remove())

test('the link makes one administrator, who is of every queue', async () => {
  const { token } = await bench.execute(offerSetUp, system, null)
  const { operatorId } = await bench.execute(setUp, nobody, { token, ...admin })
  const { operators, queueMembers } = bench.store.t
  expect(await bench.store.read.select().from(operators)).toMatchObject([
    { id: operatorId, role: 'admin', emailFolded: 'first@example.com' },
  ])
  expect(await bench.store.read.select().from(queueMembers)).toHaveLength(2)
  expect(bench.ofType('operator.created')).toMatchObject([{ facts: { operatorId, role: 'admin' } }])
  expect(await refusal(bench.execute(setUp, nobody, { token, ...admin }))).toBe('FORBIDDEN')
})

test('of two who use two links at once one wins', async () => {
  const tokens = await Promise.all([bench.execute(offerSetUp, system, null), bench.execute(offerSetUp, system, null)])
  const codes = await Promise.all(
    tokens.map(({ token }, i) =>
      refusal(bench.execute(setUp, nobody, { token, ...admin, email: `admin${i}@example.com` })),
    ),
  )
  expect(codes.toSorted()).toEqual(['FORBIDDEN', 'none'])
  expect(await bench.store.read.select().from(bench.store.t.operators)).toHaveLength(1)
})

test.each([
  ['a made-up token', 0, () => 'made-up-token-of-enough-length'],
  ['a link older than a day', dayMs, (token: string) => token],
])('%s is refused', async (_, age, change) => {
  const { token } = await bench.execute(offerSetUp, system, null)
  bench.clock.advance(age)
  expect(await refusal(bench.execute(setUp, nobody, { token: change(token), ...admin }))).toBe('FORBIDDEN')
})

test('nobody but the start makes a link', async () => {
  const boss = await bench.operator('Boss', 'admin')
  expect(await refusal(bench.execute(offerSetUp, boss, null))).toBe('FORBIDDEN')
})
