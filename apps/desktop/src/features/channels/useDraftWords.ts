import type { ChannelKind } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { locationsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { ChannelDraft } from './draft.ts'
import { choiceWord, fieldWord } from './words.ts'

/** A field and its value in words, for telling what somebody else saved. */
export function useDraftWords(kind: ChannelKind): (field: keyof ChannelDraft, value: unknown) => string {
  const t = useT()
  const places = {
    queueId: { label: t('channels.queue'), list: useQuery(queuesQuery).data, none: t('channels.standardQueue') },
    typeId: { label: t('channels.type'), list: useQuery(requestTypesQuery).data, none: t('channels.standardType') },
    locationId: { label: t('channels.location'), list: useQuery(locationsQuery).data, none: t('channels.noLocation') },
  }
  return (field, value) => {
    if (field === 'name') return `${t('channels.name')}: ${String(value)}`
    if (field === 'queueId' || field === 'typeId' || field === 'locationId') {
      const { label, list, none } = places[field]
      return `${label}: ${list?.find(({ id }) => id === value)?.name ?? none}`
    }
    const id = field.slice('settings.'.length)
    const isChoice = kind.fields.some((one) => one.id === id && one.kind === 'choice')
    const said =
      typeof value === 'boolean'
        ? t(value ? 'ownFields.yes' : 'ownFields.no')
        : isChoice
          ? choiceWord(t, kind.kind, id, String(value))
          : String(value)
    return `${fieldWord(t, kind.kind, id)}: ${said || t('common.empty')}`
  }
}
