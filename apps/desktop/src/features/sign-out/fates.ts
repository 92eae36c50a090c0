import type { Api, BodyOf, Task } from '@care/contract'
import { media } from '@care/domain'

export type Target = { operatorId: string } | { groupId: string } | { queueId: string }
/** What becomes of one task when its operator signs out (rule 22); `asked` waits for the colleague who is asked already. */
export type Fate = 'return' | 'keep' | 'transfer' | 'asked'
export interface Choice {
  fate: Fate
  to: { target: Target; name: string } | null
}
export type SaidFate = BodyOf<Api['leaveDesk']>['tasks'][number]

/** What may become of it, the most sensible one first: nobody answers a live talk who is gone, slow work waits for its own. */
export function fatesOf(task: Task): [Fate, ...Fate[]] {
  if (task.transferTo !== null) return ['asked', ...back(task)]
  if (media[task.medium].isLive) return task.queue === null ? ['transfer'] : ['return', 'transfer']
  return ['keep', 'transfer', ...back(task)]
}
const back = (task: Task): Fate[] => (task.queue === null ? [] : ['return'])

/** The choice of one task: what was chosen as long as it is possible, else the sensible one. */
export function choiceOf(task: Task, chosen: Choice | undefined): Choice {
  const fates = fatesOf(task)
  return chosen && fates.includes(chosen.fate) ? chosen : { fate: fates[0], to: null }
}

/** One choice for all that allow it; the others keep theirs. */
export function forAll(tasks: readonly Task[], choices: ReadonlyMap<string, Choice>, choice: Choice) {
  return new Map(
    tasks.map((task) => [
      task.activityId,
      fatesOf(task).includes(choice.fate) ? choice : choiceOf(task, choices.get(task.activityId)),
    ]),
  )
}

/** As the server is told; null while somebody to hand over to is missing. */
export function saidOf(tasks: readonly Task[], choices: ReadonlyMap<string, Choice>): SaidFate[] | null {
  const said: SaidFate[] = []
  for (const task of tasks) {
    const { activityId } = task
    const { fate, to } = choiceOf(task, choices.get(activityId))
    if (fate === 'transfer' && to === null) return null
    if (fate === 'transfer') said.push({ activityId, fate, ...to?.target })
    else said.push({ activityId, fate: fate === 'return' ? 'return' : 'keep' })
  }
  return said
}
