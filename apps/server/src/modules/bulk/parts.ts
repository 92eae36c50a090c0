import type { BulkAction } from '@care/contract'
import { type Attributes, minuteMs } from '@care/domain'
import { desc, eq } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { type Part, part } from '../../kernel/part.ts'
import { addComment } from '../activities/index.ts'
import {
  assignRequest,
  changeTags,
  closeRequest,
  moveStage,
  moveToQueue,
  setPriority,
  snoozeRequest,
} from '../requests/index.ts'

/** An action at one request, as the ordinary command of its kind. */
function partOf(action: BulkAction, requestId: string): Part {
  switch (action.kind) {
    case 'assign':
      return part(assignRequest, { requestId, operatorId: action.operatorId })
    case 'queue':
      return part(moveToQueue, { requestId, queueId: action.queueId })
    case 'stage':
      return async (ctx) => {
        const attributes = await lackingIn(ctx, requestId, action.attributes)
        return part(moveStage, { requestId, stage: action.stage, attributes })(ctx)
      }
    case 'priority':
      return part(setPriority, { requestId, priority: action.priority })
    case 'tags':
      return part(changeTags, { requestId, add: action.add, remove: action.remove })
    case 'close': {
      const { outcome, note } = action
      return async (ctx) => {
        const attributes = await lackingIn(ctx, requestId, action.attributes)
        return part(closeRequest, { requestId, outcome, note, attributes })(ctx)
      }
    }
    case 'spam':
      return part(closeRequest, { requestId, outcome: 'spam' })
    case 'snooze':
      return (ctx) => {
        const until = ctx.now + action.minutes * minuteMs
        return part(snoozeRequest, { requestId, until, wakesOnAnswer: action.wakesOnAnswer })(ctx)
      }
    case 'comment':
      return async (ctx) => {
        const activityId = await newestActivity(ctx, requestId)
        return part(addComment, { activityId, clientCommentId: ctx.newId(), text: action.text })(ctx)
      }
  }
}

const isEnd = ({ kind }: BulkAction): boolean => kind === 'close' || kind === 'spam'

/** Several actions at one request; closing comes last, whatever their order: what is closed takes few others. */
export const partsOf = (actions: readonly BulkAction[], requestId: string): Part[] =>
  [...actions.filter((action) => !isEnd(action)), ...actions.filter(isEnd)].map((action) => partOf(action, requestId))

/** The values given for many fill in what this one lacks; what stands there stays. */
async function lackingIn(ctx: Ctx, requestId: string, given: Attributes): Promise<Attributes> {
  if (Object.keys(given).length === 0) return {}
  const { requests } = ctx.tx.t
  const [row] = await ctx.tx
    .select({ attributes: requests.attributes })
    .from(requests)
    .where(eq(requests.id, requestId))
  const isEmpty = (value: unknown): boolean =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(given).filter(([id]) => isEmpty(row?.attributes[id])))
}

/** Comments stand at an activity. */
async function newestActivity(ctx: Ctx, requestId: string): Promise<string> {
  const { activities } = ctx.tx.t
  const [newest] = await ctx.tx
    .select({ id: activities.id })
    .from(activities)
    .where(eq(activities.requestId, requestId))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(1)
  if (!newest) throw new AppError('NOT_ALLOWED_NOW', 'it has no activity to comment on', { problem: 'NO_ACTIVITY' })
  return newest.id
}
