import Button from '@mui/material/Button'
import { Handshake, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../../shared/entities/me.ts'
import { useMedia } from '../../../shared/hooks/useMedia.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../../shared/keyboard/regions.ts'
import { openFollowUp } from '../../../shared/workspace/follow-up-dialog.ts'
import { useDeals, useDelete } from '../api.ts'
import { WhoseFilter, type Whose } from '../Filters.tsx'
import styles from '../follow-ups.module.css'
import type { Picker } from '../ForWhom.tsx'
import { ListState } from '../ListState.tsx'
import type { Ways } from '../RowMenu.tsx'
import { type GridRow, RowsGrid } from '../RowsGrid.tsx'
import { DealRow } from './DealRow.tsx'
import { StageChips } from './StageChips.tsx'

interface DealsScreenProps {
  Picker: Picker
  ways: Ways
}
const mine: Whose = { owner: 'me', customerId: null }

/** Screen "Deals": by stage with sums per currency, next expected first (row J7). */
export function DealsScreen({ Picker, ways }: DealsScreenProps): ReactNode {
  const t = useT()
  const mayAdd = useCan('customers.edit')
  const [stage, setStage] = useState<string | null>(null)
  const [whose, setWhose] = useState(mine)
  const { owner, customerId } = whose
  const list = useDeals({
    owner,
    ...(stage === null ? { state: 'open' } : { stage }),
    ...(customerId === null ? {} : { customerId }),
  })
  const rows = useRows(list.data?.pages, ways)
  const add = (): void => openFollowUp({ kind: 'deal', customerId })
  return (
    <section className={styles.screen} aria-label={t('shell.deals')} {...regionStop} tabIndex={-1}>
      <header className={styles.head}>
        <h1>{t('shell.deals')}</h1>
        <WhoseFilter whose={whose} Picker={Picker} onChange={setWhose} />
        <span className={styles.space} />
        {mayAdd && (
          <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={add}>
            {t('followUps.addDeal')}
          </Button>
        )}
        <StageChips owner={owner} chosen={stage} onChoose={setStage} hasTotals={customerId === null} />
      </header>
      <ListState
        count={list.data && rows.length}
        isError={list.isError}
        onRetry={() => void list.refetch()}
        failed={t('followUps.dealsDidNotLoad')}
        icon={<Handshake size={20} />}
        none={{
          title: t('followUps.noDeals'),
          text: t('followUps.noDealsText'),
          add: t('followUps.addDeal'),
          onAdd: add,
        }}
        isFiltered={stage !== null || owner !== 'me' || customerId !== null}
        onShowAll={() => {
          setStage(null)
          setWhose(mine)
        }}
      >
        <RowsGrid
          label={t('shell.deals')}
          titles={[
            t('followUps.name'),
            t('followUps.customer'),
            t('followUps.stage'),
            t('followUps.amount'),
            t('followUps.expected'),
            t('followUps.owner'),
            t('followUps.edit'),
          ]}
          look={owner === 'me' ? 'deals-mine' : 'deals'}
          rows={rows}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          hasFailed={list.isError}
          onMore={() => void list.fetchNextPage()}
        />
      </ListState>
    </section>
  )
}

type Pages = NonNullable<ReturnType<typeof useDeals>['data']>['pages']

function useRows(pages: Pages | undefined, ways: Ways): GridRow[] {
  const remove = useDelete()
  const isCards = useMedia('(max-width: 767.95px)')
  const deals = [...new Map(pages?.flatMap(({ items }) => items).map((one) => [one.id, one] as const)).values()]
  return deals.map((deal) => ({
    key: deal.id,
    height: isCards ? 92 : 44,
    draw: (place) => <DealRow key={deal.id} deal={deal} ways={ways} place={place} />,
    onOpen: () => openFollowUp({ kind: 'deal', id: deal.id }),
    ...(deal.abilities.edit ? { onDelete: () => remove(deal) } : {}),
  }))
}
