import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { about } from '../../activities/index.ts'
import type {} from '../events.ts'
import { loadOwnSeat, noteLine, takeStep, tellCall } from '../store.ts'

/**
 * The operator holds the customer, or goes on with him; doing it again changes nothing. Only who has the call may; refuses
 * with NOT_ALLOWED_NOW what nobody talks in, and going on while a colleague is talked to.
 */
export const holdCall = command({
  name: 'hold-call',
  action: 'tasks.handle',
  load: (ctx, input: { callId: string; isHeld: boolean }) => loadOwnSeat(ctx, input.callId),
  allow: (_, { seat }) => seat.side === 'operator',
  async run(ctx, { call, activity, seats }, { isHeld }) {
    if ((call.state === 'held') === isHeld && call.state !== 'ringing' && call.state !== 'ended') return null
    if (!isHeld && seats.some(({ side }) => side === 'consult'))
      throw new AppError('NOT_ALLOWED_NOW', 'a colleague is talked to', { problem: 'CONSULTING' })
    const row = await takeStep(ctx, call, isHeld ? 'hold' : 'resume')
    if (!row) throw new AppError('NOT_ALLOWED_NOW', 'it is not in progress')
    const heldFor = isHeld ? null : row.heldMs - call.heldMs
    ctx.emit('call.held', { ...about(activity), isHeld, version: row.version })
    await tellCall(ctx, await noteLine(ctx, row, { kind: isHeld ? 'held' : 'resumed', ms: heldFor }))
    return null
  },
})
