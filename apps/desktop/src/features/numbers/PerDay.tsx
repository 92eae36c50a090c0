import type { Numbers } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './numbers.module.css'

/** Bars of 30 days; said in a sentence, and as a table. */
export function PerDay({ days }: { days: Numbers['closedByDay'] }): ReactNode {
  const t = useT()
  const { day: dayWords } = useFormat()
  const most = Math.max(...days.map(({ count }) => count))
  const all = days.reduce((sum, { count }) => sum + count, 0)
  const best = days.findLast(({ count }) => count === most)
  const wordsOf = (day: string): string => dayWords(Date.parse(`${day}T12:00:00`))
  return (
    <figure className={styles.perDay} aria-label={t('numbers.perDay')}>
      <h2>{t('numbers.perDay')}</h2>
      {all > 0 && (
        <div className={styles.bars} aria-hidden="true">
          {days.map(({ day, count }) => (
            <span key={day} title={`${wordsOf(day)}: ${count}`}>
              <i style={{ height: `${(100 * count) / most}%` }} />
            </span>
          ))}
        </div>
      )}
      <figcaption>
        {all === 0 || !best
          ? t('numbers.perDayNone')
          : t('numbers.perDaySummary', { n: all, day: wordsOf(best.day), most })}
      </figcaption>
      {all > 0 && (
        <table className="sr">
          <tbody>
            {days
              .filter(({ count }) => count > 0)
              .map(({ day, count }) => (
                <tr key={day}>
                  <th scope="row">{wordsOf(day)}</th>
                  <td>{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </figure>
  )
}
