import Menu from '@mui/material/Menu'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { menuItems } from '../../shared/ui/MenuButton.tsx'
import type { TaskSort } from './order.ts'

interface SortMenuProps {
  anchor: HTMLElement
  sort: TaskSort
  onSort: (sort: TaskSort) => void
  onClose: () => void
}

/** In which order My requests stands. */
export function SortMenu({ anchor, sort, onSort, onClose }: SortMenuProps): ReactNode {
  const t = useT()
  const words = [
    ['waiting', t('tasks.sortWaiting')],
    ['newest', t('tasks.sortNewest')],
    ['priority', t('tasks.sortPriority')],
    ['name', t('tasks.sortName')],
  ] as const
  const choices = words.map(([key, label]) => ({ key, label, isChosen: sort === key, onChoose: () => onSort(key) }))
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      slotProps={{ list: { 'aria-label': t('taskList.sortBy') }, paper: { sx: { minWidth: 200 } } }}
    >
      {menuItems(choices, onClose)}
    </Menu>
  )
}
