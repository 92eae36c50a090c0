import type { Draft } from '@care/contract'

/** What this desk knows of a draft's copy on the server. */
export interface Synced {
  rev: number
  editedAt: number
  /** Changed here and not yet with the server. */
  isDirty: boolean
}

/**
 * What becomes of a draft when the desk hears how it stands on the server (null: there is none): it is taken over, sent,
 * or cleared because it was sent or emptied elsewhere. What was written here and is not with the server is never lost.
 */
export function reconcile(
  hasText: boolean,
  synced: Synced | undefined,
  remote: Draft | null,
): 'send' | 'take' | 'clear' | 'nothing' {
  if (synced?.isDirty) return 'send'
  // From before there was a copy on the server, or from a page that died in haste.
  if (!synced && hasText) return 'send'
  if (remote) return remote.rev === synced?.rev ? 'nothing' : 'take'
  return hasText ? 'clear' : 'nothing'
}
