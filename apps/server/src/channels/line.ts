/** Where one thing that came in stands among those that this process takes. */
export interface Place {
  /**
   * Says under which names it goes, and resolves when everything ahead of it that belongs together with it is over: what
   * shares a name, or shares one with what does. `found` looks up further names in what has been taken already. Until it is
   * called nothing behind it has its turn.
   */
  turn: (names: readonly string[], found?: () => Promise<readonly string[]>) => Promise<void>
  /** It is taken, or was given up. */
  leave(): void
}

interface Gate {
  opened: Promise<void>
  open(): void
}
function gate(): Gate {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

interface Member {
  names: ReadonlySet<string>
  over: Promise<unknown>
}

/** Those who bear one of the names, and who shares one with them. */
function together(members: Iterable<Member>, names: Iterable<string>): Set<Member> {
  const reached = new Set(names)
  const found = new Set<Member>()
  let left = [...members]
  for (;;) {
    const next = left.filter(({ names: own }) => [...own].some((name) => reached.has(name)))
    if (next.length === 0) return found
    left = left.filter((member) => !next.includes(member))
    for (const member of next) {
      found.add(member)
      for (const name of member.names) reached.add(name)
    }
  }
}

/**
 * The line of what is taken beside each other: what belongs together is taken in the order in which it joined, everything
 * else without waiting. Only what is ahead is waited for, so the first one never waits and the line cannot stand still.
 */
export function createLine(): { join(): Place } {
  let allNamed = Promise.resolve()
  const underWay = new Set<Member>()
  return {
    join() {
      const aheadNamed = allNamed
      const named = gate()
      const left = gate()
      allNamed = aheadNamed.then(() => named.opened)
      return {
        turn: async (names, found) => {
          await aheadNamed
          // Before the look-up: what is over during it has been taken, and one of both sees it.
          const before = together(underWay, names)
          const all = new Set([...names, ...((await found?.()) ?? [])])
          const ahead = new Set([...before, ...together(underWay, [...all, ...[...before].flatMap(namesOf)])])
          const waits = Promise.all([...ahead].map(({ over }) => over))
          // One that leaves early lets nobody pass those whom it waited for.
          const member = { names: all, over: Promise.all([waits, left.opened]) }
          underWay.add(member)
          void member.over.then(() => underWay.delete(member))
          named.open()
          await waits
        },
        leave() {
          named.open()
          left.open()
        },
      }
    },
  }
}

const namesOf = ({ names }: Member): string[] => [...names]
