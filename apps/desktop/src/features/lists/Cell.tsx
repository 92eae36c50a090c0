import type { ListColumn, ListedRequest } from '@care/contract'
import {
  Circle,
  CircleCheck,
  CirclePause,
  CircleDot,
  Clock,
  SignalHigh,
  SignalLow,
  SignalMedium,
  TriangleAlert,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { findWords } from '@care/domain'
import { serverNow } from '../../shared/clock.ts'
import { shortTime } from '../../shared/format/short-time.ts'
import type { Format } from '../../shared/i18n/useFormat.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { Chip, TagChip, VipMark } from '../../shared/ui/marks.tsx'
import { Marked } from '../../shared/ui/Marked.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { priorityWord } from '../../shared/words/priority.ts'
import styles from './lists.module.css'

export interface NamesOf {
  stage: (request: ListedRequest) => string
  outcome: (request: ListedRequest) => string
}

/** What a column shows of a request. */
export function Cell({
  column,
  request,
  names,
  words,
}: {
  column: ListColumn
  request: ListedRequest
  names: NamesOf
  /** What is looked for, folded: marked where it stands. */
  words: readonly string[]
}): ReactNode {
  const t = useT()
  const format = useFormat()
  switch (column) {
    case 'number':
      return (
        <span className={styles.numberCell}>
          <Words text={String(request.number)} words={words} />
        </span>
      )
    case 'title':
      return <Title request={request} words={words} />
    case 'customer':
      return (
        <>
          <span className="ell" dir="auto">
            {request.customer.name ? <Words text={request.customer.name} words={words} /> : t('common.unknownCustomer')}
          </span>
          {request.customer.isVip && <VipMark />}
        </>
      )
    case 'company':
      return <Text>{request.companyName}</Text>
    case 'stage':
      return (
        <>
          <StageIcon category={request.category} />
          <span className="ell">{names.stage(request)}</span>
        </>
      )
    case 'priority':
      return <Priority request={request} />
    case 'queue':
      return <Text>{request.queue?.name ?? null}</Text>
    case 'assignee':
      return request.assignee ? (
        <>
          <Avatar id={request.assignee.id} name={request.assignee.name} size={20} />
          <Text>{request.assignee.name}</Text>
        </>
      ) : (
        <span className={styles.faint}>{t('request.nobody')}</span>
      )
    case 'type':
      return <Text>{request.type.name}</Text>
    case 'tags':
      return request.tags.map((tag) => <TagChip key={tag} tag={tag} />)
    case 'due':
      return <Due request={request} format={format} />
    case 'updated':
      return <Time at={request.updatedAt} format={format} />
    case 'created':
      return <Time at={request.createdAt} format={format} />
    case 'closed':
      return <Time at={request.closedAt} format={format} />
    case 'outcome':
      return <Text>{request.outcome === null ? null : names.outcome(request)}</Text>
  }
}

const Text = ({ children }: { children: string | null }): ReactNode =>
  children === null ? (
    <span className={styles.faint}>–</span>
  ) : (
    <span className="ell" dir="auto">
      {children}
    </span>
  )

const Words = ({ text, words }: { text: string; words: readonly string[] }): ReactNode =>
  words.length === 0 ? text : <Marked text={text} marks={findWords(text, words)} />

function Title({ request, words }: { request: ListedRequest; words: readonly string[] }): ReactNode {
  const [medium] = request.media
  return (
    <>
      {medium ? <MediumIcon medium={medium} /> : <span className={styles.noMedium} />}
      <span className={`ell ${styles.titleText}`} dir="auto">
        <Words text={request.title} words={words} />
      </span>
    </>
  )
}

const icons = { new: Circle, active: CircleDot, waiting: CirclePause, closed: CircleCheck } as const
function StageIcon({ category }: Pick<ListedRequest, 'category'>): ReactNode {
  const Icon = icons[category]
  return <Icon size={14} aria-hidden="true" className={styles.icon} data-category={category} />
}

function Priority({ request: { priority } }: { request: ListedRequest }): ReactNode {
  const t = useT()
  const Icon = priority === 'low' ? SignalLow : priority === 'normal' ? SignalMedium : SignalHigh
  return (
    <span className={styles.priority} data-priority={priority}>
      <Icon size={14} aria-hidden="true" />
      {priorityWord(t, priority)}
    </span>
  )
}

/** When it is due: grey, amber in its last hour, red and with another mark once it is past. */
function Due({ request, format }: { request: ListedRequest; format: Format }): ReactNode {
  const t = useT()
  const now = serverNow()
  const { dueAt } = request
  if (dueAt === null) return <span className={styles.faint}>–</span>
  if (request.category === 'closed') return <Time at={dueAt} format={format} />
  const isPast = dueAt < now
  const text = isPast
    ? t('lists.overdueBy', { duration: format.duration(now - dueAt) })
    : dueAt - now < 86_400_000
      ? format.duration(dueAt - now)
      : shortTime(format, dueAt, now)
  return (
    <Chip {...(isPast ? { tone: 'err' as const } : dueAt - now < 3_600_000 ? { tone: 'warn' as const } : {})}>
      {isPast ? <TriangleAlert size={12} aria-hidden="true" /> : <Clock size={12} aria-hidden="true" />}
      <time dateTime={new Date(dueAt).toISOString()} title={format.dateTime(dueAt)}>
        {text}
      </time>
    </Chip>
  )
}

function Time({ at, format }: { at: number | null; format: Format }): ReactNode {
  if (at === null) return <span className={styles.faint}>–</span>
  return (
    <time className={styles.time} dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {shortTime(format, at, serverNow())}
    </time>
  )
}
