import type { MacroStep, OutcomeView, StageView } from '@care/contract'
import { minuteMs } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { operatorsQuery, queuesQuery, requestTypesQuery } from '../entities/workspace-lists.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { localName } from '../words/local-name.ts'
import { priorityWord } from '../words/priority.ts'

/** What an action of a bulk run or a step of a macro does, in words; a target that is gone says so. */
export function useActionWords(): (action: MacroStep) => string {
  const t = useT()
  const format = useFormat()
  const queues = useQuery(queuesQuery).data
  const operators = useQuery(operatorsQuery).data
  const types = useQuery(requestTypesQuery).data
  const named = (items: ReadonlyArray<{ id: string; name: string }> | undefined, id: string): string =>
    items === undefined ? '…' : (items.find((one) => one.id === id)?.name ?? t('actions.gone'))
  const keyed = (kind: 'stages' | 'outcomes', key: string): string => {
    const all = types?.flatMap((type): ReadonlyArray<StageView | OutcomeView> => type[kind])
    const found = all?.find((one) => one.key === key)
    return found ? localName(found.name, t.language) : types === undefined ? '…' : t('actions.gone')
  }
  return (action) => {
    switch (action.kind) {
      case 'assign':
        return action.operatorId === null
          ? t('actions.assignNobody')
          : t('actions.assign', { name: named(operators, action.operatorId) })
      case 'queue':
        return t('actions.queue', { name: named(queues, action.queueId) })
      case 'stage':
        return t('actions.stage', { name: keyed('stages', action.stage) })
      case 'priority':
        return t('actions.priority', { name: priorityWord(t, action.priority) })
      case 'tags':
        return [
          action.add.length > 0 ? t('actions.tagsAdd', { tags: action.add.join(', ') }) : null,
          action.remove.length > 0 ? t('actions.tagsRemove', { tags: action.remove.join(', ') }) : null,
        ]
          .filter((words) => words !== null)
          .join('; ')
      case 'close':
        return t('actions.close', { name: keyed('outcomes', action.outcome) })
      case 'spam':
        return t('actions.spam')
      case 'snooze':
        return t('actions.snooze', { duration: format.duration(action.minutes * minuteMs) })
      case 'comment':
        return t('actions.comment', { text: action.text })
      case 'reply':
        return t('actions.reply', { name: '' })
    }
  }
}
