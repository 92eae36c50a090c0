import { historyEvents, type HistoryEvent } from '@care/contract'
import { loadDesktop, loadScreenWords } from '@care/i18n/desktop'
import { aRequest } from '@care/testkit'
import { expect, test } from 'vitest'
import type { Format } from '../../shared/i18n/useFormat.ts'
import { historyTexts } from './history-words.ts'

const name = (id: string): string => `name of ${id}`
const names = {
  operator: name,
  queue: name,
  group: name,
  type: name,
  location: name,
  field: () => undefined,
  stage: name,
  dealStage: name,
}
const format: Partial<Format> = { dateTime: () => '13 Nov 2026' }
/** Of those that say nothing without them. */
const factsOf: Partial<Record<HistoryEvent, Record<string, unknown>>> = {
  'request.edited': { fields: { priority: { from: 'low', to: 'high' } } },
  'activity.tagged': { added: ['pump'], removed: [] },
  'task.overflowed': { queueId: 'b', fromQueueId: 'a' },
  'callback.tried': { number: 1, outcome: 'reached' },
  'mail.reported': { state: 'delayed' },
}

test.each(['en', 'ru', 'pl', 'bg'] as const)(
  'everything that the server keeps in a history has words of its own in %s',
  async (language) => {
    const t = await loadDesktop(language)
    await loadScreenWords(t)
    const say = (type: string) =>
      historyTexts(
        {
          id: 'h',
          type,
          at: 1,
          actor: { kind: 'system', id: null, name: '' },
          activityId: null,
          facts: factsOf[type as HistoryEvent] ?? {},
        },
        { t, format: format as Format, request: aRequest(), names },
      )
    const [other] = say('invented.later')
    const silent = historyEvents.filter((type) => {
      const texts = say(type)
      return texts.length === 0 || texts.some((words) => words === '' || words === other || words.includes('{'))
    })
    expect(silent).toEqual([])
  },
)
