import type { Handlers } from '../../kernel/handler.ts'
import { visibleActivity } from '../activities/index.ts'
import { saveDraft } from './commands/save-draft.ts'
import { colleagueDraftsOf, draftsOf } from './queries.ts'

export const draftHandlers: Handlers<'listDrafts' | 'saveDraft' | 'listColleagueDrafts'> = {
  listDrafts: ({ actor, query }, { store }) => draftsOf(store.read, actor.id, query),
  saveDraft: ({ actor, params, body, requestId }, { execute }) =>
    execute(saveDraft, actor, { ...params, ...body }, { requestId }),
  async listColleagueDrafts({ actor, params }, services) {
    await visibleActivity(services, actor, params.activityId)
    return { items: await colleagueDraftsOf(services.store.read, params.activityId, actor.id) }
  },
}
