import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { mediumIds } from '@care/domain'
import type { JourneyKind } from '@care/contract'
import { ListFilter } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { isFiltering, periods, type JourneyFilter } from './rows.ts'

const kinds = ['any', 'activity', 'request', 'rating', 'todo', 'deal'] as const satisfies readonly (
  | JourneyKind
  | 'any'
)[]

/** Which requests and media the journey shows. */
export function JourneyFilterMenu({
  filter,
  onChange,
}: {
  filter: JourneyFilter
  onChange: (filter: JourneyFilter) => void
}): ReactNode {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const choose = (next: Partial<JourneyFilter>): void => {
    setIsOpen(false)
    onChange({ ...filter, ...next })
  }
  const statuses = [
    { status: 'all', label: t('journey.all') },
    { status: 'open', label: t('journey.openOnly') },
    { status: 'closed', label: t('journey.closedOnly') },
  ] as const
  const item = (isChosen: boolean) => ({ role: 'menuitemradio', 'aria-checked': isChosen, selected: isChosen }) as const
  return (
    <>
      <IconAction
        ref={button}
        label={t('journey.filter')}
        data-on={isFiltering(filter) || undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      >
        <ListFilter size={14} aria-hidden="true" />
      </IconAction>
      <Menu
        open={isOpen}
        anchorEl={() => button.current}
        onClose={() => setIsOpen(false)}
        slotProps={{ list: { 'aria-label': t('journey.filter'), dense: true }, paper: { sx: { maxHeight: 420 } } }}
      >
        {statuses.map(({ status, label }) => (
          <MenuItem key={status} {...item(filter.status === status)} onClick={() => choose({ status })}>
            {label}
          </MenuItem>
        ))}
        <Divider />
        {kinds.map((kind) => (
          <MenuItem
            key={kind}
            {...item((filter.kind ?? 'any') === kind)}
            onClick={() => choose({ kind: kind === 'any' ? null : kind, medium: null })}
          >
            {t(`journey.kinds.${kind}`)}
          </MenuItem>
        ))}
        <Divider />
        {periods.map((period) => (
          <MenuItem key={period} {...item(filter.period === period)} onClick={() => choose({ period })}>
            {t(`journey.periods.${period}`)}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem {...item(filter.medium === null)} onClick={() => choose({ medium: null })}>
          {t('journey.anyMedium')}
        </MenuItem>
        {mediumIds.map((medium) => (
          <MenuItem
            key={medium}
            {...item(filter.medium === medium)}
            onClick={() => choose({ medium, kind: null })}
            sx={{ gap: 2 }}
          >
            <MediumIcon medium={medium} size={14} />
            {t(`activity.media.${medium}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
