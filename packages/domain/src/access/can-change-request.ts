import type { RequestAccess, Viewer } from './can-see-request.ts'

/**
 * Whether the viewer may change the request: with `requests.edit` when he is the assignee, has a task of it
 * (accepted; leave offers out of `taskOperatorIds`), or nobody is assigned and it is in one of his queues;
 * with `requests.editAll` always.
 */
export function canChangeRequest(viewer: Viewer, request: RequestAccess): boolean {
  if (viewer.permissions.has('requests.editAll')) return true
  if (!viewer.permissions.has('requests.edit')) return false
  if (request.assigneeId === viewer.operatorId || request.taskOperatorIds.includes(viewer.operatorId)) return true
  return request.assigneeId === null && request.queueId !== null && viewer.queueIds.has(request.queueId)
}
