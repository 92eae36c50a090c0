import type { LiveOperatorRow, WaitingTask } from '@care/contract'
import { hasSkills, skillSet } from '@care/domain'

/** How an operator suits a waiting task: what he lacks, and how many of its places he has free. */
export interface Fit {
  operator: LiveOperatorRow
  isMember: boolean
  /** The first skill that it needs and he has not. */
  lacks: string | null
  /** The phone system at which he would need a line to be rung, and has none. */
  lacksLine: string | null
  freePlaces: number
  isThere: boolean
}

export function fitOf(operator: LiveOperatorRow, task: WaitingTask): Fit {
  const has = skillSet(operator.skills)
  const load = operator.load.find(({ medium }) => medium === task.medium)
  return {
    operator,
    isMember: operator.queueIds.includes(task.queueId),
    lacks: task.skills.find((skill) => !hasSkills(has, skillSet([skill]))) ?? null,
    lacksLine: task.line && !task.line.operatorIds.includes(operator.id) ? task.line.name : null,
    freePlaces: Math.max(0, (load?.places ?? 1) - (load?.taken ?? 0)),
    isThere: operator.shown !== 'offline',
  }
}

/** Whether work may be dropped on him: he is there, can it, and has a place free. The menu allows more. */
export const takesDrop = ({ operator, isMember, lacks, lacksLine, freePlaces }: Fit): boolean =>
  operator.shown === 'available' && isMember && lacks === null && lacksLine === null && freePlaces > 0

const rank = (fit: Fit): number =>
  (fit.isThere ? 0 : 8) + (takesDrop(fit) ? 0 : 4) + (fit.isMember ? 0 : 2) + (fit.lacks === null ? 0 : 1)

/** Best ones first, those with most free places before the others. */
export const bestFirst = (
  operators: readonly LiveOperatorRow[],
  task: WaitingTask,
  compareNames: (a: string, b: string) => number,
): Fit[] =>
  operators
    .map((operator) => fitOf(operator, task))
    .toSorted(
      (a, b) => rank(a) - rank(b) || b.freePlaces - a.freePlaces || compareNames(a.operator.name, b.operator.name),
    )
