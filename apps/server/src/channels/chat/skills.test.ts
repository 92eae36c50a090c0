import { dayMs } from '@care/domain'
import { desc, eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { system, type VisitorActor } from '../../kernel/actor.ts'
import { activitiesModule, receiveMessage } from '../../modules/activities/index.ts'
import { customers } from '../../modules/customers/index.ts'
import { closeRequest, requestsModule } from '../../modules/requests/index.ts'
import { openWorkbench, type Workbench } from '../../testing/workbench.ts'
import { leaveChat } from './commands/leave-chat.ts'
import { leaveMessage, startChat } from './commands/start-chat.ts'
import { chatChannel } from './index.ts'

let bench: Workbench
let visitor: VisitorActor
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, activitiesModule, customers, chatChannel])
  visitor = await bench.visitor()
})
afterEach(() => bench.remove())

const line = (text: string) => ({ clientMessageId: `key-${Math.random()}`, text, attachmentIds: [] })
const words = (text: string) => ({ ...line(text), name: '', email: '', page: '' })
async function siteNeeds(skills: string[]): Promise<void> {
  const { sites } = bench.store.t
  await bench.store.transact((tx) => tx.update(sites).set({ skills }).where(eq(sites.id, 'site')))
}
const skills = async (): Promise<string[][]> => {
  const { activities } = bench.store.t
  return (await bench.store.read.select().from(activities).orderBy(desc(activities.startedAt))).map((row) => row.skills)
}

test('a talk needs what its site needed when it began; one that wakes up keeps its own', async () => {
  await siteNeeds(['Français', '🚲'])
  await bench.execute(startChat, visitor, words('Bonjour'))
  expect(await skills()).toEqual([['Français', '🚲']])
  await siteNeeds(['German'])
  await bench.execute(receiveMessage, visitor, line('Allô ?'))
  await bench.execute(leaveChat, visitor, {})
  await bench.execute(receiveMessage, visitor, line('Encore moi'))
  expect(await skills()).toEqual([['Français', '🚲']])
})

test('the talk that follows one whose request may not reopen needs the same', async () => {
  await siteNeeds(['Français'])
  await bench.execute(startChat, visitor, words('Bonjour'))
  const [request] = await bench.store.read.select().from(bench.store.t.requests)
  await bench.execute(closeRequest, system, { requestId: request?.id ?? '', outcome: 'solved', note: '' })
  bench.clock.advance(4 * dayMs)
  await siteNeeds([])
  await bench.execute(receiveMessage, visitor, line('Encore moi'))
  expect(await skills()).toEqual([['Français'], ['Français']])
})

test('words left out of hours need it too', async () => {
  await siteNeeds(['Français'])
  await bench.execute(leaveMessage, visitor, { ...words('Bonjour'), email: 'a@b.example' })
  expect(await skills()).toEqual([['Français']])
})
