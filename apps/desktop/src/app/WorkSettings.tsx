import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { AuditPage } from '../features/audit/AuditPage.tsx'
import { ChannelsPage } from '../features/channels/ChannelsPage.tsx'
import { GroupsPage } from '../features/groups/GroupsPage.tsx'
import { useList } from '../features/lists/list-store.ts'
import { OperatorsPage } from '../features/operators/OperatorsPage.tsx'
import { QueuesPage } from '../features/queues/QueuesPage.tsx'
import { SitesPage } from '../features/sites/SitesPage.tsx'
import { useShownView } from '../features/views/view-store.ts'
import { useCan } from '../shared/entities/me.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { EmptyState } from '../shared/ui/states.tsx'
import type { WorkPage } from './pages.ts'

/** How work comes in and finds its people: Settings → Channels, Sites, Queues, Groups, Operators; and who looked at what. */
export function WorkSettings({ page }: { page: WorkPage }): ReactNode {
  const t = useT()
  // The address may be typed by whoever knows it.
  if (!useCan(page === 'audit' ? 'audit.view' : `settings.${page}`))
    return <EmptyState icon={<Lock size={20} />} title={t('settings.noRight')} />
  if (page === 'queues') return <QueuesPage />
  if (page === 'audit') return <AuditPage />
  if (page === 'channels') return <ChannelsPage />
  if (page === 'sites') return <SitesPage />
  return page === 'groups' ? <GroupsPage /> : <Operators />
}

function Operators(): ReactNode {
  const [, navigate] = useLocation()
  return (
    <OperatorsPage
      onShowRequests={(operatorId) => {
        useShownView.setState({ viewId: null, isChosen: true })
        useList.getState().narrow({ state: 'open', assigneeId: [operatorId] })
        navigate('/requests')
      }}
    />
  )
}
