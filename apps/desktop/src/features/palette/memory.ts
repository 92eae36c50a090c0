/** What this browser remembers for one person: how often lines were chosen, and what was opened last. */
export interface Opened {
  requestId: string
  customerId: string
  number: number
  title: string
  name: string
  /** Absent of those that were opened before it was kept. */
  isVip?: boolean
}

const mostUses = 200
const mostOpened = 8
const usesKey = (operatorId: string): string => `care.palette.uses.${operatorId}`
const openedKey = (operatorId: string): string => `care.palette.opened.${operatorId}`

function read<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? otherwise
  } catch {
    return otherwise
  }
}
function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Storage full or forbidden: it is a convenience only.
  }
}

export const usesOf = (operatorId: string): Record<string, number> => read(usesKey(operatorId), {})

/** Counts a choice; what is chosen least is forgotten when there are too many. */
export function countUse(operatorId: string, id: string): void {
  const uses = usesOf(operatorId)
  uses[id] = (uses[id] ?? 0) + 1
  const most = Object.entries(uses).toSorted((a, b) => b[1] - a[1])
  write(usesKey(operatorId), Object.fromEntries(most.slice(0, mostUses)))
}

export const openedBy = (operatorId: string): Opened[] => read(openedKey(operatorId), [])

/** Puts a request first among those that were opened. */
export function remember(operatorId: string, opened: Opened): void {
  const others = openedBy(operatorId).filter(({ requestId }) => requestId !== opened.requestId)
  write(openedKey(operatorId), [opened, ...others].slice(0, mostOpened))
}
