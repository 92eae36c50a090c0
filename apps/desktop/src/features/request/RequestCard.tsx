import type { RequestDetails } from '@care/contract'
import { limits } from '@care/domain'
import type { ComponentType, ReactNode } from 'react'
import { asText } from '../../shared/edit/as-text.ts'
import { useBoundFields } from '../../shared/edit/useBoundFields.ts'
import { useFieldEdits } from '../../shared/edit/useFieldEdits.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { InlineField } from '../../shared/ui/InlineField.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { fieldOf, requestEditor } from './api.ts'
import { AutoCloseLine } from './AutoCloseLine.tsx'
import { ClosedNote, RatedNote } from './ClosedNote.tsx'
import type { RequestMoreProps } from './more/RequestMore.tsx'
import styles from './request.module.css'
import { RequestConflicts } from './RequestConflicts.tsx'
import { RequestProps } from './RequestProps.tsx'
import { StageSteps } from './StageSteps.tsx'

/** Title, description, stage, values and auto-close of one request. */
export function RequestCard({
  request,
  More,
  onOpenRequest,
}: {
  request: RequestDetails
  /** What it shows besides; null where it could not be fetched. */
  More: ComponentType<RequestMoreProps> | null
  onOpenRequest: (requestId: string) => void
}): ReactNode {
  const t = useT()
  const edits = useFieldEdits('request', request.id, requestEditor)
  const bind = useBoundFields(edits, request, fieldOf)
  const isReadOnly = !request.abilities.edit
  const title = bind('title')
  const description = bind('description')
  const previous = request.previousRequest
  return (
    <>
      <RequestConflicts edits={edits} request={request} />
      <div className={styles.texts}>
        <InlineField
          {...title}
          look="title"
          label={t('request.title')}
          value={asText(title.value)}
          isReadOnly={isReadOnly}
          limit={limits.requestTitle}
          check={(value) => (value === '' ? t('request.titleNeeded') : null)}
        />
        {!(isReadOnly && description.value === '') && (
          <InlineField
            {...description}
            isMultiline
            look="plain"
            placeholder={t('request.addDescription')}
            label={t('request.description')}
            value={asText(description.value)}
            isReadOnly={isReadOnly}
            limit={limits.description}
          />
        )}
      </div>
      <StageSteps request={request} />
      <RequestProps request={request} bind={bind} isReadOnly={isReadOnly} />
      {More && <More request={request} edits={edits} bind={bind} isReadOnly={isReadOnly} />}
      {previous && (
        <div className={styles.previous}>
          <LinkButton onClick={() => onOpenRequest(previous.id)}>
            {t('request.previous', { number: String(previous.number) })}
          </LinkButton>
        </div>
      )}
      {request.category === 'closed' ? <ClosedNote request={request} /> : <RatedNote rating={request.rating} />}
      {request.category !== 'closed' && request.autoCloseAt !== null && (
        <AutoCloseLine requestId={request.id} autoCloseAt={request.autoCloseAt} canKeep={request.abilities.edit} />
      )}
    </>
  )
}
