import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { StageView } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { localName } from '../../shared/words/local-name.ts'
import styles from './request-types.module.css'

export interface StageInUse {
  key: string
  name: StageView['name']
  count: number
}
interface StageMovesProps {
  inUse: readonly StageInUse[]
  stages: readonly StageView[]
  moves: Record<string, string>
  onChange: (moves: Record<string, string>) => void
}

/** Requests stand in stages that are to go: says how many and asks where they move. */
export function StageMoves({ inUse, stages, moves, onChange }: StageMovesProps): ReactNode {
  const t = useT()
  return (
    <fieldset className={styles.section}>
      <legend>{t('requestTypes.inUse')}</legend>
      {inUse.map(({ key, name, count }) => (
        <TextField
          key={key}
          select
          size="small"
          label={t('requestTypes.moveFrom', { stage: localName(name, t.language), n: count })}
          value={moves[key] ?? ''}
          onChange={(event) => onChange({ ...moves, [key]: event.target.value })}
        >
          {stages
            .filter(({ category }) => category !== 'closed')
            .map((stage) => (
              <MenuItem key={stage.key} value={stage.key}>
                {localName(stage.name, t.language)}
              </MenuItem>
            ))}
        </TextField>
      ))}
    </fieldset>
  )
}
