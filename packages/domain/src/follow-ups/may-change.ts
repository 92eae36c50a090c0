import type { Viewer } from '../access/can-see-request.ts'

/** Who made a to-do or deal and whose it is. */
export interface Owned {
  ownerId: string
  createdById: string | null
}

/** Its owner and its maker may change it, and who may change those of others. */
export const canChangeFollowUp = (viewer: Viewer, { ownerId, createdById }: Owned): boolean =>
  ownerId === viewer.operatorId || createdById === viewer.operatorId || viewer.permissions.has('followUps.editAll')
