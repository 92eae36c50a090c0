import type { Notification } from '@care/contract'
import { handledByOpening } from '@care/domain'
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Bell, CheckCheck, SlidersHorizontal, X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { EmptyState, ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { listQuery, useHandle, useSee, type Which } from './api.ts'
import { dayGroups } from './day-groups.ts'
import { NotificationRow } from './NotificationRow.tsx'
import styles from './notifications.module.css'

interface NotificationPanelProps {
  onGoTo: (item: Notification) => void
  onSettings: () => void
  onClose: () => void
}

/** The centre: what one is told, by day; each line leads to the spot. Beside the rail, over what is open. */
export function NotificationPanel({ onGoTo, onSettings, onClose }: NotificationPanelProps): ReactNode {
  const t = useT()
  const [which, setWhich] = useState<Which>('open')
  const isOffline = useIsOffline()
  const unread = useMe()?.notifications.unread ?? 0
  const see = useSee()
  const panel = useLayer(onClose)
  return (
    <>
      <div className={styles.scrim} onClick={onClose} aria-hidden="true" />
      <dialog open ref={panel} aria-labelledby="notifications-title" tabIndex={-1} className={styles.panel}>
        <header className={styles.head}>
          <h2 id="notifications-title">{t('shell.notifications')}</h2>
          <button
            type="button"
            className={styles.action}
            aria-label={t('notifications.readAll')}
            title={t('notifications.readAll')}
            disabled={unread === 0 || isOffline}
            onClick={() => see.mutate(undefined, { onError: (error) => showToast(errorText(t, error)) })}
          >
            <CheckCheck size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.action}
            aria-label={t('notifications.settings')}
            title={t('notifications.settings')}
            onClick={onSettings}
          >
            <SlidersHorizontal size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={styles.action}
            aria-label={t('common.close')}
            title={t('common.close')}
            onClick={onClose}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </header>
        <fieldset aria-label={t('notifications.which')} className={styles.which}>
          {(['open', 'all'] as const).map((one) => (
            <button key={one} type="button" aria-pressed={which === one} onClick={() => setWhich(one)}>
              {t(one === 'open' ? 'notifications.open' : 'notifications.all')}
            </button>
          ))}
        </fieldset>
        {isOffline && <p className={styles.offline}>{t('notifications.offline')}</p>}
        <Items key={which} which={which} isOffline={isOffline} onGoTo={onGoTo} />
      </dialog>
    </>
  )
}

function Items({
  which,
  isOffline,
  onGoTo,
}: {
  which: Which
  isOffline: boolean
  onGoTo: (item: Notification) => void
}): ReactNode {
  const t = useT()
  const format = useFormat()
  const query = useInfiniteQuery(listQuery(which))
  const handle = useHandle()
  const see = useSee()
  if (!query.data)
    return query.isError ? (
      <ErrorState title={t('notifications.didNotLoad')} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines lines={6} />
    )
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0)
    return (
      <EmptyState
        icon={<Bell size={20} />}
        title={t(which === 'open' ? 'notifications.none' : 'notifications.noneAtAll')}
        text={t('notifications.noneText')}
      />
    )
  const open = (item: Notification): void => {
    if (item.handledAt === null && !isOffline) {
      if (handledByOpening.includes(item.kind)) handle.mutate([item.id])
      else if (item.seenAt === null) see.mutate([item.id])
    }
    onGoTo(item)
  }
  const say = (error: Error): void => showToast(errorText(t, error))
  return (
    <div className={styles.list}>
      {dayGroups(items, serverNow()).map(({ day, at, items: ofDay }) => (
        <section key={at} aria-labelledby={`notifications-${at}`}>
          <h3 id={`notifications-${at}`} className={styles.day}>
            {day === 'today'
              ? t('notifications.today')
              : day === 'yesterday'
                ? t('notifications.yesterday')
                : format.date(at)}
          </h3>
          <ul>
            {ofDay.map((item) => (
              <NotificationRow
                key={item.id}
                item={item}
                isOffline={isOffline}
                onOpen={() => open(item)}
                onHandle={() => handle.mutate([item.id], { onError: say })}
              />
            ))}
          </ul>
        </section>
      ))}
      {query.hasNextPage && (
        <Button
          size="small"
          fullWidth
          disabled={query.isFetchingNextPage || isOffline}
          onClick={() => void query.fetchNextPage()}
        >
          {t('tasks.showMore')}
        </Button>
      )}
      {query.isFetchNextPageError && (
        <ErrorState compact title={t('notifications.didNotLoad')} onRetry={() => void query.fetchNextPage()} />
      )}
    </div>
  )
}

/** Arrows, and J and K, go from line to line; Home and End to the ends. */
function moveByArrows(event: KeyboardEvent, panel: HTMLElement): void {
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
  const to: Record<string, number> = {
    ArrowDown: at + 1,
    KeyJ: at + 1,
    ArrowUp: at - 1,
    KeyK: at - 1,
    Home: 0,
    End: rows.length - 1,
  }
  const next = to[event.code]
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus()
}

/** Takes the focus, gives it back to where it was, and closes by Esc from anywhere within. */
function useLayer(onClose: () => void) {
  const panel = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    const element = panel.current
    element?.focus()
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' && element) moveByArrows(event, element)
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      close.current()
    }
    element?.addEventListener('keydown', onKey)
    return () => {
      element?.removeEventListener('keydown', onKey)
      // Whatever was opened from here has taken the focus already.
      if (document.activeElement === document.body || element?.contains(document.activeElement)) before?.focus()
    }
  }, [])
  return panel
}
