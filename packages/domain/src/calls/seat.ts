/** The two who talk, and a colleague who is asked while the customer is held (rule 24). */
export const callSides = ['customer', 'operator', 'consult'] as const
export type CallSide = (typeof callSides)[number]

/** So long a side that is gone may come back before the call ends, in ms. */
export const callGraceMs = 10_000
/** So long whoever answered has to take his seat, in ms; his page may have to load and ask for the microphone. */
export const callJoinMs = 30_000

/** One window of a side holds its media; null: nobody has taken the seat yet. */
export interface CallSeat {
  tabId: string | null
  /** Its line is gone. */
  isLost: boolean
}

/**
 * Whether a window may take the seat of its side: a free one, its own after a reload, one whose window is gone, or
 * any when the person says so. So the second window that answers takes nothing from the first.
 */
export const maySit = (seat: CallSeat, tabId: string, takesOver: boolean): boolean =>
  takesOver || seat.tabId === null || seat.tabId === tabId || seat.isLost

/** Who of two begins to connect: the customer with whoever has the call, the colleague with who asks him. */
export const beginsTo = (side: CallSide, other: CallSide): boolean => side === 'customer' || other === 'operator'

/** Which sides hear each other: the colleague never hears the customer before he has the call. */
export const peersOf = (side: CallSide): CallSide[] => (side === 'operator' ? ['customer', 'consult'] : ['operator'])
