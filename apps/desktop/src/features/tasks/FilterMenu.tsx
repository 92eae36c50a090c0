import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { Task } from '@care/contract'
import { type Medium, mediumIds, type StageCategory } from '@care/domain'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import menu from '../../shared/ui/menu.module.css'
import { mediumWord } from '../../shared/words/medium.ts'
import { filtersUsed, noFilters, type TaskFilters, type When } from './filter.ts'

interface FilterMenuProps {
  anchor: HTMLElement
  /** Only media that are there, or chosen, are worth a line. */
  tasks: readonly Task[]
  filters: TaskFilters
  onFilters: (filters: TaskFilters) => void
  onClose: () => void
}
const toggled = <T,>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one]

/** What My requests shows. Stays open: one chooses several. */
export function FilterMenu({ anchor, tasks, filters, onFilters, onClose }: FilterMenuProps): ReactNode {
  const t = useT()
  const set = (part: Partial<TaskFilters>): void => onFilters({ ...filters, ...part })
  const stages: readonly (readonly [StageCategory, string])[] = [
    ['new', t('taskList.stageNew')],
    ['active', t('taskList.stageActive')],
    ['waiting', t('taskList.stageWaiting')],
  ]
  const whens: readonly (readonly [When, string])[] = [
    ['today', t('taskList.today')],
    ['week', t('taskList.week')],
    ['older', t('taskList.older')],
  ]
  const media: Medium[] = mediumIds.filter(
    (medium) => filters.media.includes(medium) || tasks.some((task) => task.medium === medium),
  )
  const line = (
    key: string,
    label: string,
    isOn: boolean,
    choose: () => void,
    role = 'menuitemcheckbox',
  ): ReactNode => (
    <MenuItem key={key} role={role} aria-checked={isOn} onClick={choose} sx={{ gap: '9px', minWidth: 220 }}>
      <span style={{ flex: 1 }}>{label}</span>
      {isOn && <Check size={14} aria-hidden="true" />}
    </MenuItem>
  )
  const title = (text: string): ReactNode => (
    <li key={text} role="presentation" className={menu.menuTitle}>
      {text}
    </li>
  )
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      slotProps={{ list: { 'aria-label': t('taskList.filter'), dense: true } }}
    >
      {line('unread', t('taskList.unreadOnly'), filters.isUnread, () => set({ isUnread: !filters.isUnread }))}
      {line('vip', t('taskList.vipOnly'), filters.isVip, () => set({ isVip: !filters.isVip }))}
      {title(t('communication.stage'))}
      {stages.map(([key, label]) =>
        line(key, label, filters.categories.includes(key), () => set({ categories: toggled(filters.categories, key) })),
      )}
      {title(t('taskList.lastMessage'))}
      {whens.map(([key, label]) =>
        line(key, label, filters.when === key, () => set({ when: filters.when === key ? null : key })),
      )}
      {media.length > 0 && title(t('taskList.medium'))}
      {media.map((medium) =>
        line(medium, mediumWord(t, medium), filters.media.includes(medium), () =>
          set({ media: toggled(filters.media, medium) }),
        ),
      )}
      <Divider />
      <MenuItem disabled={filtersUsed(filters) === 0} onClick={() => onFilters(noFilters)}>
        {t('tasks.clearFilters')}
      </MenuItem>
    </Menu>
  )
}
