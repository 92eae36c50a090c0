import type { BlockedSender } from '@care/contract'
import Button from '@mui/material/Button'
import { AtSign, Network, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSetLifted } from './api.ts'

const icons = { visitor: UserRound, email: AtSign, network: Network }

/** One sender: who, since when, by whom and for which request; lifting can be undone. */
export function SenderLine({ sender }: { sender: BlockedSender }): ReactNode {
  const t = useT()
  const format = useFormat()
  const set = useSetLifted()
  const isLifted = sender.liftedAt !== null
  const who = sender.kind === 'visitor' ? sender.customer?.name || t('common.unknownCustomer') : sender.value
  const Icon = icons[sender.kind]
  const onError = (error: Error): void => showToast(errorText(t, error))
  const change = (): void =>
    set.mutate(
      { sender, isLifted: !isLifted },
      {
        onError,
        onSuccess: (changed) =>
          showToast(t(isLifted ? 'blockedSenders.blockedAgain' : 'blockedSenders.lifted', { who }), {
            undo: () => set.mutate({ sender: changed, isLifted }, { onError }),
          }),
      },
    )
  return (
    <li className={styles.line}>
      <Icon size={16} aria-hidden="true" />
      <div className={styles.grow}>
        <strong dir="auto">{who}</strong>
        <span className={styles.kind}>{t(`blockedSenders.kinds.${sender.kind}`)}</span>
        <p>
          {t('blockedSenders.by', {
            name: sender.blockedBy?.name ?? t('common.somebody'),
            time: format.dateTime(sender.blockedAt),
          })}
          {sender.request && ` · ${t('blockedSenders.forRequest', { number: `#${sender.request.number}` })}`}
        </p>
        {sender.liftedAt !== null && (
          <p>
            {t('blockedSenders.liftedBy', {
              name: sender.liftedBy?.name ?? t('common.somebody'),
              time: format.dateTime(sender.liftedAt),
            })}
          </p>
        )}
      </div>
      <Button size="small" color="inherit" variant="outlined" disabled={set.isPending} onClick={change}>
        {t(isLifted ? 'blockedSenders.blockAgain' : 'blockedSenders.lift')}
        <span className="sr">: {who}</span>
      </Button>
    </li>
  )
}
