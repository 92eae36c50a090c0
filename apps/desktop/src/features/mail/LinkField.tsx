import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import type Squire from 'squire-rte'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { isSafeLink } from './safe-fragment.ts'
import styles from './mail.module.css'

/** Where the marked words lead; without words the address itself stands there. Only to the net, a mail or a number. */
export function LinkField({ editor, onClose }: { editor: () => Squire | null; onClose: () => void }): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const url = /^[\w-]+(\.[\w-]+)+(\/|$)/u.test(typed.trim()) ? `https://${typed.trim()}` : typed.trim()
  const isWrong = !isSafeLink(url)
  const set = (): void => {
    setHasTried(true)
    if (isWrong) return
    editor()?.focus().makeLink(url)
    onClose()
  }
  return (
    <div className={styles.link}>
      <TextField
        size="small"
        label={t('mail.linkTo')}
        value={typed}
        inputRef={focusHere}
        error={hasTried && isWrong}
        helperText={hasTried && isWrong ? t('mail.linkWrong') : null}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') set()
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
        slotProps={{ htmlInput: { maxLength: 2_000, inputMode: 'url', dir: 'ltr' } }}
      />
      <Button size="small" variant="outlined" onClick={set}>
        {t('mail.setLink')}
      </Button>
      <Button size="small" color="inherit" onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
