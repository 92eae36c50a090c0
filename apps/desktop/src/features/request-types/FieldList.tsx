import type { RequestFieldView } from '@care/contract'
import { Pencil, Plus, RotateCcw } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction, LinkButton } from '../../shared/ui/Section.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { moved, type TypeDraft } from './draft.ts'
import { FieldDialog, newField } from './FieldDialog.tsx'
import { Line } from './Line.tsx'
import styles from './request-types.module.css'

interface PartProps {
  draft: TypeDraft
  onChange: (draft: TypeDraft) => void
}

/** Own fields in the order in which requests show them; removed ones below, to be brought back with their values. */
export function FieldList({ draft, onChange }: PartProps): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<{ field: RequestFieldView; isNew: boolean } | null>(null)
  const kept = draft.fields.filter(({ isRemoved }) => !isRemoved)
  const removed = draft.fields.filter(({ isRemoved }) => isRemoved)
  const put = (fields: RequestFieldView[]): void => onChange({ ...draft, fields })
  const nameOf = (field: RequestFieldView): string => localName(field.name, t.language)
  const save = (field: RequestFieldView): void => {
    const isKnown = kept.some(({ id }) => id === field.id)
    put([...(isKnown ? kept.map((one) => (one.id === field.id ? field : one)) : [...kept, field]), ...removed])
    setOpen(null)
  }
  // What waits for a field that goes is shown always, rather than never.
  const remove = (gone: RequestFieldView): void =>
    put([
      ...kept
        .filter(({ id }) => id !== gone.id)
        .map((field) => (field.shownIf?.fieldId === gone.id ? { ...field, shownIf: null } : field)),
      ...removed,
      { ...gone, isRemoved: true },
    ])
  return (
    <section className={styles.section} aria-label={t('requestTypes.fields')}>
      <h2>{t('requestTypes.fields')}</h2>
      <ol className={styles.lines}>
        {kept.map((field, index) => (
          <Line
            key={field.id}
            kind="field"
            name={nameOf(field)}
            index={index}
            count={kept.length}
            onMove={(from, to) => put([...moved(kept, from, to), ...removed])}
            onRemove={() => remove(field)}
          >
            <button type="button" className={styles.name} onClick={() => setOpen({ field, isNew: false })}>
              {nameOf(field)} <Pencil size={12} aria-hidden="true" />
              <span className="sr">{t('requestTypes.editField')}</span>
            </button>
            <small>
              {t(`ownFields.kinds.${field.kind}`)}
              {field.required !== 'never' &&
                `, ${t('requestTypes.required')}: ${t(`requestTypes.when.${field.required}`)}`}
              {field.shownIf && `, ${t('requestTypes.isConditional')}`}
            </small>
          </Line>
        ))}
      </ol>
      <LinkButton onClick={() => setOpen({ field: newField(), isNew: true })}>
        <Plus size={12} aria-hidden="true" />
        {t('requestTypes.addField')}
      </LinkButton>
      {removed.length > 0 && (
        <ul className={styles.lines} aria-label={t('requestTypes.removedFields')}>
          {removed.map((field) => (
            <li key={field.id} className={styles.line}>
              <span className={styles.grow}>
                <s>{nameOf(field)}</s>
              </span>
              <IconAction
                label={t('requestTypes.restore', { name: nameOf(field) })}
                onClick={() =>
                  put([
                    ...kept,
                    { ...field, isRemoved: false, shownIf: null },
                    ...removed.filter((one) => one !== field),
                  ])
                }
              >
                <RotateCcw size={16} aria-hidden="true" />
              </IconAction>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <FieldDialog
          {...open}
          others={draft.fields.filter(({ id }) => id !== open.field.id)}
          stages={draft.stages}
          onSave={save}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
