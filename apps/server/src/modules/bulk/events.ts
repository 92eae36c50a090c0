import type { BulkState } from '@care/contract'

interface OfRun {
  runId: string
  operatorId: string
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    /** The kinds of its actions; what they do stands in the events of each request. */
    'bulk.started': OfRun & { actions: string[] }
    'bulk.ended': OfRun & { state: BulkState; counts: Record<string, number> }
    'bulk.undoStarted': OfRun
    /** Only told. */
    'bulk.moved': OfRun
  }
}
export type BulkEvent = 'bulk.started' | 'bulk.ended' | 'bulk.undoStarted' | 'bulk.moved'
