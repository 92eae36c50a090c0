import type { BulkRun } from '@care/contract'
import { limits } from '@care/domain'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useActionWords } from '../../shared/actions/useActionWords.ts'
import { errorText } from '../../shared/error-text.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { isAtWork, useLatestRun, useTurnBulk } from './api.ts'
import { useBulk } from './bulk-store.ts'
import styles from './bulk.module.css'

const BulkResult = onDemand<ResultProps>(() => import('./BulkResult.tsx').then((file) => file.BulkResult))
interface ResultProps {
  run: BulkRun
  onClose: () => void
  onSelect: (ids: readonly string[]) => void
}

/** How far one's latest run is, with Stop; afterwards what came of it, with Undo and the result of each request. */
export function BulkProgress({ onSelect }: Pick<ResultProps, 'onSelect'>): ReactNode {
  const run = useLatestRun()
  const { seen, hidden, hide } = useBulk()
  const [isOpen, setIsOpen] = useState(false)
  // One that ended elsewhere stays while it can be taken back.
  const isShown = run !== null && (isAtWork(run) || seen.has(run.id) || run.undoUntil !== null)
  if (!isShown || run.id === hidden) return null
  return (
    <>
      <Strip run={run} onOpen={() => setIsOpen(true)} onHide={() => hide(run.id)} />
      {isOpen && <BulkResult run={run} onClose={() => setIsOpen(false)} onSelect={onSelect} />}
    </>
  )
}

function Strip({ run, onOpen, onHide }: { run: BulkRun; onOpen: () => void; onHide: () => void }): ReactNode {
  const t = useT()
  const format = useFormat()
  const wordsOf = useActionWords()
  const turn = useTurnBulk()
  const { counts, state, total } = run
  const undo = (): void =>
    turn.mutate({ runId: run.id, to: 'undo' }, { onError: (error) => showToast(errorText(t, error)) })
  useToastAtEnd(run, undo)
  const done = state === 'undoing' ? counts.undone + counts.kept : total - counts.waiting
  const toDo = state === 'undoing' ? counts.done + counts.undone + counts.kept : total
  return (
    <section className={styles.strip} aria-label={t('bulk.progress')}>
      <span className={styles.what}>{run.actions.map(wordsOf).join('; ')}</span>
      {isAtWork(run) && <progress {...(state === 'gathering' ? {} : { value: done, max: Math.max(1, toDo) })} />}
      <output>{stateWords(t, format, run, done, toDo)}</output>
      {counts.failed > 0 && (
        <span className={styles.bad}>
          {t('bulk.failed', { n: counts.failed, count: format.number(counts.failed) })}
        </span>
      )}
      {counts.kept > 0 && (
        <span className={styles.bad}>{t('bulk.kept', { n: counts.kept, count: format.number(counts.kept) })}</span>
      )}
      <span className={styles.space} />
      {(state === 'gathering' || state === 'running') && (
        <button
          type="button"
          className={styles.link}
          disabled={turn.isPending}
          onClick={() =>
            turn.mutate({ runId: run.id, to: 'stop' }, { onError: (error) => showToast(errorText(t, error)) })
          }
        >
          {t('bulk.stop')}
        </button>
      )}
      {run.undoUntil !== null && (
        <button type="button" className={styles.link} disabled={turn.isPending} onClick={undo}>
          {t('common.undo')}
        </button>
      )}
      {state !== 'refused' && (
        <button type="button" className={styles.link} onClick={onOpen}>
          {t('bulk.result')}
        </button>
      )}
      {!isAtWork(run) && (
        <button type="button" className={styles.link} onClick={onHide}>
          {t('bulk.hide')}
        </button>
      )}
    </section>
  )
}

function stateWords(
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
  { state, counts }: BulkRun,
  done: number,
  toDo: number,
): string {
  const number = { done: format.number(done), total: format.number(toDo) }
  switch (state) {
    case 'gathering':
      return t('bulk.gathering')
    case 'running':
      return t('bulk.running', number)
    case 'undoing':
      return t('bulk.undoing', number)
    case 'finished':
      return t('bulk.finished', { n: counts.done, count: format.number(counts.done) })
    case 'stopped':
      return t('bulk.stopped', number)
    case 'refused':
      return t('bulk.refused', { count: format.number(limits.bulkItems) })
    case 'undone':
      return t('bulk.undone', { n: counts.undone, count: format.number(counts.undone) })
  }
}

/** The house's way: what was just done can be taken back from the toast, by key too. */
function useToastAtEnd(run: BulkRun, undo: () => void): void {
  const t = useT()
  const format = useFormat()
  const last = useRef(run.state)
  const act = useRef(undo)
  useEffect(() => {
    act.current = undo
  })
  useEffect(() => {
    const before = last.current
    last.current = run.state
    if (before === run.state || run.state !== 'finished' || run.counts.done === 0) return
    const text = t('bulk.finished', { n: run.counts.done, count: format.number(run.counts.done) })
    showToast(text, { undo: () => act.current() })
  }, [run, t, format])
}
