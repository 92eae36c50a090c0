/** Facts of one macro; `ownerId` null = shared. Never its words. */
interface OfMacro {
  macroId: string
  ownerId: string | null
}
declare module '../../kernel/event.ts' {
  interface EventMap {
    'macro.added': OfMacro
    'macro.edited': OfMacro & { fields: string[] }
    'macro.deleted': OfMacro
    'macro.restored': OfMacro
    'macro.purged': OfMacro
    /** To one request, or to many in a run. */
    'macro.used': OfMacro & { usedOn: string }
  }
}
export type MacroEvent =
  | 'macro.added'
  | 'macro.edited'
  | 'macro.deleted'
  | 'macro.restored'
  | 'macro.purged'
  | 'macro.used'
