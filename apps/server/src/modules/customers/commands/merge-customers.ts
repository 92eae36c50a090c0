import type { MergedField } from '@care/contract'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { changedSince } from '../conflict.ts'
import { joinCustomers, lockBoth } from '../join-customers.ts'
import { findRow } from '../store.ts'

interface MergeInput {
  /** Who stays. */
  customerId: string
  version: number
  /** Whose requests, talks and visitors he gets; this id is an alias of his from now on. */
  sourceId: string
  sourceVersion: number
  /** Fields in which the source's value is kept; in all others the target's. */
  take: readonly MergedField[]
}

/** Makes two records of one person one (row C1), in one transaction; undoCustomerMerge is its way back. */
export const mergeCustomers = command({
  name: 'merge-customers',
  action: 'customers.edit',
  load: (ctx, input: MergeInput) => lockBoth(ctx, input.customerId, input.sourceId),
  allow: () => true,
  async run(ctx, { target, source }, { version, sourceVersion, take }) {
    if (target.version !== version) throw await changedSince(ctx, await loaded(ctx, target.id), [])
    if (source.version !== sourceVersion) throw await changedSince(ctx, await loaded(ctx, source.id), [])
    const mergeId = await joinCustomers(ctx, { target, source }, take)
    return { mergeId, customerId: target.id }
  },
})

const loaded = async (ctx: Ctx, id: string) => {
  const found = await findRow(ctx.tx, id)
  if (!found) throw notFound('customer')
  return found
}
