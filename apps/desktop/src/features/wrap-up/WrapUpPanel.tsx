import { newKey } from '@care/client'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import type { ActivityDetails, OutcomeView } from '@care/contract'
import { limits } from '@care/domain'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useActivityTags } from '../../shared/edit/useActivityTags.ts'
import { useKnownTags } from '../../shared/entities/known-tags.ts'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Key } from '../../shared/ui/marks.tsx'
import { OutcomeChips } from '../../shared/ui/OutcomeChips.tsx'
import { Ring } from '../../shared/ui/Ring.tsx'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { useExtendWrapUp, useFinishWrapUp } from './api.ts'
import { useWrapUpDraft } from './useWrapUpDraft.ts'
import styles from './wrap-up.module.css'

interface WrapUpPanelProps {
  activity: ActivityDetails
  outcomes: readonly OutcomeView[]
}

/** After the talk: outcome, tags and comment, before the server's clock records them (row T7). */
export function WrapUpPanel({ activity, outcomes }: WrapUpPanelProps): ReactNode {
  const { wrapUp } = activity
  return wrapUp && <Panel activity={activity} outcomes={outcomes} wrapUp={wrapUp} />
}

function Panel({
  activity,
  outcomes,
  wrapUp,
}: WrapUpPanelProps & { wrapUp: NonNullable<ActivityDetails['wrapUp']> }): ReactNode {
  const t = useT()
  const panel = useRef<HTMLElement>(null)
  const { draft, change, forget } = useWrapUpDraft(activity.id, wrapUp.draft)
  const [hasTried, setHasTried] = useState(false)
  const finish = useFinishWrapUp(activity.id)
  const undoable = useUndoable()
  const isOffline = useIsOffline()
  const isTooLong = draft.comment.trim().length > limits.comment
  const nameOf = (key: string | null): string => {
    const outcome = outcomes.find((one) => one.key === key)
    return outcome ? localName(outcome.name, t.language) : ''
  }
  useEffect(() => {
    // The composer went with the talk: whoever typed in it goes on here.
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('input')?.focus()
  }, [])
  const submit = (): void => {
    setHasTried(true)
    if (draft.outcome === null || isTooLong || finish.isPending) return
    const name = nameOf(draft.outcome)
    const named = newKey()
    // The panel goes with the answer, and callbacks of `mutate` would go with it.
    void finish.mutateAsync({ outcome: draft.outcome, comment: draft.comment, change: named }).then(
      () => {
        forget()
        undoable(t('wrapUp.doneAs', { outcome: name }), { requestId: activity.request.id, change: named })
      },
      (error: unknown) => showToast(errorText(t, error)),
    )
  }
  return (
    <section aria-label={t('activity.states.wrapUp')} className={styles.panel} ref={panel}>
      <Head activity={activity} wrapUp={wrapUp} />
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <OutcomeChips
          outcomes={outcomes.filter(({ isSystem }) => !isSystem)}
          chosen={draft.outcome}
          onChoose={(outcome) => change({ outcome })}
          problem={hasTried && draft.outcome === null ? t('requestDialogs.outcomeNeeded') : null}
          isQuiet
        />
        <Tags activity={activity} />
        <TextField
          label={t('wrapUp.comment')}
          value={draft.comment}
          multiline
          minRows={2}
          maxRows={6}
          fullWidth
          size="small"
          className={styles.comment}
          error={isTooLong}
          helperText={isTooLong ? t('common.tooLong', { n: limits.comment }) : null}
          onChange={(event) => change({ comment: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            submit()
          }}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
        <div className={styles.foot}>
          <span>
            {draft.outcome === null && wrapUp.defaultOutcome !== null
              ? t('wrapUp.byItself', { outcome: nameOf(wrapUp.defaultOutcome) })
              : t('wrapUp.byItselfChosen')}
          </span>
          <Button
            type="submit"
            size="small"
            variant="contained"
            disabled={finish.isPending || isOffline}
            aria-keyshortcuts="Control+Enter"
            endIcon={<Key on="primary" of="Ctrl+Enter" />}
          >
            {t('wrapUp.done')}
          </Button>
        </div>
      </form>
    </section>
  )
}

/** How much time is left, and how to get more of it. */
function Head({
  activity,
  wrapUp: { until, canHaveMore },
}: {
  activity: ActivityDetails
  wrapUp: NonNullable<ActivityDetails['wrapUp']>
}): ReactNode {
  const t = useT()
  const format = useFormat()
  const extend = useExtendWrapUp(activity.id)
  const isOffline = useIsOffline()
  const [of] = useState(() => Math.max(1, Math.ceil((until - serverNow()) / 1000)))
  const left = useTick((now) => Math.max(0, Math.ceil((until - now) / 1000)))
  return (
    <header className={styles.head}>
      <Ring left={left} of={Math.max(of, left)} />
      <div>
        <h2>{t('activity.states.wrapUp')}</h2>
        <p>{t('wrapUp.text')}</p>
      </div>
      <span className="num" aria-live="off">
        {t('wrapUp.left', { time: format.counter(left * 1000) })}
      </span>
      {canHaveMore && (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          disabled={extend.isPending || isOffline}
          onClick={() => extend.mutate(undefined, { onError: (error) => showToast(errorText(t, error)) })}
        >
          {t('wrapUp.more')}
        </Button>
      )}
    </header>
  )
}

function Tags({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const { tags, save, isPending, error } = useActivityTags(activity)
  const [typed, setTyped] = useState('')
  const known = useKnownTags(typed)
  if (!activity.abilities.tag && tags.length === 0) return null
  return (
    <fieldset className={styles.tags}>
      <legend className={styles.label}>{t('activity.tags')}</legend>
      <TagEditor
        tags={tags}
        onChange={save}
        suggestions={known}
        onType={setTyped}
        isReadOnly={!activity.abilities.tag}
        isPending={isPending}
      />
      {error !== null && (
        <span role="alert" className={styles.problem}>
          {error}
        </span>
      )}
    </fieldset>
  )
}
