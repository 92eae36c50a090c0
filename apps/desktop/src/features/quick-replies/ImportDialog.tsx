import type { ImportLine, ImportReport, ReplyScope } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useImport, usePreview } from './api.ts'
import { Field } from './Field.tsx'
import styles from './quick-replies.module.css'

const columns = 'shortcut, title, group, en, ru, pl, bg'

/** A file is read and shown line by line before anything changes; then all good lines are taken at once. */
export function ImportDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const input = useRef<HTMLInputElement>(null)
  const maySetUp = useCan('settings.quickReplies')
  const [scope, setScope] = useState<ReplyScope>(maySetUp ? 'shared' : 'own')
  const [file, setFile] = useState<File | null>(null)
  const preview = usePreview()
  const take = useImport()
  const look = (chosen: File, into: ReplyScope): void => {
    setFile(chosen)
    take.reset()
    preview.mutate({ file: chosen, scope: into })
  }
  const report = file ? preview.data : undefined
  const good = report ? report.added + report.changed : 0
  const send = (): void => {
    if (!file) return
    take.mutate(
      { file, scope },
      {
        onSuccess: ({ added, changed }) => {
          showToast(t('quickReplies.imported', { n: added + changed }))
          onClose()
        },
      },
    )
  }
  const error = take.error ?? preview.error
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('quickReplies.import')}</DialogTitle>
      <DialogContent className={styles.import}>
        {maySetUp && (
          <Field label={t('quickReplies.importInto')} problem={null}>
            <select
              value={scope}
              onChange={(event) => {
                const into = event.target.value === 'shared' ? 'shared' : 'own'
                setScope(into)
                if (file) look(file, into)
              }}
            >
              <option value="shared">{t('quickReplies.shared')}</option>
              <option value="own">{t('quickReplies.own')}</option>
            </select>
          </Field>
        )}
        <div className={styles.choose}>
          <Button variant="outlined" onClick={() => input.current?.click()}>
            {t('quickReplies.chooseFile')}
          </Button>
          <span className="ell">{file?.name}</span>
        </div>
        <input
          ref={input}
          type="file"
          accept=".csv,.json,text/csv,application/json"
          hidden
          aria-label={t('quickReplies.chooseFile')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? []
            // The same file again, corrected, must count as a change.
            event.target.value = ''
            if (chosen) look(chosen, scope)
          }}
        />
        <p className={styles.note}>{t('quickReplies.importHelp', { columns })}</p>
        {error && (
          <p role="alert" className={styles.problem}>
            {errorText(t, error)}
          </p>
        )}
        {report && <Report report={report} />}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="contained" disabled={good === 0 || preview.isPending || take.isPending} onClick={send}>
          {t('quickReplies.importLines', { n: good })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Refused lines first: they are what one has to act on. */
function Report({ report }: { report: ImportReport }): ReactNode {
  const t = useT()
  const counts = [
    ['add', report.added],
    ['change', report.changed],
    ['same', report.same],
    ['refuse', report.refused],
  ] as const
  const lines = report.lines.toSorted((a, b) => Number(b.result === 'refuse') - Number(a.result === 'refuse'))
  return (
    <>
      <output className={styles.counts}>
        {counts.map(([result, n]) => (
          <span key={result} data-result={result}>
            {t(`quickReplies.results.${result}`)}: <b>{n}</b>
          </span>
        ))}
      </output>
      <div className={styles.lines}>
        <table>
          <thead>
            <tr>
              <th>{t('quickReplies.line')}</th>
              <th>{t('quickReplies.shortcut')}</th>
              <th>{t('quickReplies.title')}</th>
              <th>{t('quickReplies.result')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.line} data-result={line.result}>
                <td className="num">{line.line}</td>
                <td>{line.shortcut}</td>
                <td>{line.title}</td>
                <td>
                  <Result line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Result({ line }: { line: ImportLine }): ReactNode {
  const t = useT()
  const why = line.problems.map(({ code, detail }) => t(`quickReplies.problems.${code}`, { detail }).trim())
  return (
    <>
      {t(`quickReplies.results.${line.result}`)}
      {why.length > 0 && <>: {why.join('; ')}</>}
    </>
  )
}
