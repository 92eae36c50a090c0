import type { Macro } from '@care/contract'
import Button from '@mui/material/Button'
import { Pencil, Plus, Trash2, TriangleAlert, Workflow } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useActionWords } from '../../shared/actions/useActionWords.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useKeepMacro, useMacros } from './api.ts'
import { MacroDialog } from './MacroDialog.tsx'

/** Settings → Macros: one's own and the shared ones (row A7). */
export function MacrosPage(): ReactNode {
  const t = useT()
  const [open, setOpen] = useState<{ macro: Macro | null } | null>(null)
  const { data, isError, refetch } = useMacros()
  const add = (
    <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setOpen({ macro: null })}>
      {t('macros.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('macros.region')} about={t('macros.about')} action={data && add}>
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <EmptyState icon={<Workflow size={20} />} title={t('macros.none')} text={t('macros.noneText')} />
      ) : (
        <ul className={styles.list}>
          {data.map((macro) => (
            <MacroLine key={macro.id} macro={macro} onEdit={() => setOpen({ macro })} />
          ))}
        </ul>
      )}
      {open && <MacroDialog macro={open.macro} onClose={() => setOpen(null)} />}
    </SettingsPage>
  )
}

function MacroLine({ macro, onEdit }: { macro: Macro; onEdit: () => void }): ReactNode {
  const t = useT()
  const wordsOf = useActionWords()
  const remove = useKeepMacro('deleteMacro')
  const restore = useKeepMacro('restoreMacro')
  const onError = (error: Error): void => showToast(errorText(t, error))
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <b dir="auto">{macro.name}</b>
        {macro.ownerId === null && <span className={styles.kind}>{t('macros.shared')}</span>}
        <p>{macro.steps.map(wordsOf).join(' · ')}</p>
        {macro.broken.length > 0 && (
          <p role="note">
            <TriangleAlert size={12} aria-hidden="true" />{' '}
            {t('macros.broken', { steps: macro.broken.map((kind) => t(`macros.kinds.${kind as 'stage'}`)).join(', ') })}
          </p>
        )}
      </div>
      <span className={styles.kind}>{t('macros.used', { n: macro.uses })}</span>
      {macro.abilities.edit && (
        <>
          <IconAction label={`${t('macros.edit')}: ${macro.name}`} onClick={onEdit}>
            <Pencil size={14} aria-hidden="true" />
          </IconAction>
          <IconAction
            label={t('macros.delete', { name: macro.name })}
            disabled={remove.isPending}
            onClick={() =>
              remove.mutate(macro, {
                onError,
                onSuccess: () =>
                  showToast(t('macros.deleted', { name: macro.name }), {
                    undo: () => restore.mutate(macro, { onError }),
                  }),
              })
            }
          >
            <Trash2 size={14} aria-hidden="true" />
          </IconAction>
        </>
      )}
    </li>
  )
}
