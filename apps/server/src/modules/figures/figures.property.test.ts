import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveChat } from '../../channels/chat/commands/leave-chat.ts'
import { startChat } from '../../channels/chat/commands/start-chat.ts'
import { chatChannel } from '../../channels/chat/index.ts'
import type { OperatorActor, VisitorActor } from '../../kernel/actor.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Command } from '../../kernel/command.ts'
import { countersOf } from '../../testing/counters.ts'
import { openWorkbench, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule, receiveMessage } from '../activities/index.ts'
import { customers } from '../customers/index.ts'
import { closeRequest, requestsModule } from '../requests/index.ts'
import { assignTask } from '../routing/commands/assign-task.ts'
import { endActivity } from '../routing/commands/end-activity.ts'
import { offerTask } from '../routing/commands/offer-task.ts'
import { returnTask } from '../routing/commands/return-task.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { transferTask } from '../routing/commands/transfer-task.ts'
import { routingModule } from '../routing/index.ts'
import { undoChange } from '../undo/commands/undo-change.ts'
import { undoModule } from '../undo/index.ts'
import { figuresModule, queueFigures } from './index.ts'

// Random days of a contact center, some of whose changes break off in the middle. What the database keeps counted must
// be what counting everything gives, after each of them.

const kinds = ['arrive', 'take', 'assign', 'offer', 'give', 'pass', 'end', 'leave', 'write', 'close', 'undo'] as const
const step = fc.record({
  kind: fc.constantFrom(...kinds, 'arrive', 'take', 'end'),
  who: fc.nat(4),
  seconds: fc.constantFrom(1, 8, 30, 61, 1800, 40_000),
  breaks: fc.constantFrom(false, false, false, true),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** The same command, whose transaction fails at its end as if the process had died. */
const broken = <I, S, O>(whole: Command<I, S, O>): Command<I, S, O> => ({
  ...whole,
  async run(ctx, subject, input) {
    await whole.run(ctx, subject, input)
    throw new AppError('NOT_ALLOWED_NOW', 'broke off')
  },
})

interface Day {
  bench: Workbench
  anna: OperatorActor
  vera: OperatorActor
  visitors: VisitorActor[]
  changes: Array<{ requestId: string; change: string }>
}

async function open(): Promise<Day> {
  const modules = [requestsModule, activitiesModule, routingModule, customers, figuresModule, undoModule, chatChannel]
  const bench = await openWorkbench(modules)
  const anna = await bench.operator('Anna', 'operator', ['q', 'q2'])
  const vera = await bench.operator('Vera', 'supervisor', ['q'])
  const visitors: VisitorActor[] = []
  for (let i = 0; i < 5; i++) visitors.push(await bench.visitor(`Jonas ${i}`))
  return { bench, anna, vera, visitors, changes: [] }
}

let made = 0

async function act(day: Day, { kind, who, breaks }: Step): Promise<void> {
  const { bench, anna, vera, visitors, changes } = day
  const visitor = visitors[who]
  if (!visitor) return
  const { activities } = bench.store.t
  const rows = await bench.store.read.select().from(activities)
  const [newest] = rows.filter((row) => row.visitorId === visitor.id).toSorted((a, b) => b.startedAt - a.startedAt)
  const line = { clientMessageId: `m${(made += 1)}`, text: 'Hello', attachmentIds: [] }
  const change = `change-${made}`
  const run = async <I, S, O>(wanted: Command<I, S, O>, actor: OperatorActor | VisitorActor, input: I) => {
    await bench.execute(breaks ? broken(wanted) : wanted, actor, input, { requestId: change })
    if (newest) changes.push({ requestId: newest.requestId, change })
  }
  if (kind === 'arrive') return run(startChat, visitor, { ...line, name: '', email: '', page: '' } as never)
  if (!newest) return
  const { id: activityId, requestId } = newest
  const last = changes.findLast((one) => one.requestId === requestId)
  if (kind === 'take') return run(takeTask, anna, { activityId })
  if (kind === 'assign') return run(assignTask, vera, { activityId, operatorId: 'anna' })
  if (kind === 'offer')
    return run({ ...offerTask, allow: () => true, action: 'tasks.handle' }, anna, { activityId, operatorId: 'anna' })
  if (kind === 'give') return run(returnTask, anna, { activityId })
  if (kind === 'pass') return run(transferTask, anna, { activityId, to: { queueId: 'q2' }, reason: 'They know' })
  if (kind === 'end') return run(endActivity, anna, { activityId })
  if (kind === 'leave') return run(leaveChat, visitor, {})
  if (kind === 'write') return run(receiveMessage, visitor, line)
  if (kind === 'close') return run(closeRequest, vera, { requestId, outcome: 'solved' })
  if (last) await bench.execute(undoChange, vera, { requestId, change: last.change })
}

test('what is kept counted is what counting gives, whatever happens and breaks off', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const day = await open()
      try {
        for (const one of steps) {
          await act(day, one).catch((error: unknown) => {
            if (!(error instanceof AppError)) throw error
          })
          day.bench.clock.advance(one.seconds * 1000)
        }
        const { kept, counted } = await countersOf(day.bench.store)
        expect(kept).toEqual(counted)
        const figures = await queueFigures(day.bench.store.read, day.bench.clock.now())
        for (const { queueId, waiting, inProgress } of counted.loads)
          expect(figures.find(({ id }) => id === queueId)).toMatchObject({ waiting, inProgress })
      } finally {
        await day.bench.remove()
      }
    }),
    { numRuns: 12 },
  )
})
