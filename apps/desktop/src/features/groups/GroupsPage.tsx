import type { Group } from '@care/contract'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Archive, ArchiveRestore, Pencil, Plus, UsersRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { operatorsQuery, groupsQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSaveGroup } from './api.ts'
import { GroupDialog } from './GroupDialog.tsx'

/** Settings → Groups: operators who work together, to whom tasks can be handed (row T6). */
export function GroupsPage(): ReactNode {
  const t = useT()
  const [edited, setEdited] = useState<Group | 'new' | null>(null)
  const { data, isError, refetch } = useQuery(groupsQuery)
  const groups = data?.toSorted((a, b) => Number(b.isActive) - Number(a.isActive))
  return (
    <SettingsPage
      title={t('groups.region')}
      about={t('groups.about')}
      action={
        data && (
          <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setEdited('new')}>
            {t('groups.add')}
          </Button>
        )
      }
    >
      {!groups ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : groups.length === 0 ? (
        <EmptyState icon={<UsersRound size={20} />} title={t('groups.none')} text={t('groups.noneText')} />
      ) : (
        <ul className={styles.list}>
          {groups.map((group) => (
            <GroupLine key={group.id} group={group} onEdit={() => setEdited(group)} />
          ))}
        </ul>
      )}
      {edited !== null && <GroupDialog group={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsPage>
  )
}

function GroupLine({ group, onEdit }: { group: Group; onEdit: () => void }): ReactNode {
  const t = useT()
  const save = useSaveGroup()
  const people = useQuery(operatorsQuery).data
  const { name, isActive, memberIds } = group
  const names = memberIds.slice(0, 5).flatMap((id) => people?.find((one) => one.id === id)?.name ?? [])
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <strong>{name}</strong>
        {!isActive && <span className={styles.kind}>{t('settings.archived')}</span>}
        <p>
          {[
            t('settings.members', { n: memberIds.length }),
            ...(names.length === 0 ? [] : [`${names.join(', ')}${memberIds.length > names.length ? ' …' : ''}`]),
          ].join(' · ')}
        </p>
      </div>
      <IconAction label={t('groups.edit', { name })} onClick={onEdit}>
        <Pencil size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t(isActive ? 'settings.archive' : 'settings.bringBack', { name })}
        disabled={save.isPending}
        onClick={() =>
          save.mutate(
            { known: group, fields: { isActive: !isActive } },
            { onError: (error) => showToast(errorText(t, error)) },
          )
        }
      >
        {isActive ? <Archive size={16} aria-hidden="true" /> : <ArchiveRestore size={16} aria-hidden="true" />}
      </IconAction>
    </li>
  )
}
