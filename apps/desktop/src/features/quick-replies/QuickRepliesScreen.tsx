import type { QuickReply } from '@care/contract'
import { BookText } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../shared/keyboard/table-keys.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { useReplies, type Filter } from './api.ts'
import styles from './quick-replies.module.css'
import { ReplyEditor } from './ReplyEditor.tsx'
import { ReplyList } from './ReplyList.tsx'
import { ScreenHead } from './ScreenHead.tsx'

const ImportDialog = onDemand(() => import('./ImportDialog.tsx').then((file) => file.ImportDialog))

/** What is open in the editor: nothing, a new one, or this one as it was last seen. */
type Open = { kind: 'none' } | { kind: 'new' } | { kind: 'reply'; reply: QuickReply }

/** Screen "Quick replies": all that one may use, with the open one beside them (row M3). */
export function QuickRepliesScreen(_props: { onClose: () => void }): ReactNode {
  const t = useT()
  const search = useRef<HTMLInputElement>(null)
  const [filter, setFilter] = useState<Filter>({})
  const [open, setOpen] = useState<Open>({ kind: 'none' })
  const [isImporting, setIsImporting] = useState(false)
  const replies = useReplies(filter)
  const items = replies.data?.pages.flatMap((page) => page.items) ?? []
  const groups = replies.data?.pages[0]?.groups ?? []
  const close = (): void => setOpen({ kind: 'none' })
  const add = (): void => setOpen({ kind: 'new' })
  useShortcuts(tableKeys, { search: () => search.current?.focus(), leave: open.kind !== 'none' && close })
  // The list may know it better by now; filtered away it stays as it was.
  const reply = open.kind === 'reply' ? (items.find(({ id }) => id === open.reply.id) ?? open.reply) : null
  return (
    <div className={styles.screen} data-open={open.kind !== 'none' || undefined}>
      <section className={styles.book} aria-label={t('shell.quickReplies')} {...regionStop} tabIndex={-1}>
        <ScreenHead
          ref={search}
          filter={filter}
          groups={groups}
          onFilter={setFilter}
          onAdd={add}
          onImport={() => setIsImporting(true)}
        />
        <ReplyList
          replies={replies}
          items={items}
          openId={reply?.id ?? null}
          isFiltered={Object.values(filter).some((value) => value !== undefined && value !== '')}
          onOpen={(one) => setOpen({ kind: 'reply', reply: one })}
          onAdd={add}
        />
      </section>
      {open.kind === 'none' ? (
        <div className={styles.hint}>
          <EmptyState
            icon={<BookText size={20} />}
            title={t('quickReplies.choose')}
            text={t('quickReplies.noneText')}
          />
        </div>
      ) : (
        <ReplyEditor
          key={reply?.id ?? 'new'}
          reply={reply}
          groups={groups}
          onClose={close}
          onSaved={(saved) => setOpen({ kind: 'reply', reply: saved })}
        />
      )}
      {isImporting && <ImportDialog onClose={() => setIsImporting(false)} />}
    </div>
  )
}
