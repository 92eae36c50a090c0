import type { Permission } from './permissions.ts'

/** The operator who looks or acts, with the queues he is a member of. */
export interface Viewer {
  operatorId: string
  permissions: ReadonlySet<Permission>
  queueIds: ReadonlySet<string>
}

/** What access to a request depends on. `taskOperatorIds`: the operators who have or had a task of it. */
export interface RequestAccess {
  assigneeId: string | null
  queueId: string | null
  taskOperatorIds: readonly string[]
}

/**
 * Whether the viewer may see the request: it is assigned to him, is in one of his queues, or he has, had
 * or is offered a task of it (so `taskOperatorIds` includes offers here); with `requests.viewAll` always. Rule 1.
 */
export function canSeeRequest(viewer: Viewer, request: RequestAccess): boolean {
  if (viewer.permissions.has('requests.viewAll')) return true
  if (!viewer.permissions.has('requests.view')) return false
  return (
    request.assigneeId === viewer.operatorId ||
    (request.queueId !== null && viewer.queueIds.has(request.queueId)) ||
    request.taskOperatorIds.includes(viewer.operatorId)
  )
}
