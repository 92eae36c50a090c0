import { readable } from '@care/domain/colour'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { isColour } from './draft.ts'
import styles from './sites.module.css'

/** A colour as shops write theirs, or picked; says when white text cannot be read on it and what the widget makes of it. */
export function ColourField({ colour, onChange }: { colour: string; onChange: (colour: string) => void }): ReactNode {
  const t = useT()
  const isRight = isColour(colour)
  const shown = readable(colour)
  const isDarkened = isRight && shown !== colour.toLowerCase()
  const hint = isDarkened ? t('sites.colourDark', { colour: shown }) : t('sites.colourHint')
  return (
    <div className={styles.colour}>
      <TextField
        label={t('sites.colour')}
        value={colour}
        size="small"
        margin="dense"
        error={!isRight}
        helperText={isRight ? hint : t('sites.colourWrong')}
        onChange={(event) => onChange(event.target.value.trim())}
        slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', spellCheck: false, dir: 'ltr' } }}
      />
      <input
        type="color"
        aria-label={t('sites.colourPick')}
        value={isRight ? colour : shown}
        onChange={(event) => onChange(event.target.value)}
      />
      {isRight && (
        <span className={styles.sample} style={{ background: shown }}>
          {t('sites.colourSample')}
        </span>
      )}
    </div>
  )
}
