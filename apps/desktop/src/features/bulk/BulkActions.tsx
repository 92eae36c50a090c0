import type { BulkSelection, Macro } from '@care/contract'
import { priorities } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { ChartNoAxesColumnIncreasing, CircleCheck, Ellipsis, Inbox, Route, Tag, UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { macrosQuery } from '../../shared/entities/macros.ts'
import { isInUse, operatorsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import { BulkDialog, type BulkDraft } from './BulkDialog.tsx'
import styles from './bulk.module.css'

interface BulkActionsProps {
  selection: BulkSelection
  onStarted: () => void
}

/** What can be done to the selection (row R2); each asks first, with the number of requests. */
export function BulkActions({ selection, onStarted }: BulkActionsProps): ReactNode {
  const t = useT()
  const mayClose = useCan('requests.close')
  const [draft, setDraft] = useState<BulkDraft | null>(null)
  const menus = useMenus(setDraft)
  // What was begun in a dialog stays; only nothing new is begun.
  const isOffline = useIsOffline()
  return (
    <div className={styles.actions}>
      {menus.map(({ key, label, icon, choices }) => (
        <MenuButton
          key={key}
          label={label}
          choices={choices}
          emptyText={t('bulk.noItems')}
          opener={(opener) => (
            <button type="button" className={styles.action} disabled={isOffline} {...opener}>
              {icon}
              {label}
            </button>
          )}
        />
      ))}
      <button
        type="button"
        className={styles.action}
        disabled={isOffline}
        onClick={() => setDraft({ kind: 'tags', add: [], remove: [] })}
      >
        <Tag size={14} aria-hidden="true" />
        {t('bulk.tags')}
      </button>
      {mayClose && (
        <button
          type="button"
          className={styles.action}
          disabled={isOffline}
          onClick={() => setDraft({ kind: 'close' })}
        >
          <CircleCheck size={14} aria-hidden="true" />
          {t('bulk.close')}
        </button>
      )}
      <More onDraft={setDraft} mayClose={mayClose} isOffline={isOffline} />
      {draft && (
        <BulkDialog
          key={draft.kind}
          draft={draft}
          selection={selection}
          onClose={() => setDraft(null)}
          onStarted={() => {
            setDraft(null)
            onStarted()
          }}
        />
      )}
    </div>
  )
}

interface Menu {
  key: string
  label: string
  icon: ReactNode
  choices: MenuChoice[]
}

/** Menus whose choice is the whole action. */
function useMenus(onDraft: (draft: BulkDraft) => void): Menu[] {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const mayAssign = useCan('requests.assign')
  const queues = useQuery(queuesQuery).data ?? []
  const operators = useQuery(operatorsQuery).data ?? []
  const types = useQuery(requestTypesQuery).data ?? []
  const people = operators
    .filter(({ id, isActive }) => isActive && id !== me?.id && mayAssign)
    .toSorted((a, b) => format.compare(a.name, b.name))
  const stages = new Map(
    types.flatMap((type) => type.stages.filter(({ category }) => category !== 'closed')).map((one) => [one.key, one]),
  )
  const assign = (key: string, label: string, operatorId: string | null): MenuChoice => ({
    key,
    label,
    onChoose: () => onDraft({ kind: 'assign', operatorId }),
  })
  return [
    {
      key: 'assign',
      label: t('bulk.assign'),
      icon: <UserPlus size={14} aria-hidden="true" />,
      choices: [
        ...(me ? [assign('me', t('lists.me'), me.id)] : []),
        assign('nobody', t('request.nobody'), null),
        ...people.map(({ id, name }) => assign(id, name, id)),
      ],
    },
    {
      key: 'queue',
      label: t('bulk.queue'),
      icon: <Inbox size={14} aria-hidden="true" />,
      choices: queues.filter(isInUse).map(({ id, name }) => ({
        key: id,
        label: name,
        onChoose: () => onDraft({ kind: 'queue', queueId: id }),
      })),
    },
    {
      key: 'stage',
      label: t('bulk.stage'),
      icon: <Route size={14} aria-hidden="true" />,
      choices: [...stages.values()].map(({ key, name }) => ({
        key,
        label: localName(name, t.language),
        onChoose: () => onDraft({ kind: 'stage', stage: key, attributes: {} }),
      })),
    },
    {
      key: 'priority',
      label: t('bulk.priority'),
      icon: <ChartNoAxesColumnIncreasing size={14} aria-hidden="true" />,
      choices: priorities.toReversed().map((priority) => ({
        key: priority,
        label: priorityWord(t, priority),
        onChoose: () => onDraft({ kind: 'priority', priority }),
      })),
    },
  ]
}

/** Spam, and the macros that do not write a reply: those are for one talk. */
interface MoreProps {
  mayClose: boolean
  isOffline: boolean
  onDraft: (draft: BulkDraft) => void
}

function More({ mayClose, isOffline, onDraft }: MoreProps): ReactNode {
  const t = useT()
  const macros: readonly Macro[] = useQuery(macrosQuery).data ?? []
  const usable = macros.filter(
    ({ steps, broken }) => broken.length === 0 && !steps.some(({ kind }) => kind === 'reply'),
  )
  return (
    <MenuButton
      label={t('bulk.more')}
      opener={(opener) => (
        <button type="button" className={styles.action} disabled={isOffline} title={t('bulk.more')} {...opener}>
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      )}
      emptyText={t('bulk.noItems')}
      choices={[
        ...(mayClose ? [{ key: 'spam', label: t('actions.spam'), onChoose: () => onDraft({ kind: 'spam' }) }] : []),
        ...usable.map((macro, i) => ({
          key: macro.id,
          label: macro.name,
          onChoose: () => onDraft({ kind: 'macro', macro }),
          ...(i === 0 ? { startsGroup: mayClose, groupTitle: t('bulk.macros') } : {}),
        })),
      ]}
    />
  )
}
