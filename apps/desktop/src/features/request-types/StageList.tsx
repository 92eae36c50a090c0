import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { StageView } from '@care/contract'
import { stageCategories, type StageCategory } from '@care/domain'
import { Pencil, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { moved, noName, toggleMove, type TypeDraft, withoutStage, withStage } from './draft.ts'
import { Line } from './Line.tsx'
import { NamedDialog } from './NamedDialog.tsx'
import styles from './request-types.module.css'

interface StageListProps {
  draft: TypeDraft
  onChange: (draft: TypeDraft) => void
}

/** The stages in their order, and for each the ones one may move to from it. */
export function StageList({ draft, onChange }: StageListProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<StageView | 'new' | null>(null)
  const [category, setCategory] = useState<StageCategory>('active')
  const nameOf = (stage: StageView): string => localName(stage.name, t.language)
  const save = (name: StageView['name']): void => {
    if (open === 'new') onChange(withStage(draft, name, category))
    else if (open)
      onChange({ ...draft, stages: draft.stages.map((one) => (one.key === open.key ? { ...one, name } : one)) })
    setOpen(null)
  }
  return (
    <section className={styles.section} aria-label={t('requestTypes.stages')}>
      <h2>{t('requestTypes.stages')}</h2>
      <ol className={styles.lines}>
        {draft.stages.map((stage, index) => (
          <Line
            key={stage.key}
            kind="stage"
            name={nameOf(stage)}
            index={index}
            count={draft.stages.length}
            onMove={(from, to) => onChange({ ...draft, stages: moved(draft.stages, from, to) })}
            onRemove={draft.stages.length > 1 ? () => onChange(withoutStage(draft, stage.key)) : null}
          >
            <button type="button" className={styles.name} onClick={() => setOpen(stage)}>
              {nameOf(stage)} <Pencil size={12} aria-hidden="true" />
              <span className="sr">{t('requestTypes.editStage')}</span>
            </button>
            <small>{t(`requestTypes.categories.${stage.category}`)}</small>
            <fieldset className={styles.moves} aria-label={t('requestTypes.movesFrom', { stage: nameOf(stage) })}>
              {draft.stages
                .filter(({ key }) => key !== stage.key)
                .map((to) => (
                  <button
                    key={to.key}
                    type="button"
                    aria-pressed={draft.transitions.some((move) => move.from === stage.key && move.to === to.key)}
                    onClick={() => onChange(toggleMove(draft, stage.key, to.key))}
                  >
                    → {nameOf(to)}
                  </button>
                ))}
            </fieldset>
          </Line>
        ))}
      </ol>
      <LinkButton onClick={() => setOpen('new')}>
        <Plus size={12} aria-hidden="true" />
        {t('requestTypes.addStage')}
      </LinkButton>
      {open !== null && (
        <NamedDialog
          title={t(open === 'new' ? 'requestTypes.addStage' : 'requestTypes.editStage')}
          name={open === 'new' ? noName : open.name}
          onSave={save}
          onClose={() => setOpen(null)}
        >
          {open === 'new' && (
            <TextField
              select
              label={t('requestTypes.category')}
              value={category}
              helperText={t('requestTypes.categoryStays')}
              onChange={(event) => setCategory(event.target.value as StageCategory)}
            >
              {stageCategories.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`requestTypes.categories.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
        </NamedDialog>
      )}
    </section>
  )
}
