import { newKey } from '@care/client'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import type { ActivityDetails } from '@care/contract'
import { CircleStop, CornerUpLeft, Ellipsis, FolderInput, Hand } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useEndActivity, useTakeTask } from './api.ts'

const MoveActivityMenu = onDemand(() =>
  import('../../shared/ui/MoveActivityMenu.tsx').then((file) => file.MoveActivityMenu),
)
// Opened seldom, and its dialog and field are heavy.
const ReturnDialog = onDemand(() => import('./ReturnDialog.tsx').then((file) => file.ReturnDialog))

type Layer = 'menu' | 'move' | 'return' | null

interface ActivityActionsProps {
  activity: ActivityDetails
  onOtherCustomer: () => void
}

/** What can be done with the activity as a whole; only what its abilities allow is offered. */
export function ActivityActions({ activity, onOtherCustomer }: ActivityActionsProps): ReactNode {
  const t = useT()
  const [layer, setLayer] = useState<Layer>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isOffline = useIsOffline()
  const end = useEndActivity(activity)
  const take = useTakeTask(activity)
  const undoable = useUndoable()
  const { abilities } = activity
  if (!abilities.take && !abilities.giveBack && !abilities.end && !abilities.move) return null
  const close = (): void => setLayer(null)
  const onError = (error: Error): void => showToast(errorText(t, error))
  const takeIt = (): void => {
    close()
    take.mutate(undefined, { onError })
  }
  const endIt = (): void => {
    close()
    const change = newKey()
    const onSuccess = (): void => undoable(t('activity.ended'), { requestId: activity.request.id, change })
    end.mutate(change, { onError, onSuccess })
  }
  const items = [
    { can: abilities.take, Icon: Hand, label: t('activity.takeTask'), act: takeIt },
    { can: abilities.move, Icon: FolderInput, label: t('activity.move'), act: () => setLayer('move') },
    { can: abilities.giveBack, Icon: CornerUpLeft, label: t('activity.returnToQueue'), act: () => setLayer('return') },
    {
      can: abilities.end,
      Icon: CircleStop,
      label: t(activity.medium === 'chat' ? 'activity.endChat' : 'activity.endActivity'),
      act: endIt,
    },
  ].filter(({ can }) => can)
  return (
    <>
      <IconAction
        label={t('activity.actions')}
        aria-haspopup="menu"
        aria-expanded={layer === 'menu'}
        onClick={(event) => {
          setAnchor(event.currentTarget)
          setLayer('menu')
        }}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </IconAction>
      <Menu
        open={layer === 'menu'}
        anchorEl={anchor}
        onClose={close}
        slotProps={{ list: { 'aria-label': t('activity.actions'), dense: true } }}
      >
        {items.map(({ Icon, label, act }) => (
          <MenuItem key={label} disabled={isOffline} onClick={act} sx={{ gap: 2 }}>
            <Icon size={14} aria-hidden="true" />
            {label}
          </MenuItem>
        ))}
      </Menu>
      {layer === 'move' && anchor && (
        <MoveActivityMenu
          activity={{
            activityId: activity.id,
            requestId: activity.request.id,
            customerId: activity.customer.id,
            canLeaveCustomer: abilities.moveToCustomer,
          }}
          anchor={anchor}
          onClose={close}
          onOtherCustomer={onOtherCustomer}
        />
      )}
      {layer === 'return' && <ReturnDialog activity={activity} onClose={close} />}
    </>
  )
}
