import type { RequestTies, TiedRequest } from '@care/contract'
import { Link2, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { IconAction, LinkButton } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { tieErrorText, useTie, useTies, useUndoMerge, type Tie } from './api.ts'
import { TiedLine } from './TiedLine.tsx'
import styles from './ties.module.css'

interface TiesSectionProps {
  requestId: string
  onOpen: (request: { requestId: string; customerId: string }) => void
  onLink: () => void
}

/** "Linked requests" in Request details: parent, parts with their progress, links, and what was merged in (row J8). */
export function TiesSection({ requestId, onOpen, onLink }: TiesSectionProps): ReactNode {
  const t = useT()
  const { data, isError, refetch } = useTies(requestId)
  const isOffline = useIsOffline()
  if (isError && !data) return <ErrorState compact title={t('ties.didNotLoad')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={1} />
  const mayEdit = data.abilities.edit && !isOffline
  const isEmpty = !data.parent && data.parts.length + data.links.length + data.merges.length === 0
  return (
    <section className={styles.section} aria-label={t('ties.region')}>
      <header className={styles.head}>
        <h3>{isEmpty ? t('ties.none') : t('ties.region')}</h3>
        {mayEdit && (
          <LinkButton onClick={onLink}>
            <Link2 size={12} aria-hidden="true" />
            {t('ties.add')}
          </LinkButton>
        )}
      </header>
      {!isEmpty && <Tied ties={data} requestId={requestId} mayEdit={mayEdit} onOpen={onOpen} />}
    </section>
  )
}

type TiedProps = Pick<TiesSectionProps, 'requestId' | 'onOpen'> & { ties: RequestTies; mayEdit: boolean }

function Tied({ ties, requestId, mayEdit, onOpen }: TiedProps): ReactNode {
  const t = useT()
  const tie = useTie()
  const undoable = useUndoable()
  const { parent, parts, links, merges } = ties
  const closed = parts.filter(({ category }) => category === 'closed').length
  const change = (made: Tie): void =>
    tie.mutate(made, {
      onSuccess: (done) => undoable(t('ties.unlinkedToast'), { requestId: made.requestId, change: done.change }),
      onError: (error) => showToast(tieErrorText(t, error)),
    })
  const line = (request: TiedRequest, remove: { label: string; made: Tie }): ReactNode => (
    <Line
      key={request.id}
      request={request}
      onOpen={onOpen}
      {...(mayEdit ? { removeLabel: remove.label, onRemove: () => change(remove.made) } : {})}
    />
  )
  const kindOf = ({ kind, isFrom }: RequestTies['links'][number]): string => {
    if (kind === 'related') return t('ties.related')
    if (kind === 'duplicate') return t(isFrom ? 'ties.duplicateOf' : 'ties.duplicate')
    return t(isFrom ? 'ties.splitFrom' : 'ties.splitOff')
  }
  return (
    <ul className={styles.group}>
      {parent && (
        <li>
          <div className={styles.kind}>{t('ties.parent')}</div>
          {line(parent, { label: t('ties.leaveParent'), made: { kind: 'parent', requestId, parentId: null } })}
        </li>
      )}
      {parts.length > 0 && (
        <li>
          <div className={styles.kind}>{t('ties.parts', { closed, n: parts.length })}</div>
          <div className={styles.progress} aria-hidden="true">
            <span style={{ width: `${(100 * closed) / parts.length}%` }} />
          </div>
          {parts.map((part) =>
            line(part, {
              label: t('ties.leaveParent'),
              made: { kind: 'parent', requestId: part.id, parentId: null },
            }),
          )}
        </li>
      )}
      {links.map((link) => (
        <li key={link.id}>
          <div className={styles.kind}>{kindOf(link)}</div>
          {line(link.request, { label: t('ties.unlink'), made: { kind: 'unlink', requestId, linkId: link.id } })}
        </li>
      ))}
      {merges.length > 0 && (
        <li>
          <div className={styles.kind}>{t('ties.merged')}</div>
          {merges.map((merge) => (
            <MergedLine key={merge.id} merge={merge} mayEdit={mayEdit} />
          ))}
        </li>
      )}
    </ul>
  )
}

interface LineProps {
  request: TiedRequest
  onOpen: TiesSectionProps['onOpen']
  removeLabel?: string
  onRemove?: () => void
}

function Line({ request, onOpen, removeLabel, onRemove }: LineProps): ReactNode {
  const t = useT()
  const { customer } = request
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.open}
        disabled={customer === null}
        aria-label={t('ties.open', { number: String(request.number), title: request.title || t('ties.hidden') })}
        title={request.title}
        onClick={() => customer && onOpen({ requestId: request.id, customerId: customer.id })}
      >
        <TiedLine request={request} />
      </button>
      {onRemove && removeLabel !== undefined && (
        <IconAction label={`${removeLabel}: REQ-${request.number}`} onClick={onRemove}>
          <X size={14} aria-hidden="true" />
        </IconAction>
      )}
    </div>
  )
}

/** What was merged in, when and by whom; from here it is taken out again, at any time later (rule 25). */
function MergedLine({ merge, mayEdit }: { merge: RequestTies['merges'][number]; mayEdit: boolean }): ReactNode {
  const t = useT()
  const format = useFormat()
  const undo = useUndoMerge()
  const number = String(merge.number)
  const takeOut = (): void =>
    undo.mutate(merge.id, {
      onSuccess: () => showToast(t('ties.takenOut', { number })),
      onError: (error) => showToast(tieErrorText(t, error)),
    })
  return (
    <div className={styles.line} title={merge.title}>
      <span className="ell" dir="auto">
        {t('ties.mergedLine', { number, time: format.dateTime(merge.mergedAt), name: merge.by?.name ?? '…' })}
      </span>
      {mayEdit && (
        <span className={styles.end}>
          <IconAction label={`${t('ties.undoMerge')}: REQ-${number}`} disabled={undo.isPending} onClick={takeOut}>
            <Undo2 size={14} aria-hidden="true" />
          </IconAction>
        </span>
      )}
    </div>
  )
}
