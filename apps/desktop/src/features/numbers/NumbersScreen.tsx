import type { Numbers } from '@care/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { ChartNoAxesColumn } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { FigureRequests, useFigureValue } from '../../shared/figures/FigureRequests.tsx'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { EmptyState, ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import styles from './numbers.module.css'
import { PerDay } from './PerDay.tsx'

const numbersQuery = (operatorId: string | null) =>
  queryOptions({
    queryKey: ['numbers', operatorId],
    queryFn: () => call('getNumbers', operatorId === null ? {} : { query: { operatorId } }),
    staleTime: 0,
    refetchInterval: 60_000,
  })

const figures = ['closed', 'firstResponse', 'handled', 'rated'] as const
const periods = ['today', 'days30'] as const
type FigureId = (typeof figures)[number]
interface Chosen {
  figure: FigureId
  period: (typeof periods)[number]
}

interface NumbersScreenProps {
  /** Null: one's own. */
  operatorId: string | null
  onOpenRequest: (requestId: string, customerId: string) => void
}

/** Screen "My numbers": what an operator did today and in 30 days, each figure with the requests behind it (row S4). */
export function NumbersScreen({ operatorId, onOpenRequest }: NumbersScreenProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const numbers = useQuery(numbersQuery(operatorId))
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const { data } = numbers
  const title = operatorId === null ? t('numbers.mine') : t('numbers.of', { name: data?.operator.name ?? '' })
  const behind =
    chosen && t('numbers.behind', { figure: t(`numbers.${chosen.figure}`), period: t(`numbers.${chosen.period}`) })
  return (
    <div className={styles.screen} {...regionStop} tabIndex={-1}>
      <section className={styles.numbers} aria-label={title}>
        <h1>{title}</h1>
        {data ? (
          <div data-off={isOffline || undefined} className={styles.values}>
            <Table numbers={data} chosen={chosen} onChoose={setChosen} />
            <PerDay days={data.closedByDay} />
            <p className={styles.zone}>{t('numbers.zone', { zone: data.timeZone })}</p>
          </div>
        ) : numbers.isError ? (
          <ErrorState title={t('numbers.failed')} onRetry={() => void numbers.refetch()} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </section>
      <section className={styles.behind} aria-label={t('numbers.requests')}>
        {chosen && behind !== null ? (
          <>
            <h2>{behind}</h2>
            <FigureRequests
              key={behind}
              wanted={{ ...chosen, ...(operatorId === null ? {} : { operatorId }) }}
              label={behind}
              onOpen={onOpenRequest}
            />
          </>
        ) : (
          <EmptyState
            icon={<ChartNoAxesColumn size={20} />}
            title={t('numbers.choose')}
            text={t('numbers.chooseText')}
          />
        )}
      </section>
    </div>
  )
}

interface TableProps {
  numbers: Numbers
  chosen: Chosen | null
  onChoose: (chosen: Chosen) => void
}

function Table({ numbers, chosen, onChoose }: TableProps): ReactNode {
  const t = useT()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('numbers.figure')}</th>
          {periods.map((period) => (
            <th key={period} scope="col">
              {t(`numbers.${period}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure}>
            <th scope="row">{t(`numbers.${figure}`)}</th>
            {periods.map((period) => (
              <td key={period}>
                <Value
                  figure={figure}
                  period={period}
                  value={numbers[period][figure]}
                  isChosen={chosen?.figure === figure && chosen.period === period}
                  onChoose={() => onChoose({ figure, period })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ValueProps extends Chosen {
  value: Numbers['today'][FigureId]
  isChosen: boolean
  onChoose: () => void
}

function Value({ figure, period, value, isChosen, onChoose }: ValueProps): ReactNode {
  const t = useT()
  const { number } = useFormat()
  const average = useFigureValue(figure, value.average)
  const isNone = value.count === 0 && figure !== 'closed'
  const words = isNone ? t('numbers.nothing') : (average ?? number(value.count))
  const of = average === null ? '' : t('numbers.count', { n: value.count })
  const open = t('numbers.open', { figure: t(`numbers.${figure}`), period: t(`numbers.${period}`) })
  return (
    <button
      type="button"
      className={styles.value}
      aria-pressed={isChosen}
      aria-label={`${words} ${of}. ${open}`}
      onClick={onChoose}
    >
      {isNone ? <span>{words}</span> : <strong className="num">{words}</strong>} <span className="num">{of}</span>
    </button>
  )
}
