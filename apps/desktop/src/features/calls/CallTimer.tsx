import type { CallDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'

/** How long the two have been connected, by the server’s clock. */
export function CallTimer({ call, className }: { call: CallDetails; className?: string | undefined }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { answeredAt, endedAt } = call
  const time = useTick((now) =>
    answeredAt === null ? null : format.counter(Math.max(0, (endedAt ?? now) - answeredAt)),
  )
  return (
    time !== null && (
      <span className={className} role="timer" aria-live="off" aria-label={t('calls.time', { time })}>
        {time}
      </span>
    )
  )
}
