/** Facts of one view, never its words. */
interface OfView {
  viewId: string
  makerId: string
  isShared: boolean
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    'view.added': OfView
    /** `wasShared`: whoever saw it hears that it is gone. */
    'view.edited': OfView & { fields: string[]; wasShared: boolean }
    'view.takenOver': OfView & { from: string }
    'view.deleted': OfView
    'view.restored': OfView
    'view.purged': OfView
  }
}
export type ViewEvent =
  | 'view.added'
  | 'view.edited'
  | 'view.takenOver'
  | 'view.deleted'
  | 'view.restored'
  | 'view.purged'
