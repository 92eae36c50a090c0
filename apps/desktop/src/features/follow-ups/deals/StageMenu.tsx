import type { Deal } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { dealStagesQuery } from '../../../shared/entities/follow-ups.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { MenuButton } from '../../../shared/ui/MenuButton.tsx'
import { localName } from '../../../shared/words/local-name.ts'
import { useMoveDeal, useStageName } from '../api.ts'
import styles from '../follow-ups.module.css'

/** The stage of a deal, and the way to another one. */
export function StageMenu({ deal, tabIndex }: { deal: Deal; tabIndex?: number }): ReactNode {
  const t = useT()
  const stages = useQuery(dealStagesQuery).data ?? []
  const nameOf = useStageName()
  const move = useMoveDeal()
  const stage = nameOf(deal.stage)
  if (!deal.abilities.edit)
    return (
      <span className={styles.stage} data-state={deal.state}>
        {stage}
      </span>
    )
  return (
    <MenuButton
      label={t('followUps.stageOf', { title: deal.title, stage })}
      choices={stages.map(({ key, name }) => ({
        key,
        label: localName(name, t.language),
        isChosen: key === deal.stage,
        onChoose: () => key !== deal.stage && move(deal, key),
      }))}
      opener={(props) => (
        <button type="button" className={styles.stage} data-state={deal.state} tabIndex={tabIndex} {...props}>
          <span className="ell">{stage}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </button>
      )}
    />
  )
}
