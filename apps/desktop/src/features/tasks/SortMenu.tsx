import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
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
  const choices = [
    ['waiting', t('tasks.sortWaiting')],
    ['newest', t('tasks.sortNewest')],
    ['priority', t('tasks.sortPriority')],
    ['name', t('tasks.sortName')],
  ] as const
  return (
    <Menu anchorEl={anchor} open onClose={onClose} slotProps={{ list: { 'aria-label': t('taskList.sortBy') } }}>
      {choices.map(([key, label]) => (
        <MenuItem
          key={key}
          role="menuitemradio"
          aria-checked={sort === key}
          selected={sort === key}
          sx={{ gap: '9px', minWidth: 200 }}
          onClick={() => {
            onClose()
            onSort(key)
          }}
        >
          <span style={{ flex: 1 }}>{label}</span>
          {sort === key && <Check size={14} aria-hidden="true" />}
        </MenuItem>
      ))}
    </Menu>
  )
}
