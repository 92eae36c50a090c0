import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { GroupsPage } from '../features/groups/GroupsPage.tsx'
import { OperatorsPage } from '../features/operators/OperatorsPage.tsx'
import { QueuesPage } from '../features/queues/QueuesPage.tsx'
import { useCan } from '../shared/entities/me.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { EmptyState } from '../shared/ui/states.tsx'

/** How work finds its people: Settings → Queues, Groups, Operators. */
export function WorkSettings({ page }: { page: 'queues' | 'groups' | 'operators' }): ReactNode {
  const t = useT()
  // The address may be typed by whoever knows it.
  if (!useCan(`settings.${page}`)) return <EmptyState icon={<Lock size={20} />} title={t('settings.noRight')} />
  if (page === 'queues') return <QueuesPage />
  return page === 'groups' ? <GroupsPage /> : <OperatorsPage />
}
