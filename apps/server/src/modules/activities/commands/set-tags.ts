import { addTag, canChangeRequest, foldText } from '@care/domain'
import { and, desc, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { findRequest, restarted } from '../../requests/index.ts'
import { tagsOf } from '../queries/tags.ts'
import { about, type ActivityRecord, type LoadedActivity, loadVisibleActivity } from '../store.ts'

interface TagsInput {
  activityId: string
  version: number
  tags: string[]
}

/** Replaces an activity's tags (rule 5). Refuses an old version with who changed it (rule 4) and doubles. */
export const setTags = command({
  name: 'set-tags',
  action: 'requests.edit',
  async load(ctx, input: TagsInput) {
    const loaded = await loadVisibleActivity(ctx, input.activityId)
    const request = await findRequest(ctx.tx, loaded.request.id)
    return { ...loaded, holderIds: request?.holderIds ?? [] }
  },
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, loaded, input) {
    const { activity } = loaded
    const before = await tagsOf(ctx.tx, activity.id)
    if (activity.version !== input.version) throw await conflict(ctx, activity, before)
    const tags = validated(input.tags)
    const { activities, activityTags } = ctx.tx.t
    const [row] = await ctx.tx
      .update(activities)
      .set({ version: activity.version + 1 })
      .where(and(eq(activities.id, activity.id), eq(activities.version, input.version)))
      .returning()
    if (!row) throw await conflict(ctx, activity, before)
    await ctx.tx.delete(activityTags).where(eq(activityTags.activityId, activity.id))
    if (tags.length > 0)
      await ctx.tx
        .insert(activityTags)
        .values(tags.map((tag, position) => ({ activityId: activity.id, tag, tagFolded: foldText(tag), position })))
    await touch(ctx, loaded)
    const added = tags.filter((tag) => !before.includes(tag))
    const removed = before.filter((tag) => !tags.includes(tag))
    ctx.emit('activity.tagged', { ...about(activity), added, removed, version: row.version })
    return { activityId: activity.id }
  },
})

function validated(wanted: readonly string[]): string[] {
  let tags: string[] = []
  for (const tag of wanted) {
    const result = addTag(tags, tag)
    if ('problem' in result)
      throw new AppError('INVALID_INPUT', 'a tag cannot be taken', {
        issues: [{ path: 'tags', message: result.problem, tag }],
      })
    tags = result.tags
  }
  return tags
}

async function touch(ctx: Ctx, { request, type }: LoadedActivity): Promise<void> {
  const { requests } = ctx.tx.t
  await ctx.tx
    .update(requests)
    .set(restarted(type, request, 'fieldByPerson', ctx.now))
    .where(eq(requests.id, request.id))
}

async function conflict(ctx: Ctx, activity: ActivityRecord, tags: string[]): Promise<AppError> {
  const { events, operators } = ctx.tx.t
  const [last] = await ctx.tx
    .select({ at: events.at, name: operators.name })
    .from(events)
    .leftJoin(operators, eq(operators.id, events.actorId))
    .where(and(eq(events.requestId, activity.requestId), eq(events.activityId, activity.id)))
    .orderBy(desc(events.seq))
    .limit(1)
  return new AppError('CONFLICT', 'the activity was changed meanwhile', {
    currentVersion: activity.version,
    changedBy: last?.name ?? null,
    changedAt: last?.at ?? null,
    current: { tags },
  })
}
