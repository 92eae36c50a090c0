import type { Draft } from '@care/contract'

declare module '../../kernel/event.ts' {
  interface EventMap {
    /** Only told: what is being written is nobody's history. */
    'draft.saved': { operatorId: string; draft: Draft }
    'draft.expired': { operatorId: string; activityId: string; kind: string }
  }
}
export type DraftEvent = 'draft.saved' | 'draft.expired'
