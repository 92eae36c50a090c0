import { afterEach, beforeEach, expect, test } from 'vitest'
import { conflictDetails } from '@care/contract'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openWorkbench, type Workbench } from '../../testing/workbench.ts'
import { editQueue } from './commands/edit-queue.ts'
import { editRequestType } from './commands/edit-request-type.ts'
import { editSite } from './commands/edit-site.ts'
import { settingsModule } from './index.ts'

let bench: Workbench
let ada: OperatorActor
let boris: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([settingsModule])
  ada = await bench.operator('Ada', 'admin', [])
  boris = await bench.operator('Boris', 'admin', [])
})
afterEach(() => bench.remove())

const queue = (who: OperatorActor, version: number, name: string) =>
  bench.execute(editQueue, who, { queueId: 'q', version, patch: { name } })
const site = (who: OperatorActor, version: number, name: string) =>
  bench.execute(editSite, who, { siteId: 'site', version, patch: { name } })
const type = (who: OperatorActor, version: number, name: string) =>
  bench.execute(editRequestType, who, { typeId: 'general', version, patch: { name } })

test.each([
  ['queue', queue],
  ['site', site],
  ['request type', type],
] as const)('who is overtaken at a %s is told by whom and when', async (_what, edit) => {
  await edit(ada, 1, 'First')
  bench.clock.advance(60_000)
  await edit(boris, 2, 'Second')
  const changedAt = bench.events.at(-1)?.at
  bench.clock.advance(60_000)
  // What happens to others meanwhile, and later, names nobody.
  for (const other of [queue, site, type].filter((one) => one !== edit)) await other(ada, 1, 'Other')
  const refused = await edit(ada, 2, 'Mine').then(
    () => null,
    (error: { code: string; details: unknown }) => error,
  )
  expect(refused?.code).toBe('CONFLICT')
  expect(conflictDetails.parse(refused?.details)).toEqual({
    currentVersion: 3,
    changedBy: 'Boris',
    changedAt,
    current: { name: 'Second' },
  })
})

test('a version that never was is refused without a name', async () => {
  await expect(queue(ada, 9, 'x')).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { currentVersion: 1, changedBy: null, changedAt: null },
  })
})
