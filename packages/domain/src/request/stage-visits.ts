import { firstStageOf, type Stage, type StageCategory, type Workflow } from './lifecycle.ts'

/** Where a request goes that has to leave its type's route: the same category, else the nearest the other route has. */
const nearest: Readonly<Record<StageCategory, readonly StageCategory[]>> = {
  new: ['new'],
  active: ['active', 'waiting', 'new'],
  waiting: ['waiting', 'active', 'new'],
  closed: ['closed'],
}

/** The stage of a route that stands for a category: the first of it, or of the nearest one that the route has. */
export function stageFor(w: Workflow, category: StageCategory): Stage | undefined {
  for (const one of nearest[category]) {
    const stage = firstStageOf(w, one)
    if (stage) return stage
  }
  return undefined
}

/** A time that a request spent in a stage, epoch ms; `until` null = it is there. */
export interface StageVisit {
  typeId: string
  stage: string
  category: StageCategory
  since: number
  until: number | null
}

/**
 * What becomes of a request's visits when it stands in a stage since `since`: what was later never was (an undo put it
 * back), what is left is without a gap, and only the last one is open. The visits are in order of time.
 */
export function visitsAfter<V extends StageVisit>(
  visits: readonly V[],
  now: Omit<StageVisit, 'until'>,
): { gone: V[]; last: V | null; isNew: boolean } {
  const isSame = (visit: V): boolean =>
    visit.since === now.since && visit.stage === now.stage && visit.typeId === now.typeId
  const back = visits.findIndex(isSame)
  const stays = visits.filter((visit, index) => (back === -1 ? visit.since < now.since : index <= back))
  const gone = visits.filter((visit) => !stays.includes(visit))
  return { gone, last: stays.at(-1) ?? null, isNew: back === -1 }
}

/** How long was spent in all of them together until `at`, ms. */
export const timeOf = (visits: readonly Pick<StageVisit, 'since' | 'until'>[], at: number): number =>
  visits.reduce((sum, { since, until }) => sum + Math.max(0, (until ?? at) - since), 0)
