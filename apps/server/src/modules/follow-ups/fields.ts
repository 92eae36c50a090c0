/** Words are personal: the log only says that they changed (rule 47). */
const words = new Set(['title', 'note'])
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** What a patch changes, as the log has it; empty when it changes nothing. */
export function changesOf(
  before: Record<string, unknown>,
  patch: Record<string, unknown>,
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    Object.entries(patch)
      .filter(([name, value]) => value !== undefined && !same(before[name], value))
      .map(([name, value]) => [
        name,
        words.has(name) ? { from: null, to: null } : { from: before[name] ?? null, to: value ?? null },
      ]),
  )
}
