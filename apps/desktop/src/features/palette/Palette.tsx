/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- no native list shows rich options in groups below a text field that keeps the focus and handles the keys */
import { limits } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import { ArrowRight, BookText, Contact, History, Search, SquareStack, Users, Zap } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ComponentType, type KeyboardEvent, type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { nameOfKey } from '../../shared/keyboard/match-key.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { Kbd, VipMark } from '../../shared/ui/marks.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { arrange, type Group, type Item, type Section } from './item.ts'
import { countUse, usesOf } from './memory.ts'
import styles from './palette.module.css'
import { usePaletteItems, type PaletteWays } from './usePaletteItems.ts'

const icons: Record<Section, ComponentType<{ size: number; 'aria-hidden': 'true' }>> = {
  recent: History,
  actions: Zap,
  go: ArrowRight,
  requests: SquareStack,
  customers: Contact,
  operators: Users,
  replies: BookText,
}
const pageOfLines = 8

/** Search and commands: everything that can be done here, every screen, people and requests, by a few letters (Ctrl+K). */
export function Palette({ onClose, ...ways }: PaletteWays & { onClose: () => void }): ReactNode {
  const t = useT()
  const myId = useMe()?.id ?? ''
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [uses] = useState(() => usesOf(myId))
  const found = usePaletteItems(typed, ways)
  const groups = arrange(found.items, typed, (id) => uses[id] ?? 0)
  const lines = groups.flatMap(({ items }) => items)
  const at = Math.max(
    0,
    lines.findIndex(({ id }) => id === chosenId),
  )
  const active = lines[at]
  const run = (item: Item): void => {
    countUse(myId, item.id)
    onClose()
    // Once the dialog has given the focus back: what runs may want it elsewhere.
    setTimeout(item.run)
  }
  const step = (by: number): void => setChosenId(lines[(at + by + lines.length) % lines.length]?.id ?? null)
  const jump = (by: number): void => setChosenId(lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.id ?? null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'PageDown') jump(pageOfLines)
    else if (event.key === 'PageUp') jump(-pageOfLines)
    else if (event.key === 'Enter' && active) run(active)
    else if (nameOfKey(event) === 'Ctrl+k') onClose()
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={0}
      slotProps={{ paper: { className: styles.paper ?? '', 'aria-label': t('palette.title') } }}
    >
      <div className={styles.field}>
        <Search size={16} aria-hidden="true" />
        <input
          ref={focusHere}
          type="text"
          role="combobox"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={limits.search}
          aria-label={t('palette.title')}
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && `${listId}-${active.id}`}
          placeholder={t('palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosenId(null)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Lines listId={listId} groups={groups} activeId={active?.id ?? null} onTake={run} onPoint={setChosenId} />
      {lines.length === 0 && !found.isSearching && <p className={styles.none}>{t('palette.nothing')}</p>}
      <Foot isSearching={found.isSearching} hasFailed={found.hasFailed} onRetry={found.retry} />
      <output className="sr">{found.isSearching ? '' : t('palette.found', { n: lines.length })}</output>
    </Dialog>
  )
}

interface LinesProps {
  listId: string
  groups: readonly Group[]
  activeId: string | null
  onTake: (item: Item) => void
  onPoint: (id: string) => void
}

function Lines({ listId, groups, activeId, onTake, onPoint }: LinesProps): ReactNode {
  const t = useT()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={t('palette.results')}
      className={styles.list}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map(({ section, items }) => {
        const Icon = icons[section]
        return (
          <div key={section} role="group" aria-label={t(`palette.${section}`)}>
            <div className={styles.heading} aria-hidden="true">
              {t(`palette.${section}`)}
            </div>
            {items.map((item) => (
              <div
                key={item.id}
                id={`${listId}-${item.id}`}
                role="option"
                aria-selected={item.id === activeId}
                className={styles.line}
                onMouseMove={() => item.id !== activeId && onPoint(item.id)}
                onClick={() => onTake(item)}
              >
                <Icon size={14} aria-hidden="true" />
                <span className="ell" dir="auto">
                  {item.label}
                </span>
                {item.isVip && <VipMark />}
                {item.detail !== undefined && <small className="ell">{item.detail}</small>}
                {item.keys && <Kbd>{item.keys}</Kbd>}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** What keeps the search from being whole, else how it is used; always as high. */
function Foot({
  isSearching,
  hasFailed,
  onRetry,
}: {
  isSearching: boolean
  hasFailed: boolean
  onRetry: () => void
}): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  if (isOffline)
    return (
      <p className={styles.foot} data-tone="warn" role="status">
        {t('palette.offline')}
      </p>
    )
  if (hasFailed)
    return (
      <p className={styles.foot} data-tone="err" role="alert">
        {t('palette.failed')} <LinkButton onClick={onRetry}>{t('common.tryAgain')}</LinkButton>
      </p>
    )
  return <p className={styles.foot}>{isSearching ? t('palette.searching') : t('palette.hint')}</p>
}
