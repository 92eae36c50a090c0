/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native list shows rich options below a text field that keeps the focus and handles the keys */
import type { Colleague } from '@care/contract'
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { AtSign, TriangleAlert, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { call } from '../api/client.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { knownAt, mentionsAt, noteColleagues, useKnownAt } from './known.ts'
import styles from './mentions.module.css'
import { useMentionQuery } from './useMentionQuery.ts'

interface MentionLayerProps {
  field: RefObject<HTMLTextAreaElement | null>
  activityId: string
  text: string
  onChange: (text: string) => void
  onClose: () => void
}

const colleaguesQuery = (activityId: string, search: string) => ({
  queryKey: ['colleagues', activityId, search],
  queryFn: (): Promise<Colleague[]> =>
    call('listColleagues', { params: { activityId }, query: { search } }).then(({ items }) => items),
})

/** Beside a field for comments: whom one may mention while one types after an @, and who will be told. */
export function MentionLayer({ field, activityId, text, onChange }: MentionLayerProps): ReactNode {
  const known = useKnownAt(activityId)
  const found = useMemo(() => mentionsAt(text, known), [text, known])
  const blocked = useWhoMayNot(activityId, text)
  const people = [...new Map(found.map(({ colleague }) => [colleague.id, colleague])).values()]
  const unmention = (id: string): void => {
    // From behind, so that the places before stay right.
    const without = found
      .filter(({ colleague }) => colleague.id === id)
      .reduceRight((left, { start }) => left.slice(0, start) + left.slice(start + 1), text)
    onChange(without)
    field.current?.focus()
  }
  return (
    <>
      <Picker field={field} activityId={activityId} text={text} onChange={onChange} />
      {people.length > 0 && <Told people={people} blocked={blocked} onRemove={unmention} />}
    </>
  )
}

interface ToldProps {
  people: readonly Colleague[]
  blocked: ReadonlySet<string>
  onRemove: (id: string) => void
}

function Told({ people, blocked, onRemove }: ToldProps): ReactNode {
  const t = useT()
  return (
    <ul className={styles.told} aria-label={t('mentions.told')}>
      {people.map(({ id, label }) => (
        <li key={id} data-blocked={blocked.has(id) || undefined}>
          {blocked.has(id) ? <TriangleAlert size={12} aria-hidden="true" /> : <AtSign size={12} aria-hidden="true" />}
          <span className="ell">{label}</span>
          {blocked.has(id) && <span>{t('mentions.cannotSee')}</span>}
          <button type="button" aria-label={t('mentions.remove', { name: label })} onClick={() => onRemove(id)}>
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Picker({ field, activityId, text, onChange }: Omit<MentionLayerProps, 'onClose'>): ReactNode {
  const t = useT()
  const listId = useId()
  const { query, close } = useMentionQuery(field, activityId, text)
  const colleagues = useQuery({
    ...colleaguesQuery(activityId, query?.typed ?? ''),
    enabled: query !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const items = query === null ? [] : (colleagues.data ?? [])
  const [chosen, setChosen] = useState({ typed: '', at: 0 })
  // Another word begins at its first line.
  const active = chosen.typed === query?.typed ? Math.min(chosen.at, items.length - 1) : 0
  const choose = (at: number): void => setChosen({ typed: query?.typed ?? '', at })
  const pick = (colleague: Colleague): void => {
    if (!query) return
    noteColleagues(activityId, [colleague])
    const before = `${text.slice(0, query.start)}@${colleague.label} `
    onChange(before + text.slice(query.end).replace(/^ /, ''))
    close()
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  const keys = useRef<(key: string) => boolean>(() => false)
  useEffect(() => {
    keys.current = (key) => {
      const one = items[active]
      if (!one) return false
      if (key === 'ArrowDown') choose((active + 1) % items.length)
      else if (key === 'ArrowUp') choose((active + items.length - 1) % items.length)
      else if (key === 'Enter' || key === 'Tab') pick(one)
      else if (key === 'Escape') close()
      else return false
      return true
    }
  })
  useKeysOf(field, keys)
  const isOpen = query !== null
  useNamed(field, isOpen && items.length > 0 ? { listId, activeId: `${listId}-${active}` } : null)
  if (!isOpen) return null
  return (
    <div className={styles.picker}>
      <div role="listbox" id={listId} aria-label={t('mentions.list')}>
        {items.map(({ id, name, hint, ...rest }, i) => (
          <button
            key={id}
            type="button"
            role="option"
            id={`${listId}-${i}`}
            aria-selected={i === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick({ id, name, hint, ...rest })}
          >
            <Avatar id={id} name={name} size={24} />
            <span className="ell">{name}</span>
            {hint !== '' && <span className={styles.hint}>{hint}</span>}
          </button>
        ))}
      </div>
      {items.length === 0 && colleagues.isSuccess && <p>{t('mentions.none')}</p>}
      {colleagues.isError && <p>{t('mentions.didNotLoad')}</p>}
    </div>
  )
}

/** Hears the field's keys before it does, while the list is open. */
function useKeysOf(field: RefObject<HTMLTextAreaElement | null>, keys: RefObject<(key: string) => boolean>): void {
  useEffect(() => {
    const element = field.current
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || !keys.current(event.key)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    element?.addEventListener('keydown', onKey, { capture: true })
    return () => element?.removeEventListener('keydown', onKey, { capture: true })
  }, [field, keys])
}

/** Tells who cannot see the list which line of it is chosen. */
function useNamed(
  field: RefObject<HTMLTextAreaElement | null>,
  open: { listId: string; activeId: string } | null,
): void {
  const { listId, activeId } = open ?? {}
  useEffect(() => {
    const element = field.current
    if (!element || listId === undefined || activeId === undefined) return
    element.setAttribute('aria-controls', listId)
    element.setAttribute('aria-activedescendant', activeId)
    return () => {
      element.removeAttribute('aria-controls')
      element.removeAttribute('aria-activedescendant')
    }
  }, [field, listId, activeId])
}

const namesMost = 8

/** A draft from before a reload, or one that was refused: asks who of those it names may see the activity. */
function useWhoMayNot(activityId: string, text: string): ReadonlySet<string> {
  const client = useQueryClient()
  const [blocked, setBlocked] = useState<ReadonlySet<string>>(new Set())
  const first = useRef(text)
  useEffect(() => {
    let isGone = false
    check(client, activityId, first.current).then(
      (found) => isGone || setBlocked(found),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [client, activityId])
  return blocked
}

async function check(client: QueryClient, activityId: string, text: string): Promise<Set<string>> {
  const names = Array.from(text.matchAll(/(?<![\p{L}\p{N}])@([\p{L}\p{N}]+)/gu), ([, name = '']) => name)
  const lists = await Promise.all(
    [...new Set(names)]
      .slice(0, namesMost)
      .map((name) => client.fetchQuery({ ...colleaguesQuery(activityId, name), staleTime: 0 })),
  )
  const may = lists.flat()
  noteColleagues(activityId, may)
  const ids = new Set(may.map(({ id }) => id))
  const named = mentionsAt(text, knownAt(activityId)).map(({ colleague }) => colleague.id)
  return new Set(named.filter((id) => !ids.has(id)))
}
