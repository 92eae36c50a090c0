import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'
import { colleagueDraft, draft, draftKind, newDraft } from '../entities/draft.ts'

export const draftsApi = {
  listDrafts: endpoint({
    method: 'GET',
    path: '/api/drafts',
    access: 'signedIn',
    summary: 'One’s own drafts in all activities.',
    query: z.object(pageQuery),
    response: pageOf(draft),
  }),
  saveDraft: endpoint({
    method: 'PUT',
    path: '/api/activities/:activityId/drafts/:kind',
    access: 'requests.view',
    summary:
      'Keeps what one has begun to write; an empty text forgets it. Answers what stands then: of two windows the later version, with the words of the other beside it.',
    params: z.object({ activityId: id, kind: draftKind }),
    body: newDraft,
    response: draft,
    errors: ['NOT_FOUND'],
  }),
  listColleagueDrafts: endpoint({
    method: 'GET',
    path: '/api/activities/:activityId/drafts',
    access: 'requests.view',
    summary: 'What colleagues are writing in an activity.',
    params: z.object({ activityId: id }),
    response: z.object({ items: z.array(colleagueDraft) }),
    errors: ['NOT_FOUND'],
  }),
}
