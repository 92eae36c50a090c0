import type { RequestDetails } from '@care/contract'
import type { ReactNode } from 'react'
import { useTick } from '../../../shared/hooks/useTick.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { localName } from '../../../shared/words/local-name.ts'
import styles from './more.module.css'

/** How long the request was in each stage, all visits together; the last line is its whole time (row R4). */
export function StageTimes({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { stageTimes } = request
  if (stageTimes.length === 0) return null
  const isHere = (time: RequestDetails['stageTimes'][number]): boolean =>
    time.stage === request.stage && time.typeId === request.type.id
  const past = stageTimes.reduce((sum, { ms }) => sum + ms, 0)
  // A second figure that says the same as the first one only takes room.
  const hasHours = stageTimes.some(({ ms, businessMs }) => businessMs !== null && businessMs !== ms)
  const open = stageTimes.reduce((sum, { businessMs }) => sum + (businessMs ?? 0), 0)
  return (
    <details className={styles.times}>
      <summary>{t('requestMore.stageTimes')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('request.stage')}</th>
            <th scope="col">{t('requestMore.entered')}</th>
            <th scope="col">{t('requestMore.time')}</th>
            {hasHours && (
              <th scope="col" title={t('requestMore.openTimeAbout')}>
                {t('requestMore.openTime')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {stageTimes.map((time) => (
            <tr key={`${time.typeId}:${time.stage}`} aria-current={isHere(time) || undefined}>
              <th scope="row">{time.name ? localName(time.name, t.language) : time.stage}</th>
              <td className="num">{time.visits}</td>
              <td className="num">
                <Duration ms={time.ms} since={isHere(time) ? request.stageSince : null} />
              </td>
              {hasHours && <td className="num">{time.businessMs === null ? '–' : format.duration(time.businessMs)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('requestMore.together')}
            </th>
            <td className="num">
              <Duration ms={past} since={request.stageSince} />
            </td>
            {hasHours && <td className="num">{format.duration(open)}</td>}
          </tr>
        </tfoot>
      </table>
    </details>
  )
}

/** A time that goes on while one looks, when it has a beginning. */
function Duration({ ms, since }: { ms: number; since: number | null }): ReactNode {
  const format = useFormat()
  return useTick((now) => format.duration(ms + (since === null ? 0 : Math.max(0, now - since))))
}
