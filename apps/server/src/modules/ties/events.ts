import type { LinkKind } from '@care/domain'

interface OfRequest {
  requestId: string
  customerId: string
  version: number
}
/** The two requests of a merge; the event stands in both histories. */
interface Merge extends OfRequest {
  mergeId: string
  sourceId: string
  sourceNumber: number
  targetId: string
  targetNumber: number
  activities: number
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    'request.merged': Merge
    'request.unmerged': Merge
    /** In both histories. */
    'request.split': OfRequest & {
      fromId: string
      fromNumber: number
      toId: string
      toNumber: number
      activityIds: string[]
      linkId: string
    }
    /** The split was undone. */
    'request.unsplit': OfRequest & { fromNumber: number; toNumber: number; activities: number }
    'request.linked': OfRequest & {
      linkId: string
      otherId: string
      otherNumber: number
      kind: LinkKind
      isFrom: boolean
    }
    'request.unlinked': OfRequest & {
      linkId: string
      otherId: string
      otherNumber: number
      kind: LinkKind
      isFrom: boolean
    }
    /** Of the part. */
    'request.parentSet': OfRequest & {
      fromId: string | null
      fromNumber: number | null
      toId: string | null
      toNumber: number | null
    }
    /** Of the whole. */
    'request.partAdded': OfRequest & { partId: string; partNumber: number }
    'request.partRemoved': OfRequest & { partId: string; partNumber: number }
  }
}
export type TieEvent =
  | 'request.merged'
  | 'request.unmerged'
  | 'request.split'
  | 'request.unsplit'
  | 'request.linked'
  | 'request.unlinked'
  | 'request.parentSet'
  | 'request.partAdded'
  | 'request.partRemoved'
