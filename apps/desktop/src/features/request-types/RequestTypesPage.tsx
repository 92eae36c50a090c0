import Button from '@mui/material/Button'
import type { RequestType } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { NewTypeDialog } from './NewTypeDialog.tsx'
import { TypeEditor } from './TypeEditor.tsx'

/** Settings → Request types: each with its route, outcomes, clocks and own fields (row R3). */
export function RequestTypesPage(): ReactNode {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const [editedId, setEditedId] = useState<string | null>(null)
  const { data, isError, refetch } = useQuery(requestTypesQuery)
  const edited = data?.find(({ id }) => id === editedId)
  const add = (
    <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setIsAdding(true)}>
      {t('requestTypes.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('requestTypes.region')} about={t('requestTypes.about')} action={data && !edited && add}>
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : edited ? (
        <TypeEditor key={edited.id} type={edited} onClose={() => setEditedId(null)} />
      ) : (
        <ul className={styles.list}>
          {data.map((type) => (
            <TypeLine key={type.id} type={type} onEdit={() => setEditedId(type.id)} />
          ))}
        </ul>
      )}
      {isAdding && data && (
        <NewTypeDialog
          types={data}
          onClose={() => setIsAdding(false)}
          onAdded={(typeId) => {
            setIsAdding(false)
            setEditedId(typeId)
          }}
        />
      )}
    </SettingsPage>
  )
}

function TypeLine({ type, onEdit }: { type: RequestType; onEdit: () => void }): ReactNode {
  const t = useT()
  const format = useFormat()
  const fields = type.fields.filter(({ isRemoved }) => !isRemoved).length
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <strong>{type.name}</strong>
        {type.isDefault && <span className={styles.kind}>{t('requestTypes.isDefault')}</span>}
        <p>
          {t('requestTypes.stageCount', { n: type.stages.length })}, {t('requestTypes.fieldCount', { n: fields })},{' '}
          {type.autoCloseDays === null
            ? t('requestTypes.neverCloses')
            : t('requestTypes.closesAfter', { days: format.number(type.autoCloseDays) })}
        </p>
      </div>
      <IconAction label={t('requestTypes.edit', { name: type.name })} onClick={onEdit}>
        <Pencil size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
