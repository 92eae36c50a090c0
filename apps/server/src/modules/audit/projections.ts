import type { AuditKind } from '@care/contract'
import type { Ctx } from '../../kernel/command.ts'
import type { StoredEvent } from '../../kernel/event.ts'
import type { Projections } from '../../kernel/module.ts'
import type {} from '../operators/index.ts'

/** What somebody changes of his own account, which is nobody else's business. */
const ownSettings: readonly string[] = ['language', 'singleKeys', 'mailSignature']

/** A line for whoever did it; what the product itself does has none. */
async function note(ctx: Ctx, { id, actor }: StoredEvent, kind: AuditKind, subjectId: string): Promise<void> {
  if (actor.kind !== 'operator' || actor.id === null) return
  await ctx.tx.insert(ctx.tx.t.auditEntries).values({
    id: ctx.newId(),
    at: ctx.now,
    operatorId: actor.id,
    kind,
    subjectId,
    requestId: null,
    customerId: null,
    onceKey: `${kind} ${id}`,
  })
}

/** Who changed whose account (row X6). */
export const auditProjections: Projections = {
  'operator.created': (ctx, event) => note(ctx, event, 'operator.added', event.facts.operatorId),
  'operator.edited': async (ctx, event) => {
    const { operatorId, fields, role } = event.facts
    if (role) await note(ctx, event, 'operator.roleChanged', operatorId)
    if (fields.some((field) => field !== 'role' && !ownSettings.includes(field)))
      await note(ctx, event, 'operator.edited', operatorId)
  },
  'operator.passwordSet': (ctx, event) => note(ctx, event, 'operator.passwordSet', event.facts.operatorId),
  'operator.closed': (ctx, event) => note(ctx, event, 'operator.closed', event.facts.operatorId),
  'operator.reopened': (ctx, event) => note(ctx, event, 'operator.reopened', event.facts.operatorId),
}
