import type { Operator } from '@care/contract'
import { foldText } from '@care/domain'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { operatorsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { OperatorDialog } from './OperatorDialog.tsx'

const atOnce = 50

/** Settings → Operators: what each takes at once and can do (rules 14, 17). */
export function OperatorsPage(): ReactNode {
  const t = useT()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(atOnce)
  const [edited, setEdited] = useState<Operator | null>(null)
  const { data, isError, refetch } = useQuery(operatorsQuery)
  const queues = useQuery(queuesQuery).data ?? []
  const fitting = (data ?? []).filter(({ name, email }) => foldText(`${name} ${email}`).includes(foldText(search)))
  return (
    <SettingsPage title={t('operators.region')} about={t('operators.about')}>
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : (
        <>
          <TextField
            label={t('settings.findMember')}
            value={search}
            size="small"
            sx={{ marginBottom: 1 }}
            onChange={(event) => setSearch(event.target.value)}
            slotProps={{ htmlInput: { autoComplete: 'off' } }}
          />
          <ul className={styles.list}>
            {fitting.slice(0, most).map((operator) => (
              <li key={operator.id} className={styles.line}>
                <div className={styles.grow}>
                  <strong>{operator.name}</strong>
                  <span className={styles.kind}>{operator.email}</span>
                  <p>
                    {[
                      ...queues.filter(({ id }) => operator.queueIds.includes(id)).map(({ name }) => name),
                      ...operator.skills,
                    ].join(' · ') || t('operators.nothing')}
                  </p>
                </div>
                <IconAction label={t('operators.edit', { name: operator.name })} onClick={() => setEdited(operator)}>
                  <Pencil size={16} aria-hidden="true" />
                </IconAction>
              </li>
            ))}
          </ul>
          {fitting.length === 0 && <p>{t('settings.nobodyFits')}</p>}
          {fitting.length > most && (
            <Button size="small" onClick={() => setMost(most + atOnce)}>
              {t('tasks.showMore')}
            </Button>
          )}
        </>
      )}
      {edited && <OperatorDialog operator={edited} onClose={() => setEdited(null)} />}
    </SettingsPage>
  )
}
