import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { activitiesModule, receiveMessage, setMarks } from '../../modules/activities/index.ts'
import { markUnread } from '../../modules/activities/commands/mark-unread.ts'
import { sendMessage } from '../../modules/activities/commands/send-message.ts'
import { customers } from '../../modules/customers/index.ts'
import { requestsModule } from '../../modules/requests/index.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { startChat } from './commands/start-chat.ts'
import { chatChannel } from './index.ts'

let bench: Workbench
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, customers, chatChannel])
})
afterEach(() => bench.remove())

const line = (text: string) => ({ clientMessageId: `key-${Math.random()}`, text, attachmentIds: [] })

test('a talk is unread again until it is read again; the customer’s ticks do not go back; only its operator may', async () => {
  const [anna, boris] = [await bench.operator('Anna'), await bench.operator('Boris')]
  const jonas = await bench.visitor()
  const { activityId } = await bench.execute(startChat, jonas, {
    ...line('One'),
    name: '',
    email: '' as const,
    page: '/',
  })
  await bench.give(activityId, anna.id)
  await bench.execute(sendMessage, anna, { activityId, message: line('Two') })
  await bench.execute(receiveMessage, jonas, line('Three'))
  await bench.execute(receiveMessage, jonas, line('Four'))
  await bench.execute(setMarks, anna, { activityId, read: 4 })
  const row = async () => {
    const { activities } = bench.store.t
    const [found] = await bench.store.read.select().from(activities).where(eq(activities.id, activityId))
    return found
  }
  expect(await row()).toMatchObject({ unread: 0, operatorRead: 4 })
  expect(await bench.execute(markUnread, anna, { activityId })).toEqual({ unread: 2 })
  expect(await row()).toMatchObject({ unread: 2, operatorRead: 4 })
  expect(await refusal(bench.execute(markUnread, boris, { activityId }))).toBe('FORBIDDEN')
  await bench.execute(setMarks, anna, { activityId, read: 4 })
  expect(await row()).toMatchObject({ unread: 0, operatorRead: 4 })
  // Answered already: still one can put it aside for later.
  await bench.execute(sendMessage, anna, { activityId, message: line('Five') })
  expect(await bench.execute(markUnread, anna, { activityId })).toEqual({ unread: 1 })
})
