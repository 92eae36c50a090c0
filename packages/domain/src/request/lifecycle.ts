import type { LocalName } from '../text/local-name.ts'

/** What a stage means to the product, whatever its name: clocks, lists and auto-close go by the category. */
export const stageCategories = ['new', 'active', 'waiting', 'closed'] as const

export type StageCategory = (typeof stageCategories)[number]

export interface Stage {
  key: string
  category: StageCategory
  name: LocalName
}

export interface Workflow {
  stages: readonly Stage[]
  transitions: readonly { from: string; to: string }[]
  /** Stages of before: nobody moves there any more, but histories and old requests name them. */
  retired?: readonly Stage[]
}

/** The workflow of a request type that nobody has set up; closed → active is reopening. */
export const defaultWorkflow: Workflow = {
  stages: [
    { key: 'new', category: 'new', name: { en: 'New', ru: 'Новый', pl: 'Nowe', bg: 'Нова' } },
    { key: 'active', category: 'active', name: { en: 'Active', ru: 'В работе', pl: 'W toku', bg: 'В работа' } },
    { key: 'waiting', category: 'waiting', name: { en: 'Waiting', ru: 'Ожидание', pl: 'Oczekuje', bg: 'Изчакване' } },
    { key: 'closed', category: 'closed', name: { en: 'Closed', ru: 'Закрыт', pl: 'Zamknięte', bg: 'Затворена' } },
  ],
  transitions: [
    { from: 'new', to: 'active' },
    { from: 'new', to: 'waiting' },
    { from: 'new', to: 'closed' },
    { from: 'active', to: 'waiting' },
    { from: 'active', to: 'closed' },
    { from: 'waiting', to: 'active' },
    { from: 'waiting', to: 'closed' },
    { from: 'closed', to: 'active' },
  ],
}

/** The stage with this key; undefined when the workflow has none. */
export function stageOf(w: Workflow, key: string): Stage | undefined {
  return w.stages.find((stage) => stage.key === key)
}

/** The first stage of a category in the workflow's order; a new request starts in the first of `new`. */
export function firstStageOf(w: Workflow, category: StageCategory): Stage | undefined {
  return w.stages.find((stage) => stage.category === category)
}

/** The stages one may move to from a stage, in the workflow's order; never the stage itself. */
export function nextStages(w: Workflow, from: string): Stage[] {
  if (stageOf(w, from) === undefined) return []
  const targets = new Set(w.transitions.filter((t) => t.from === from && t.to !== from).map((t) => t.to))
  return w.stages.filter((stage) => targets.has(stage.key))
}

/** Whether the workflow allows this move in one step; refuses unknown stages and staying where one is. */
export function canMove(w: Workflow, from: string, to: string): boolean {
  return nextStages(w, from).some((stage) => stage.key === to)
}
