import { dayMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { system, type OperatorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import { openTempStore } from '../../testing/temp-store.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { createExecute } from '../../kernel/execute.ts'
import { systemClock } from '../../kernel/clock.ts'
import { startChat } from '../../channels/chat/commands/start-chat.ts'
import { chatChannel } from '../../channels/chat/index.ts'
import { activitiesModule } from '../activities/index.ts'
import { customers } from '../customers/index.ts'
import { requestsModule } from '../requests/index.ts'
import { addQueue } from './commands/add-queue.ts'
import { addSite } from './commands/add-site.ts'
import { editQueue } from './commands/edit-queue.ts'
import { editRequestType } from './commands/edit-request-type.ts'
import { editSite } from './commands/edit-site.ts'
import { bootstrapWorkspace, settingsModule } from './index.ts'
import { queueById } from './queries/queues.ts'

let bench: Workbench
let admin: OperatorActor
let anna: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([settingsModule, requestsModule, activitiesModule, customers, chatChannel])
  admin = await bench.operator('Admin', 'admin', [])
  anna = await bench.operator('Anna')
})
afterEach(() => bench.remove())

const queueFields = {
  calendarId: null,
  name: 'Returns',
  strategy: 'leastLoaded' as const,
  offerSeconds: 20,
  memberIds: ['anna'],
  skills: ['French'],
  relaxSkillsSeconds: 120,
  serviceLevelSeconds: 30,
  serviceLevelPercent: 80,
  maxWaitSeconds: 120,
  overflowSeconds: null,
  overflowQueueId: null,
  overflowOffer: null,
  callbackPlaces: 3,
  recordsCalls: false,
  recordingDays: 90,
  recordingListeners: 'supervisors' as const,
  wrapUpSeconds: 45,
}
const siteFields = {
  name: 'Shop 2',
  allowedOrigins: ['https://two.example'],
  queueId: 'q',
  locationId: null,
  language: 'pl' as const,
  hasPreChat: false,
  offersCalls: true,
  historyNeedsIdentity: true,
  colour: '#112233',
  skills: ['Polski', 'VIP'],
}

describe('queues', () => {
  test('are made with their members', async () => {
    const { queueId } = await bench.execute(addQueue, admin, queueFields)
    expect(await queueById(bench.store.read, anna, queueId, bench.clock.now())).toMatchObject({
      ...queueFields,
      waiting: 0,
      isMine: true,
      version: 1,
    })
    expect(bench.ofType('queue.created')).toMatchObject([{ facts: { queueId, memberIds: ['anna'] } }])
  })

  test('change their members and say who came and went', async () => {
    await bench.operator('Boris', 'operator', [])
    const patch = { offerSeconds: 45, memberIds: ['boris'] }
    expect(await bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch })).toEqual({
      added: ['boris'],
      removed: ['anna'],
    })
    expect(await queueById(bench.store.read, anna, 'q', bench.clock.now())).toMatchObject({
      offerSeconds: 45,
      memberIds: ['boris'],
      isMine: false,
      version: 2,
    })
    expect(bench.ofType('queue.edited')).toMatchObject([
      { facts: { queueId: 'q', fields: ['offerSeconds'], added: ['boris'], removed: ['anna'] } },
    ])
  })

  test('of two editors the second is refused with what stands there now (rule 4)', async () => {
    await bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch: { name: 'Sales' } })
    const late = bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch: { name: 'Support' } })
    await expect(late).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { currentVersion: 2, current: { name: 'Sales' } },
    })
    expect(await queueById(bench.store.read, admin, 'q', bench.clock.now())).toMatchObject({
      name: 'Sales',
      version: 2,
    })
  })

  test('refuse strangers: no right, no such queue, no such operator', async () => {
    expect(await refusal(bench.execute(addQueue, anna, queueFields))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(editQueue, anna, { queueId: 'q', version: 1, patch: {} }))).toBe('FORBIDDEN')
    expect(await refusal(bench.execute(editQueue, admin, { queueId: 'none', version: 1, patch: {} }))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(addQueue, admin, { ...queueFields, memberIds: ['nobody'] }))).toBe(
      'INVALID_INPUT',
    )
    expect(await bench.store.read.select().from(bench.store.t.queues)).toHaveLength(2)
  })
})

describe('skills of queues', () => {
  const queue = () => queueById(bench.store.read, admin, 'q', bench.clock.now())
  test('a queue of before needs none and would relax after a minute', async () => {
    expect(await queue()).toMatchObject({ skills: [], relaxSkillsSeconds: 60 })
  })
  test('are replaced as a whole, others stay; null is a value, not a field left out', async () => {
    await bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch: { skills: ['עברית', '❤️'] } })
    expect(await queue()).toMatchObject({ name: 'General', skills: ['עברית', '❤️'], relaxSkillsSeconds: 60 })
    await bench.execute(editQueue, admin, { queueId: 'q', version: 2, patch: { relaxSkillsSeconds: null } })
    expect(await queue()).toMatchObject({ skills: ['עברית', '❤️'], relaxSkillsSeconds: null, version: 3 })
    await bench.execute(editQueue, admin, { queueId: 'q', version: 3, patch: { skills: [], relaxSkillsSeconds: 0 } })
    expect(await queue()).toMatchObject({ skills: [], relaxSkillsSeconds: 0 })
    expect(bench.ofType('queue.edited').map(({ facts }) => facts)).toMatchObject([
      { fields: ['skills'] },
      { fields: ['relaxSkillsSeconds'] },
      { fields: ['skills', 'relaxSkillsSeconds'] },
    ])
  })
  test('the second editor sees which ones stand there now (rule 4)', async () => {
    await bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch: { skills: ['French'] } })
    const late = bench.execute(editQueue, admin, { queueId: 'q', version: 1, patch: { skills: ['German'] } })
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', details: { current: { skills: ['French'] } } })
  })
})

describe('sites', () => {
  test('get a key of their own and the default type', async () => {
    const { siteId } = await bench.execute(addSite, admin, siteFields)
    const [site] = await bench.store.read.select().from(bench.store.t.sites).where(eq(bench.store.t.sites.id, siteId))
    expect(site).toMatchObject({ ...siteFields, typeId: 'general' })
    expect(site?.key).toMatch(/^[\w-]{16}$/)
    expect(bench.ofType('site.created')).toHaveLength(1)
  })

  test('change, and refuse the second editor, strangers and unknown queues', async () => {
    await bench.execute(editSite, admin, { siteId: 'site', version: 1, patch: { allowedOrigins: [] } })
    const [site] = await bench.store.read.select().from(bench.store.t.sites)
    expect(site).toMatchObject({ allowedOrigins: [], version: 2 })
    expect(await refusal(bench.execute(editSite, admin, { siteId: 'site', version: 1, patch: { name: 'x' } }))).toBe(
      'CONFLICT',
    )
    expect(await refusal(bench.execute(editSite, anna, { siteId: 'site', version: 2, patch: { name: 'x' } }))).toBe(
      'FORBIDDEN',
    )
    expect(await refusal(bench.execute(editSite, admin, { siteId: 'none', version: 1, patch: {} }))).toBe('NOT_FOUND')
    expect(
      await refusal(bench.execute(editSite, admin, { siteId: 'site', version: 2, patch: { queueId: 'none' } })),
    ).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(addSite, admin, { ...siteFields, queueId: 'none' }))).toBe('NOT_FOUND')
  })
})

describe('request types', () => {
  const clocks = async () =>
    (await bench.store.read.select().from(bench.store.t.requests)).map(
      (row) => (row.autoCloseAt ?? 0) - row.lastUpdateAt,
    )

  test('give their open requests the new time at once (rule 8)', async () => {
    await bench.execute(startChat, await bench.visitor(), {
      name: '',
      email: '',
      clientMessageId: 'first-message',
      text: 'Hello',
      attachmentIds: [],
      page: '',
    })
    expect(await clocks()).toEqual([5 * dayMs])
    await bench.execute(editRequestType, admin, {
      typeId: 'general',
      version: 1,
      patch: { autoCloseDays: 0.5, reopenDays: 1, onReply: 'new' },
    })
    expect(await clocks()).toEqual([dayMs / 2])
    expect(bench.ofType('requestType.edited')).toMatchObject([
      { facts: { typeId: 'general', fields: { autoCloseDays: { from: 5, to: 0.5 }, reopenDays: { from: 3, to: 1 } } } },
    ])
    await bench.execute(editRequestType, admin, { typeId: 'general', version: 2, patch: { autoCloseDays: null } })
    expect((await bench.store.read.select().from(bench.store.t.requests))[0]?.autoCloseAt).toBeNull()
  })

  test('refuse the second editor and strangers', async () => {
    await bench.execute(editRequestType, admin, { typeId: 'general', version: 1, patch: { autoCloseDays: 10 } })
    const late = bench.execute(editRequestType, admin, { typeId: 'general', version: 1, patch: { autoCloseDays: 1 } })
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT', details: { current: { autoCloseDays: 10 } } })
    expect(await refusal(bench.execute(editRequestType, anna, { typeId: 'general', version: 2, patch: {} }))).toBe(
      'FORBIDDEN',
    )
    expect(await refusal(bench.execute(editRequestType, admin, { typeId: 'none', version: 1, patch: {} }))).toBe(
      'NOT_FOUND',
    )
  })
})

describe('an empty database', () => {
  test('gets type, queue and site once, also when two processes start together', async () => {
    const temp = await openTempStore()
    const execute = createExecute({
      store: temp.store,
      clock: systemClock,
      modules: [settingsModule],
      afterCommit: () => {},
    })
    const made = await Promise.all(
      [1, 2, 3].map(() => execute(bootstrapWorkspace, system, { allowedOrigins: ['https://desk.example'] })),
    )
    expect(made.filter((one) => one.isNew)).toHaveLength(1)
    const { requestTypes, queues, sites } = temp.store.t
    expect(await temp.store.read.select().from(requestTypes)).toMatchObject([
      { name: 'General', isDefault: true, autoCloseMs: 5 * dayMs, reopenMs: 3 * dayMs },
    ])
    expect(await temp.store.read.select().from(queues)).toMatchObject([{ name: 'General' }])
    expect(await temp.store.read.select().from(sites)).toMatchObject([
      { name: 'Website', allowedOrigins: ['https://desk.example'], key: expect.stringMatching(/^[\w-]{16}$/) },
    ])
    await temp.remove()
  })

  test('is filled by the start alone', async () => {
    await expect(bench.execute(bootstrapWorkspace, admin, { allowedOrigins: [] })).rejects.toBeInstanceOf(AppError)
  })
})
