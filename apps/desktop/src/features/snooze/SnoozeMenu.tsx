import { newKey } from '@care/client'
import type { RequestDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { CalendarClock, Clock } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSnooze } from './api.ts'
import { snoozePresets } from './presets.ts'

const SnoozeDialog = onDemand(() => import('./SnoozeDialog.tsx').then((file) => file.SnoozeDialog))

/** Puts the request aside for a while: times chosen most, or any. `className` hides its word where there is no room. */
export function SnoozeMenu({ request, className }: { request: RequestDetails; className: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const hints = useKeyHints()
  const isOffline = useIsOffline()
  const snooze = useSnooze(request.id)
  const undoable = useUndoable()
  const [isPicking, setIsPicking] = useState(false)
  const until = (at: number, wakesOnAnswer = true): void => {
    const change = newKey()
    snooze.mutate(
      { until: at, wakesOnAnswer, change },
      {
        onSuccess: () => {
          setIsPicking(false)
          undoable(t('snooze.done', { time: format.dateTime(at) }), { requestId: request.id, change })
        },
        onError: (error) => showToast(errorText(t, error)),
      },
    )
  }
  const choices: MenuChoice[] = [
    ...snoozePresets(serverNow()).map(({ key, at }) => ({
      key,
      label: t(`snooze.presets.${key}`),
      hint: <span style={{ color: 'var(--t3)', fontSize: '0.75rem' }}>{format.dateTime(at)}</span>,
      isDisabled: isOffline,
      onChoose: () => until(at),
    })),
    {
      key: 'pick',
      label: t('snooze.pick'),
      icon: <CalendarClock size={14} />,
      startsGroup: true,
      onChoose: () => setIsPicking(true),
    },
  ]
  return (
    <>
      <MenuButton
        id="snooze"
        isCommand
        label={t('snooze.snooze')}
        choices={choices}
        opener={(props) => (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            className={className}
            title={t('snooze.snooze')}
            {...hints.props('s')}
            startIcon={<Clock size={16} />}
            {...props}
          >
            <span>{t('snooze.snooze')}</span>
          </Button>
        )}
      />
      {isPicking && <SnoozeDialog isPending={snooze.isPending} onSnooze={until} onClose={() => setIsPicking(false)} />}
    </>
  )
}
