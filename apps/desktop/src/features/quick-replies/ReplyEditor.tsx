import { isApiError } from '@care/client'
import type { ConflictDetails, QuickReply } from '@care/contract'
import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import { X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { IconAction } from '../../shared/ui/Section.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useDeleteReply, useSaveReply } from './api.ts'
import { ConflictLine } from '../../shared/ui/ConflictLine.tsx'
import { EditorFiles } from './EditorFiles.tsx'
import { draftOf, dropDraft, newKey, putDraft, useReplyDrafts, type ReplyDraft } from './editor-store.ts'
import { Field } from './Field.tsx'
import { isSound, problemsOf } from './problems.ts'
import styles from './quick-replies.module.css'
import { TextTabs } from './TextTabs.tsx'

interface ReplyEditorProps {
  /** Null: a new one. */
  reply: QuickReply | null
  groups: readonly string[]
  onSaved: (reply: QuickReply) => void
  onClose: () => void
}

/** One quick reply: what it is called, its texts and files. What is typed stays until it is saved or discarded. */
export function ReplyEditor({ reply, groups, onSaved, onClose }: ReplyEditorProps): ReactNode {
  const t = useT()
  const key = reply?.id ?? newKey
  const kept = useReplyDrafts(({ drafts }) => drafts[key])
  const draft = kept ?? draftOf(reply)
  const groupsId = useId()
  const maySetUp = useCan('settings.quickReplies')
  const isOffline = useIsOffline()
  const [hasTried, setHasTried] = useState(false)
  const [isUploading, setIsUploading] = useState(false)
  const save = useSaveReply(reply?.id ?? null)
  const remove = useDeleteReply()
  const problems = problemsOf(t, draft)
  const isReadOnly = reply !== null && !reply.abilities.edit
  const change = (patch: Partial<ReplyDraft>): void => putDraft(key, { ...draft, ...patch })
  const send = (what: ReplyDraft): void => {
    setHasTried(true)
    if (!isSound(problems) || isUploading || isOffline || save.isPending) return
    save.mutate(what, {
      onSuccess: (saved) => {
        dropDraft(key)
        onSaved(saved)
      },
    })
  }
  const discard = (): void => {
    dropDraft(key)
    save.reset()
    if (reply === null) onClose()
  }
  const isTaken = isApiError(save.error) && save.error.code === 'SHORTCUT_TAKEN'
  const conflict =
    isApiError(save.error) && save.error.code === 'CONFLICT' ? (save.error.details as ConflictDetails) : null
  const keepMine = (version: number): void => {
    change({ version })
    send({ ...draft, version })
  }
  return (
    <section
      className={styles.editor}
      aria-label={reply === null ? t('quickReplies.add') : t('quickReplies.edit')}
      {...regionStop}
      tabIndex={-1}
    >
      <header className={styles.editorHead}>
        <h2 className="ell">{reply === null ? t('quickReplies.add') : reply.title}</h2>
        {reply !== null && <span>{t('quickReplies.used', { n: reply.uses })}</span>}
        <IconAction label={t('common.close')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconAction>
      </header>
      {isReadOnly && <p className={styles.note}>{t('quickReplies.onlyRead')}</p>}
      {conflict && (
        <ConflictLine by={conflict.changedBy} onLoad={discard} onKeepMine={() => keepMine(conflict.currentVersion)} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any of its fields */}
      <form
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send(draft)
        }}
        onKeyDown={submitByKey}
      >
        <fieldset disabled={isReadOnly} className={styles.fields}>
          <Field
            label={t('quickReplies.shortcut')}
            problem={isTaken ? errorText(t, save.error) : hasTried ? problems.shortcut : null}
            hint={t('quickReplies.shortcutHelp')}
          >
            <input
              {...(reply === null ? { ref: focusHere } : {})}
              value={draft.shortcut}
              maxLength={limits.quickReply.shortcut + 1}
              autoComplete="off"
              onChange={(event) => change({ shortcut: event.target.value })}
            />
          </Field>
          <Field label={t('quickReplies.title')} problem={hasTried ? problems.title : null}>
            <input
              value={draft.title}
              maxLength={limits.quickReply.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          </Field>
          <Field label={t('quickReplies.group')} problem={null}>
            <input
              value={draft.group}
              list={groupsId}
              maxLength={limits.quickReply.group}
              onChange={(event) => change({ group: event.target.value })}
            />
          </Field>
          <datalist id={groupsId}>
            {groups.map((group) => (
              <option key={group} value={group}>
                {group}
              </option>
            ))}
          </datalist>
          {reply === null && maySetUp && (
            <Field label={t('quickReplies.whose')} problem={null}>
              <select
                value={draft.isShared ? 'shared' : 'own'}
                onChange={(event) => change({ isShared: event.target.value === 'shared' })}
              >
                <option value="own">{t('quickReplies.own')}</option>
                <option value="shared">{t('quickReplies.shared')}</option>
              </select>
            </Field>
          )}
          <TextTabs
            texts={draft.texts}
            problems={problems.text}
            missing={hasTried ? problems.texts : null}
            isReadOnly={isReadOnly}
            onChange={(texts) => change({ texts })}
          />
          <EditorFiles
            replyId={reply?.id ?? null}
            files={draft.attachments}
            isReadOnly={isReadOnly}
            onChange={(attachments) => change({ attachments })}
            onUploading={setIsUploading}
          />
        </fieldset>
        {save.error && !isTaken && !conflict && (
          <p role="alert" className={styles.problem}>
            {errorText(t, save.error)}
          </p>
        )}
        {!isReadOnly && (
          <Buttons
            canSave={kept !== undefined && !isUploading && !isOffline && !save.isPending}
            onDiscard={kept ? discard : null}
            onDelete={reply === null ? null : () => remove.mutate(reply, { onSuccess: onClose })}
            canDelete={!isOffline && !remove.isPending}
          />
        )}
      </form>
    </section>
  )
}

interface ButtonsProps {
  canSave: boolean
  canDelete: boolean
  onDiscard: (() => void) | null
  onDelete: (() => void) | null
}

function Buttons({ canSave, canDelete, onDiscard, onDelete }: ButtonsProps): ReactNode {
  const t = useT()
  return (
    <div className={styles.buttons}>
      <Button type="submit" variant="contained" disabled={!canSave} aria-keyshortcuts="Control+Enter">
        {t('common.save')}
      </Button>
      {onDiscard && (
        <Button color="inherit" onClick={onDiscard}>
          {t('quickReplies.discard')}
        </Button>
      )}
      {onDelete && (
        <Button color="inherit" disabled={!canDelete} sx={{ marginLeft: 'auto' }} onClick={onDelete}>
          {t('quickReplies.delete')}
        </Button>
      )}
    </div>
  )
}
