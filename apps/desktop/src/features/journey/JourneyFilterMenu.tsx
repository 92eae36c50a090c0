import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { mediumIds } from '@care/domain'
import { ListFilter } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { isFiltering, type JourneyFilter } from './rows.ts'

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
        slotProps={{ list: { 'aria-label': t('journey.filter'), dense: true } }}
      >
        {statuses.map(({ status, label }) => (
          <MenuItem key={status} {...item(filter.status === status)} onClick={() => choose({ status })}>
            {label}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem {...item(filter.medium === null)} onClick={() => choose({ medium: null })}>
          {t('journey.anyMedium')}
        </MenuItem>
        {mediumIds.map((medium) => (
          <MenuItem key={medium} {...item(filter.medium === medium)} onClick={() => choose({ medium })} sx={{ gap: 2 }}>
            <MediumIcon medium={medium} size={14} />
            {t(`activity.media.${medium}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
