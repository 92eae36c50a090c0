import { Copy } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import styles from './channels.module.css'

/** Where the other side has to deliver to, to be copied there. */
export function HookAddress({ path }: { path: string }): ReactNode {
  const t = useT()
  const address = `${location.origin}${path}`
  const copy = (): void => {
    // Without a right to the clipboard it can be marked and copied by hand.
    void navigator.clipboard?.writeText(address).then(
      () => showToast(t('channels.copied')),
      () => {},
    )
  }
  return (
    <div className={styles.address}>
      <span>{t('channels.hookAddress')}</span>
      <code>{address}</code>
      <IconAction label={t('channels.copyAddress')} onClick={copy}>
        <Copy size={16} aria-hidden="true" />
      </IconAction>
    </div>
  )
}
