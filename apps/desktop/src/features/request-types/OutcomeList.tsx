import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { Pencil, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { freshKey, moved, noName, type TypeDraft } from './draft.ts'
import { Line } from './Line.tsx'
import { NamedDialog } from './NamedDialog.tsx'
import styles from './request-types.module.css'

type Outcome = TypeDraft['outcomes'][number]
interface PartProps {
  draft: TypeDraft
  onChange: (draft: TypeDraft) => void
}

/** What a request of the type can be closed with (rule 11); one that is taken out keeps naming what it closed. */
export function OutcomeList({ draft, onChange }: PartProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<Outcome | null>(null)
  const { outcomes } = draft
  // One that is taken out is nobody's choice any more.
  const defaultOutcome = outcomes.some(({ key }) => key === draft.defaultOutcome) ? draft.defaultOutcome : null
  const put = (next: Outcome[]): void =>
    onChange({
      ...draft,
      outcomes: next,
      defaultOutcome: next.some(({ key }) => key === defaultOutcome) ? defaultOutcome : null,
    })
  const isKnown = outcomes.some(({ key }) => key === open?.key)
  return (
    <section className={styles.section} aria-label={t('requestTypes.outcomes')}>
      <h2>{t('requestTypes.outcomes')}</h2>
      <ol className={styles.lines}>
        {outcomes.map((outcome, index) => (
          <Line
            key={outcome.key}
            kind="outcome"
            name={localName(outcome.name, t.language)}
            index={index}
            count={outcomes.length}
            onMove={(from, to) => put(moved(outcomes, from, to))}
            onRemove={outcomes.length > 1 ? () => put(outcomes.filter((one) => one !== outcome)) : null}
          >
            <button type="button" className={styles.name} onClick={() => setOpen(outcome)}>
              {localName(outcome.name, t.language)} <Pencil size={12} aria-hidden="true" />
              <span className="sr">{t('requestTypes.editOutcome')}</span>
            </button>
          </Line>
        ))}
      </ol>
      <LinkButton onClick={() => setOpen({ key: freshKey(), name: noName })}>
        <Plus size={12} aria-hidden="true" />
        {t('requestTypes.addOutcome')}
      </LinkButton>
      <TextField
        select
        size="small"
        className={styles.byItself ?? ''}
        label={t('requestTypes.defaultOutcome')}
        helperText={t('requestTypes.defaultOutcomeAbout')}
        value={defaultOutcome ?? ''}
        onChange={(event) => onChange({ ...draft, defaultOutcome: event.target.value || null })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('requestTypes.firstOutcome')}</MenuItem>
        {outcomes.map(({ key, name }) => (
          <MenuItem key={key} value={key}>
            {localName(name, t.language)}
          </MenuItem>
        ))}
      </TextField>
      {open && (
        <NamedDialog
          title={t(isKnown ? 'requestTypes.editOutcome' : 'requestTypes.addOutcome')}
          name={open.name}
          onClose={() => setOpen(null)}
          onSave={(name) => {
            const named = { key: open.key, name }
            put(isKnown ? outcomes.map((one) => (one.key === open.key ? named : one)) : [...outcomes, named])
            setOpen(null)
          }}
        />
      )}
    </section>
  )
}
