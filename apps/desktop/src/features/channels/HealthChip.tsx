import type { Channel } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import ui from '../../shared/ui/ui.module.css'
import styles from './channels.module.css'

const tones = { unknown: undefined, ok: 'ok', trouble: 'warn', refused: 'err' } as const

/** How a channel does, in a word; its colour only repeats it. */
export function HealthChip({ channel: { isOn, health } }: { channel: Pick<Channel, 'isOn' | 'health'> }): ReactNode {
  const t = useT()
  return (
    <span className={`${ui.chip} ${styles.health}`} data-tone={isOn ? tones[health] : undefined}>
      {isOn ? t(`channels.healths.${health}`) : t('channels.off')}
    </span>
  )
}
