import type { Calendar } from '@care/contract'
import { isOpenAt, nextTurn } from '@care/domain'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { calendarsQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useRemoveCalendar, useSaveCalendar } from './api.ts'
import { CalendarDialog } from './CalendarDialog.tsx'

/** Settings → Opening hours: hours and holidays that queues keep (row T8). */
export function OpeningHoursPage(): ReactNode {
  const t = useT()
  const [edited, setEdited] = useState<Calendar | 'new' | null>(null)
  const { data, isError, refetch } = useQuery(calendarsQuery)
  return (
    <SettingsPage
      title={t('openingHours.region')}
      about={t('openingHours.about')}
      action={
        <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setEdited('new')}>
          {t('openingHours.add')}
        </Button>
      }
    >
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <EmptyState
          icon={<CalendarClock size={20} />}
          title={t('openingHours.none')}
          text={t('openingHours.noneText')}
        />
      ) : (
        <ul className={styles.list}>
          {data.map((calendar) => (
            <CalendarLine key={calendar.id} calendar={calendar} onEdit={() => setEdited(calendar)} />
          ))}
        </ul>
      )}
      {edited !== null && (
        <CalendarDialog calendar={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  )
}

function CalendarLine({ calendar, onEdit }: { calendar: Calendar; onEdit: () => void }): ReactNode {
  const t = useT()
  const remove = useRemoveCalendar()
  const save = useSaveCalendar()
  const onError = (error: Error): void => showToast(errorText(t, error))
  const { id: _id, version: _version, queues, ...fields } = calendar
  const onRemoved = (): void =>
    showToast(t('openingHours.removed', { name: calendar.name }), {
      undo: () => save.mutate({ known: null, fields }, { onError }),
    })
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <strong>{calendar.name}</strong>
        <span className={styles.kind}>{calendar.timeZone}</span>
        <p>{useStanding(calendar)}</p>
        <p>
          {queues.length > 0
            ? t('openingHours.keptBy', { queues: queues.map(({ name }) => name).join(', ') })
            : t('openingHours.keptByNone')}
        </p>
      </div>
      <IconAction label={t('openingHours.edit', { name: calendar.name })} onClick={onEdit}>
        <Pencil size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t('openingHours.remove', { name: calendar.name })}
        disabled={queues.length > 0 || remove.isPending}
        onClick={() => remove.mutate(calendar.id, { onError, onSuccess: onRemoved })}
      >
        <Trash2 size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}

/** "Open now until …" by the same rule that the server keeps. */
function useStanding(calendar: Calendar): string {
  const t = useT()
  const format = useFormat()
  const now = serverNow()
  const turn = nextTurn(calendar, now)
  if (isOpenAt(calendar, now))
    return turn === null ? t('openingHours.alwaysOpen') : t('openingHours.openUntil', { time: format.dateTime(turn) })
  return turn === null ? t('openingHours.neverOpen') : t('openingHours.closedUntil', { time: format.dateTime(turn) })
}
