import Button from '@mui/material/Button'
import { Inbox, SearchX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'

interface ListEmptyProps {
  words: string | undefined
  /** Something besides the words narrows it. */
  isFiltered: boolean
  onClear: () => void
  /** Leaves the words and takes out all else. */
  onDropFilters: () => void
  onAdd?: () => void
}

/** Why there is nothing: no such words, words and filters together, filters, or no requests at all. Offers the way out. */
export function ListEmpty({ words, isFiltered, onClear, onDropFilters, onAdd }: ListEmptyProps): ReactNode {
  const t = useT()
  const button = (label: string, onClick: () => void): ReactNode => (
    <Button size="small" variant="outlined" onClick={onClick}>
      {label}
    </Button>
  )
  if (words !== undefined)
    return (
      <EmptyState
        icon={<SearchX size={20} />}
        title={t('lists.notFound', { words })}
        text={t(isFiltered ? 'lists.notFoundFiltered' : 'lists.notFoundText')}
        action={isFiltered ? button(t('lists.searchAll'), onDropFilters) : button(t('lists.clearSearch'), onClear)}
      />
    )
  if (isFiltered)
    return (
      <EmptyState
        icon={<Inbox size={20} />}
        title={t('lists.nothingFits')}
        text={t('lists.nothingFitsText')}
        action={button(t('lists.clear'), onClear)}
      />
    )
  return (
    <EmptyState
      icon={<Inbox size={20} />}
      title={t('lists.none')}
      text={t('lists.noneText')}
      action={onAdd && button(t('request.addRequest'), onAdd)}
    />
  )
}
