import type { Site, SiteKey } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { NotThereYet, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { siteKeysQuery, useAddSiteKey, useRevokeSiteKey } from './api.ts'
import { MadeKey } from './MadeKey.tsx'

/** As many as the server lets be in force: the one of now and the one that follows it. */
const mostInForce = 2

/** Identity keys of a site: made (its secret is shown once), two at a time while one is replaced, revoked for good. */
export function KeysDialog({ site, onClose }: { site: Site; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const { data: keys, isError, refetch } = useQuery(siteKeysQuery(site.id))
  const add = useAddSiteKey(site.id)
  const inForce = keys?.filter(({ revokedAt }) => revokedAt === null).length ?? mostInForce
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('sites.keysOf', { name: site.name })}</DialogTitle>
      <DialogContent>
        <p>{t('sites.keysAbout')}</p>
        {add.data && <MadeKey keyId={add.data.key.id} secret={add.data.secret} />}
        {!keys ? (
          <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
        ) : (
          <ul className={styles.list} aria-label={t('sites.keys')}>
            {keys.map((key) => (
              <KeyLine key={key.id} siteId={site.id} siteKey={key} />
            ))}
          </ul>
        )}
        {add.error && <p role="alert">{errorText(t, add.error)}</p>}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => add.mutate()} disabled={add.isPending || inForce >= mostInForce}>
          {t('sites.addKey')}
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function KeyLine({ siteId, siteKey }: { siteId: string; siteKey: SiteKey }): ReactNode {
  const t = useT()
  const format = useFormat()
  const revoke = useRevokeSiteKey(siteId)
  // Nothing brings it back: the second press does it.
  const [isSure, setIsSure] = useState(false)
  const { id, createdAt, createdBy, revokedAt } = siteKey
  const press = (): void => {
    if (!isSure) return setIsSure(true)
    revoke.mutate(id, { onError: (error) => showToast(errorText(t, error)) })
  }
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <code>{id}</code>
        <p>
          {t('sites.keyMade', { date: format.date(createdAt), by: createdBy ?? '–' })}
          {revokedAt !== null && ` · ${t('sites.keyRevoked', { date: format.date(revokedAt) })}`}
        </p>
      </div>
      {revokedAt === null && (
        <LinkButton disabled={revoke.isPending} onClick={press}>
          {t(isSure ? 'sites.revokeSure' : 'sites.revoke')}
        </LinkButton>
      )}
    </li>
  )
}
