import type { ActivityDetails, QuickReply, RequestDetails } from '@care/contract'
import { fillTemplate, textOf, type FilledPart } from '@care/domain/quick-replies'
import type { Language } from '@care/i18n/core'
import { FileText, Zap } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useCustomer } from '../../../shared/entities/customer.ts'
import { useMe } from '../../../shared/entities/me.ts'
import { languageOf } from '../../../shared/entities/quick-replies.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { Kbd } from '../../../shared/ui/marks.tsx'
import { ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import { optionId, SuggestionList } from '../../../shared/ui/SuggestionList.tsx'
import styles from './picker.module.css'
import { useFoundReplies } from './useFoundReplies.ts'
import type { PickerKeys } from './useQuickReplies.ts'
import { fieldValueIn, valuesFor } from '../../../shared/words/reply-values.ts'

interface QuickReplyPickerProps {
  /** Id of the list, which the field names. */
  listId: string
  query: string
  activity: ActivityDetails
  request: RequestDetails | undefined
  onKeys: (keys: PickerKeys | null) => void
  onActive: (optionId: string | null) => void
  onPick: (reply: QuickReply, text: string) => void
  onClose: () => void
}

/** The quick replies that are found, docked in the composer, with the chosen one filled in as it will be sent. */
export function QuickReplyPicker(props: QuickReplyPickerProps): ReactNode {
  const { listId, query, onKeys, onActive, onPick } = props
  const t = useT()
  const { items, isPending, isNone, error, retry } = useFoundReplies(query)
  const [chosen, setChosen] = useState({ query, index: 0 })
  const active = chosen.query === query ? Math.min(chosen.index, items.length - 1) : 0
  const { languageFor, fill } = useFill(props)
  const waits = useRef(false)
  const reply = items[active]
  const take = (index: number): void => {
    const picked = items[index]
    if (picked) onPick(picked, textOf(fill(picked)))
  }
  const go = (step: number): void =>
    setChosen({ query, index: (active + step + items.length) % Math.max(1, items.length) })
  useEffect(() => {
    onKeys(({ key, shiftKey }) => {
      if (key === 'ArrowDown') go(1)
      else if (key === 'ArrowUp') go(-1)
      else if ((key !== 'Enter' && key !== 'Tab') || shiftKey) return false
      // What is shown answers an earlier word: the choice waits for the answer to this one.
      else if (isPending) waits.current = true
      else if (items.length === 0) return false
      else take(active)
      return true
    })
  })
  useEffect(() => {
    if (!waits.current || isPending) return
    waits.current = false
    if (items.length > 0) take(0)
  })
  useEffect(() => () => onKeys(null), [onKeys])
  useEffect(() => onActive(reply ? optionId(listId, active) : null), [onActive, listId, active, reply])
  useEffect(() => {
    document.getElementById(optionId(listId, active))?.scrollIntoView?.({ block: 'nearest' })
  }, [listId, active])
  // Who writes a sentence after a slash searches for nothing.
  if (items.length === 0 && !isPending && error === null && query.includes(' ')) return null
  return (
    <div className={styles.picker}>
      <div className={styles.head}>
        <Zap size={14} aria-hidden="true" />
        <b>{t('shell.quickReplies')}</b>
        <output className="sr">{isPending ? '' : t('quickReplies.found', { n: items.length })}</output>
        <span className={styles.keys} aria-hidden="true">
          {['↑', '↓', 'Enter', 'Esc'].map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </div>
      {error !== null && <ErrorState compact title={t('quickReplies.failed')} onRetry={retry} />}
      {error === null && isPending && items.length === 0 && <SkeletonLines />}
      {error === null && !isPending && items.length === 0 && (
        <p className={styles.nothing}>{isNone ? t('quickReplies.noneText') : t('quickReplies.nothingFound')}</p>
      )}
      <SuggestionList
        id={listId}
        label={t('shell.quickReplies')}
        className={styles.list}
        items={items.map((one) => ({ key: one.id, content: <Option reply={one} language={languageFor(one)} /> }))}
        active={active}
        onTake={take}
      />
      {reply && <Preview reply={reply} parts={fill(reply)} />}
    </div>
  )
}

/** Fills a reply in for this talk: in the customer's language if it has it, else in the operator's. */
function useFill({ activity, request }: QuickReplyPickerProps) {
  const t = useT()
  const me = useMe()
  const customer = useCustomer(activity.customer.id).data
  const number = t('communication.requestNumber', { number: String(request?.number ?? activity.request.number) })
  const languageFor = (reply: QuickReply): Language => languageOf(reply, [customer?.language ?? null, t.language, 'en'])
  const fill = (reply: QuickReply): FilledPart[] => {
    const language = languageFor(reply)
    const values = valuesFor({ activity, request, customer, me, number }, language)
    return fillTemplate(reply.texts[language] ?? '', values, fieldValueIn(t, request, language))
  }
  return { languageFor, fill }
}

function Option({ reply, language }: { reply: QuickReply; language: string }): ReactNode {
  return (
    <>
      <code>/{reply.shortcut}</code>
      <span className="ell">{reply.title}</span>
      <small>{language}</small>
    </>
  )
}

function Preview({ reply, parts }: { reply: QuickReply; parts: readonly FilledPart[] }): ReactNode {
  const t = useT()
  const count = (kind: FilledPart['kind']): number => parts.filter((part) => part.kind === kind).length
  return (
    <div className={styles.preview}>
      <p>
        {parts.map((part, i) =>
          part.kind === 'text' ? (
            part.text
          ) : (
            <mark key={i} data-unfilled={part.kind === 'unfilled' || undefined}>
              {part.text}
            </mark>
          ),
        )}
      </p>
      {reply.attachments.map((file) => (
        <span key={file.id} className={styles.file}>
          <FileText size={12} aria-hidden="true" />
          {file.name}
        </span>
      ))}
      {count('filled') > 0 && <small>{t('quickReplies.filledIn', { n: count('filled') })}</small>}
      {count('unfilled') > 0 && <small data-unfilled="">{t('quickReplies.toFillIn', { n: count('unfilled') })}</small>}
    </div>
  )
}
