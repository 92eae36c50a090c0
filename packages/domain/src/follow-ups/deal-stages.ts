import type { LocalName } from '../text/local-name.ts'

export const dealStates = ['open', 'won', 'lost'] as const
export type DealState = (typeof dealStates)[number]

/** A step of a deal; the workspace names its own. `state` says what it means: under way, or how it ended. */
export interface DealStage {
  key: string
  name: LocalName
  state: DealState
}
export const mostDealStages = 20

/** What an installation is born with. */
export const defaultDealStages: readonly DealStage[] = [
  { key: 'new', state: 'open', name: { en: 'New', ru: 'Новая', pl: 'Nowa', bg: 'Нова' } },
  {
    key: 'qualified',
    state: 'open',
    name: { en: 'Qualified', ru: 'Подтверждена', pl: 'Zakwalifikowana', bg: 'Потвърдена' },
  },
  {
    key: 'proposal',
    state: 'open',
    name: { en: 'Proposal sent', ru: 'Предложение сделано', pl: 'Oferta wysłana', bg: 'Изпратена оферта' },
  },
  { key: 'won', state: 'won', name: { en: 'Won', ru: 'Выиграна', pl: 'Wygrana', bg: 'Спечелена' } },
  { key: 'lost', state: 'lost', name: { en: 'Lost', ru: 'Проиграна', pl: 'Przegrana', bg: 'Загубена' } },
]

/** Why these cannot be the stages of a workspace, in English for developers; null when they can. */
export function dealStagesProblem(stages: readonly DealStage[]): string | null {
  if (new Set(stages.map(({ key }) => key)).size < stages.length) return 'two stages have one key'
  for (const state of dealStates) if (!stages.some((stage) => stage.state === state)) return `no stage is ${state}`
  return null
}
