import Button from '@mui/material/Button'
import { Volume2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { askToNotify, notifyState } from '../../shared/notify/desktop-notification.ts'
import { playOnce, setVolume } from '../../shared/notify/sound.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { useChangeSettings } from './api.ts'
import styles from './notification-settings.module.css'

const sounds = ['ring', 'tick', 'alert'] as const

/** How loud, with a test of each sound; the loudness is saved when the handle is let go. */
export function SoundChoices(): ReactNode {
  const t = useT()
  const saved = useMe()?.notifications.volume ?? 0
  const isOffline = useIsOffline()
  /** Where the handle is, while it is moved. */
  const [moved, setMoved] = useState<number | null>(null)
  const volume = moved ?? saved
  const change = useChangeSettings()
  const save = (): void => {
    if (volume !== saved) change.mutate({ volume })
    setMoved(null)
  }
  return (
    <>
      <label className={styles.volume}>
        <Volume2 size={16} aria-hidden="true" /> {t('notificationSettings.volume')}
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={volume}
          disabled={isOffline}
          aria-valuetext={volume === 0 ? t('notificationSettings.mute') : `${volume} %`}
          onChange={({ target }) => {
            setMoved(Number(target.value))
            setVolume(Number(target.value))
          }}
          onPointerUp={save}
          onKeyUp={save}
          onBlur={save}
        />
        <output className="num">{volume === 0 ? t('notificationSettings.mute') : `${volume} %`}</output>
      </label>
      <ul className={styles.sounds}>
        {sounds.map((sound) => (
          <li key={sound}>
            <span>{t(`notificationSettings.sounds.${sound}`)}</span>
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              aria-label={t('notificationSettings.testOf', { sound: t(`notificationSettings.sounds.${sound}`) })}
              onClick={() => playOnce(sound)}
            >
              {t('notificationSettings.test')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whether the browser shows its own notifications, and the way to allow it. */
export function BrowserPermission(): ReactNode {
  const t = useT()
  const [state, setState] = useState(notifyState)
  return (
    <div className={styles.permission}>
      <p>{t(`notificationSettings.permission.${state}`)}</p>
      {state === 'default' && (
        <Button size="small" variant="contained" onClick={() => void askToNotify().then(() => setState(notifyState()))}>
          {t('shell.allowNotifications')}
        </Button>
      )}
    </div>
  )
}
