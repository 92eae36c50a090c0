import type { Site } from '@care/contract'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Globe, KeyRound, Pencil, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { sitesQuery } from './api.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { SiteDialog } from './SiteDialog.tsx'

type Opened = { kind: 'site'; site: Site | null } | { kind: 'keys'; site: Site }

/** Settings → Sites: where the chat widget stands, and how a site says who its visitors are (row M8). */
export function SitesPage(): ReactNode {
  const t = useT()
  const [opened, setOpened] = useState<Opened | null>(null)
  const { data: sites, isError, refetch } = useQuery(sitesQuery)
  const close = (): void => setOpened(null)
  return (
    <SettingsPage
      title={t('sites.region')}
      about={t('sites.about')}
      action={
        sites && (
          <Button
            variant="contained"
            size="small"
            startIcon={<Plus size={16} />}
            onClick={() => setOpened({ kind: 'site', site: null })}
          >
            {t('sites.add')}
          </Button>
        )
      }
    >
      {!sites ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : sites.length === 0 ? (
        <EmptyState icon={<Globe size={20} />} title={t('sites.none')} text={t('sites.noneText')} />
      ) : (
        <ul className={styles.list}>
          {sites.map((site) => (
            <SiteLine key={site.id} site={site} onOpen={(kind) => setOpened({ kind, site })} />
          ))}
        </ul>
      )}
      {opened?.kind === 'site' && <SiteDialog site={opened.site} onClose={close} />}
      {opened?.kind === 'keys' && <KeysDialog site={opened.site} onClose={close} />}
    </SettingsPage>
  )
}

function SiteLine({ site, onOpen }: { site: Site; onOpen: (kind: Opened['kind']) => void }): ReactNode {
  const t = useT()
  const queue = useQuery(queuesQuery).data?.find(({ id }) => id === site.queueId)
  const { name, allowedOrigins } = site
  const facts = [
    queue?.name,
    allowedOrigins.length === 0 ? t('sites.noOrigins') : allowedOrigins.join(', '),
    site.historyNeedsIdentity ? t('sites.strict') : undefined,
  ]
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <strong dir="auto">{name}</strong>
        <p>{facts.filter(Boolean).join(' · ')}</p>
        <code>{`data-site="${site.key}"`}</code>
      </div>
      <IconAction label={t('sites.keysOf', { name })} onClick={() => onOpen('keys')}>
        <KeyRound size={16} aria-hidden="true" />
      </IconAction>
      <IconAction label={t('sites.edit', { name })} onClick={() => onOpen('site')}>
        <Pencil size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
