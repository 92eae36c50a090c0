import { newKey } from '@care/client'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useQuery } from '@tanstack/react-query'
import { List, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { openRequestsQuery, useMoveActivity } from '../entities/move-activity.ts'
import { useUndoable } from '../entities/undo.ts'
import { errorText } from '../error-text.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { showToast } from './toast.tsx'

export interface MovedActivity {
  activityId: string
  requestId: string
  customerId: string
}

interface MoveActivityMenuProps {
  activity: MovedActivity
  anchor: HTMLElement | null
  onClose: () => void
}

/** "Move activity to": the other open requests of the customer, or a new one; can be undone for five seconds (rule 3). */
export function MoveActivityMenu({ activity, anchor, onClose }: MoveActivityMenuProps): ReactNode {
  const t = useT()
  const { data, isError, refetch } = useQuery({ ...openRequestsQuery(activity.customerId), enabled: anchor !== null })
  const move = useMoveActivity()
  const undoable = useUndoable()
  const others = data?.filter(({ id }) => id !== activity.requestId) ?? []
  const moveTo = (requestId: string | null): void => {
    onClose()
    const { activityId, requestId: fromRequestId } = activity
    const change = newKey()
    move.mutate(
      { activityId, requestId, fromRequestId, change },
      {
        onSuccess: ({ request }) =>
          undoable(t('activity.movedTo', { number: String(request.number) }), { requestId: fromRequestId, change }),
        onError: (error) => showToast(errorText(t, error)),
      },
    )
  }
  return (
    <Menu
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      slotProps={{
        list: { 'aria-label': t('activity.moveTo'), dense: true },
        paper: { sx: { maxWidth: 340, maxHeight: 360 } },
      }}
    >
      <ListSubheader role="presentation" sx={{ lineHeight: '28px', background: 'none', fontSize: '0.75rem' }}>
        {t('activity.moveTo')}
      </ListSubheader>
      {isError && (
        <MenuItem
          onClick={() => void refetch()}
        >{`${t('activity.requestsDidNotLoad')}. ${t('common.tryAgain')}`}</MenuItem>
      )}
      {data && others.length === 0 && <MenuItem disabled>{t('activity.noOtherRequest')}</MenuItem>}
      {others.map((request) => (
        <MenuItem key={request.id} onClick={() => moveTo(request.id)} sx={{ gap: 2 }}>
          <List size={14} aria-hidden="true" />
          <span className="ell" dir="auto">
            REQ-{request.number} {request.title}
          </span>
        </MenuItem>
      ))}
      <MenuItem onClick={() => moveTo(null)} sx={{ gap: 2 }}>
        <Plus size={14} aria-hidden="true" />
        {t('activity.newRequest')}
      </MenuItem>
    </Menu>
  )
}
