import { firstStageOf, nextStages } from './lifecycle.ts'
import type { Workflow } from './lifecycle.ts'

function reachable(starts: readonly string[], next: (key: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(starts)
  // A set hands out what is added while it is walked, so this visits everything once.
  for (const key of seen) for (const other of next(key)) seen.add(other)
  return seen
}

/**
 * Why a workflow cannot be saved, empty when it can: `CODE` or `CODE:stage key`, for the editor to show at the
 * stage. Codes: NO_STAGES, NO_NEW_STAGE, NO_CLOSED_STAGE, DUPLICATE_STAGE, UNKNOWN_STAGE (of a transition),
 * UNREACHABLE (from the first stage of `new`), NO_WAY_TO_CLOSED.
 */
export function workflowProblems(w: Workflow): string[] {
  if (w.stages.length === 0) return ['NO_STAGES']
  const keys = w.stages.map((stage) => stage.key)
  const problems = new Set<string>()
  for (const [index, key] of keys.entries()) if (keys.indexOf(key) !== index) problems.add(`DUPLICATE_STAGE:${key}`)
  for (const key of w.transitions.flatMap((t) => [t.from, t.to])) {
    if (!keys.includes(key)) problems.add(`UNKNOWN_STAGE:${key}`)
  }

  const start = firstStageOf(w, 'new')
  if (start === undefined) problems.add('NO_NEW_STAGE')
  else {
    const seen = reachable([start.key], (key) => nextStages(w, key).map((stage) => stage.key))
    for (const key of keys) if (!seen.has(key)) problems.add(`UNREACHABLE:${key}`)
  }

  const closed = w.stages.filter((stage) => stage.category === 'closed').map((stage) => stage.key)
  if (closed.length === 0) problems.add('NO_CLOSED_STAGE')
  else {
    const seen = reachable(closed, (key) => w.transitions.filter((t) => t.to === key).map((t) => t.from))
    for (const key of keys) if (!seen.has(key)) problems.add(`NO_WAY_TO_CLOSED:${key}`)
  }
  return [...problems]
}
