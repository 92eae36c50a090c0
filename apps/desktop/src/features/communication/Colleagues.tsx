import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { announce } from '../../shared/announce.ts'
import { call } from '../../shared/api/client.ts'
import { activityKeys } from '../../shared/entities/activity.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import type { Looker } from '../../shared/realtime/looking.ts'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import styles from './colleagues.module.css'

/** Who else has this request open, and who writes what in it (row M6). */
export function Colleagues({ lookers }: { lookers: readonly Looker[]; onClose: () => void }): ReactNode {
  const t = useT()
  const words = lookers.map(({ name, doing }) => {
    if (doing === 'reply') return t('colleagues.isWriting', { name })
    return doing === 'comment' ? t('colleagues.isCommenting', { name }) : t('colleagues.isHere', { name })
  })
  const said = words.join('. ')
  useEffect(() => announce(said), [said])
  return (
    <ul className={styles.line} aria-label={t('colleagues.region')}>
      {lookers.map((looker, i) => (
        <li key={looker.id}>
          <Avatar id={looker.id} name={looker.name} size={20} />
          <span>{words[i]}</span>
          {looker.doing !== 'viewing' && looker.activityId !== null && (
            <ViewDraft looker={looker} activityId={looker.activityId} />
          )}
        </li>
      ))}
    </ul>
  )
}

const lookAgainMs = 3_000

/** What the colleague has written so far; follows him while it is open. */
function ViewDraft({ looker, activityId }: { looker: Looker; activityId: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const drafts = useQuery({
    queryKey: [...activityKeys.details(activityId), 'drafts'],
    enabled: anchor !== null,
    queryFn: () => call('listColleagueDrafts', { params: { activityId } }),
    refetchInterval: lookAgainMs,
    staleTime: 0,
    gcTime: 0,
  })
  const draft = drafts.data?.items.find(({ operator, kind }) => operator.id === looker.id && kind === looker.doing)
  return (
    <>
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('colleagues.viewDraft')}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': t('colleagues.draftOf', { name: looker.name }),
            className: styles.draft,
          },
        }}
      >
        {draft ? (
          <>
            <p className={styles.words}>{draft.text}</p>
            <time dateTime={new Date(draft.editedAt).toISOString()}>{format.time(draft.editedAt)}</time>
          </>
        ) : (
          <p>{drafts.isPending ? t('common.loading') : t('colleagues.noDraftYet')}</p>
        )}
      </Popover>
    </>
  )
}
