import type { Tables } from '../db/schema/index.ts'
import type { About, EventMap, EventType } from '../kernel/event.ts'

export type Row<T extends keyof Tables> = Tables[T]['$inferInsert']
export type Rows = { [T in keyof Tables]?: Row<T>[] }
export type Who = { kind: 'operator' | 'customer'; id: string } | { kind: 'system'; id: null }

/** Everything that is to be written, by table. */
export function createRows() {
  const rows: Rows = {}
  function add<T extends keyof Tables>(table: T, row: Row<T>): Row<T> {
    const list = (rows[table] ?? []) as Row<T>[]
    list.push(row)
    rows[table] = list as Rows[T]
    return row
  }
  /** An entry of the event log, with the facts that the module of this event writes. */
  function log<K extends EventType>(
    id: string,
    type: K,
    who: Who,
    command: string,
    at: number,
    facts: EventMap[K] & About,
  ): void {
    add('events', {
      id,
      type,
      facts: { ...facts },
      actorKind: who.kind,
      actorId: who.id,
      command,
      correlationId: id,
      causeId: null,
      depth: 0,
      requestId: facts.requestId ?? null,
      activityId: facts.activityId ?? null,
      customerId: facts.customerId ?? null,
      at,
    })
  }
  return { rows, add, log }
}
export type RowMaker = ReturnType<typeof createRows>
