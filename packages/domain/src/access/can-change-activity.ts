import type { Viewer } from './can-see-request.ts'

/**
 * Whether the viewer may change the activity: only the operator in whose progress it is, or one with
 * `requests.editAll`. `operatorId` is null while nobody has accepted it. Rule 2.
 */
export function canChangeActivity(viewer: Viewer, activity: { operatorId: string | null }): boolean {
  return activity.operatorId === viewer.operatorId || viewer.permissions.has('requests.editAll')
}
