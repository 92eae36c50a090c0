import type { ListedRequest } from '@care/contract'
import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useQuery } from '@tanstack/react-query'
import { List, Plus, UserRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { openRequestsQuery } from '../entities/move-activity.ts'
import { useLater } from '../hooks/useLater.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { useMoveUndoably } from './use-move-undoably.ts'

export interface MovedActivity {
  activityId: string
  requestId: string
  customerId: string
  /** May it go to another customer too? */
  canLeaveCustomer?: boolean
}

interface MoveActivityMenuProps {
  activity: MovedActivity
  anchor: HTMLElement
  onClose: () => void
  /** "Move to another customer" was chosen. */
  onOtherCustomer?: (() => void) | undefined
}

/**
 * "Move activity to": the other open requests of the customer, or a new one; can be undone for five seconds (rule 3). It opens
 * once they are known: what came in above the focus would have one choose what one did not mean.
 */
export function MoveActivityMenu(props: MoveActivityMenuProps): ReactNode {
  const t = useT()
  const query = useQuery(openRequestsQuery(props.activity.customerId))
  const isKnown = query.isFetchedAfterMount || query.fetchStatus === 'paused'
  const isLate = useLater(!isKnown)
  if (isKnown) return <Targets key={query.status} {...props} open={query.data} onRetry={() => void query.refetch()} />
  return (
    isLate && (
      <Menu
        open
        anchorEl={props.anchor}
        onClose={props.onClose}
        slotProps={{ list: { 'aria-label': t('move.moveTo') } }}
      >
        <MenuItem disabled aria-busy="true">
          {t('common.loading')}
        </MenuItem>
      </Menu>
    )
  )
}

interface TargetsProps extends MoveActivityMenuProps {
  /** Undefined where they did not load. */
  open: readonly Pick<ListedRequest, 'id' | 'number' | 'title'>[] | undefined
  onRetry: () => void
}

function Targets({ activity, anchor, onClose, onOtherCustomer, open, onRetry }: TargetsProps): ReactNode {
  const t = useT()
  const move = useMoveUndoably()
  // As it opened: a change elsewhere must not move the choices below the pointer.
  const [others] = useState(() => open?.filter(({ id }) => id !== activity.requestId))
  const moveTo = (requestId: string | null): void => {
    onClose()
    move(activity, requestId)
  }
  return (
    <Menu
      open
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{
        list: { 'aria-label': t('move.moveTo'), dense: true },
        paper: { sx: { maxWidth: 340, maxHeight: 360 } },
      }}
    >
      <ListSubheader role="presentation" sx={{ lineHeight: '28px', background: 'none', fontSize: '0.75rem' }}>
        {t('move.moveTo')}
      </ListSubheader>
      {!others && <MenuItem onClick={onRetry}>{`${t('move.requestsDidNotLoad')}. ${t('common.tryAgain')}`}</MenuItem>}
      {others?.length === 0 && <MenuItem disabled>{t('move.noOtherRequest')}</MenuItem>}
      {others?.map((request) => (
        <MenuItem key={request.id} onClick={() => moveTo(request.id)} sx={{ gap: 2 }}>
          <List size={14} aria-hidden="true" />
          <span className="ell" dir="auto">
            REQ-{request.number} {request.title}
          </span>
        </MenuItem>
      ))}
      <MenuItem onClick={() => moveTo(null)} sx={{ gap: 2 }}>
        <Plus size={14} aria-hidden="true" />
        {t('move.newRequest')}
      </MenuItem>
      {activity.canLeaveCustomer && onOtherCustomer && <Divider />}
      {activity.canLeaveCustomer && onOtherCustomer && (
        <MenuItem
          onClick={() => {
            onClose()
            onOtherCustomer()
          }}
          sx={{ gap: 2 }}
        >
          <UserRound size={14} aria-hidden="true" />
          {t('move.otherCustomer')}
        </MenuItem>
      )}
    </Menu>
  )
}
