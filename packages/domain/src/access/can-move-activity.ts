import { isOpenActivity, type ActivityState } from '../activity/activity-state.ts'
import { canChangeActivity } from './can-change-activity.ts'
import { canChangeRequest } from './can-change-request.ts'
import type { RequestAccess, Viewer } from './can-see-request.ts'

/**
 * Whether the viewer may move the activity to another request: one that goes on only its operator (rule 2), one that has
 * ended whoever may change its request. `request.taskOperatorIds` without offers.
 */
export function canMoveActivity(
  viewer: Viewer,
  activity: { operatorId: string | null; state: ActivityState },
  request: RequestAccess,
): boolean {
  if (!viewer.permissions.has('requests.edit')) return false
  return canChangeActivity(viewer, activity) || (!isOpenActivity(activity.state) && canChangeRequest(viewer, request))
}
