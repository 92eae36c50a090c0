import { isApiError } from '@care/client'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { forgetColleagues } from '../../shared/mentions/known.ts'
import styles from './comments.module.css'

interface Refused {
  id: string
  name: string
  why: 'cannotSee' | 'gone'
}

/** Those of a refused comment who may not be mentioned. */
export const refusedMentions = (error: unknown): readonly Refused[] =>
  isApiError(error) && error.code === 'MENTION_REFUSED' ? (error.details.people as readonly Refused[]) : []

/** Who may not be mentioned and why, and the way to send it all the same; the text stands in the field to be changed. */
export function RefusedMentions({
  activityId,
  people,
  onSend,
}: {
  activityId: string
  people: readonly Refused[]
  onSend: () => void
}): ReactNode {
  const t = useT()
  return (
    <div role="alert" className={styles.refused}>
      {people.map(({ id, name, why }) => (
        <p key={id}>
          {t(why === 'gone' ? 'comments.mentionGone' : 'comments.mentionRefused', {
            name: name || t('comments.somebody'),
          })}
        </p>
      ))}
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        onClick={() => {
          forgetColleagues(
            activityId,
            people.map(({ id }) => id),
          )
          onSend()
        }}
      >
        {t('comments.sendWithout')}
      </Button>
    </div>
  )
}
