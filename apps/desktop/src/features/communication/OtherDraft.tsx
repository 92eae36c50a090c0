import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { call } from '../../shared/api/client.ts'
import { serverNow } from '../../shared/clock.ts'
import { dropOther, getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { ComposerMode } from '../../shared/workspace/open-task.ts'
import styles from './composer.module.css'

interface OtherDraftProps {
  activityId: string
  mode: ComposerMode
  other: string
  onClose: () => void
}

/** What one has written at the same time in another window: below the draft it is taken over, or let go. */
export function OtherDraft({ activityId, mode, other }: OtherDraftProps): ReactNode {
  const t = useT()
  const letGo = (): void => {
    dropOther(activityId, mode)
    // The copy beside goes on the server too; the draft itself is sent by the sync when it changed.
    const params = { activityId, kind: mode }
    const body = { text: getDraft(activityId, mode), editedAt: serverNow(), basedOn: 0, dropOther: true }
    void call('saveDraft', { params, body }).catch(() => undefined)
  }
  const takeOver = (): void => {
    setDraft(activityId, mode, [getDraft(activityId, mode), other].filter(Boolean).join('\n\n'))
    letGo()
  }
  return (
    <div className={styles.other}>
      <p>{t('colleagues.otherDraft')}</p>
      <blockquote>{other}</blockquote>
      <span>
        <Button size="small" onClick={letGo}>
          {t('colleagues.letOtherGo')}
        </Button>
        <Button size="small" variant="outlined" onClick={takeOver}>
          {t('colleagues.takeOther')}
        </Button>
      </span>
    </div>
  )
}
