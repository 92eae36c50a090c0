import type { Channel, ChannelCondition, ChannelKind } from '@care/contract'
import type { DesktopT } from '@care/i18n/desktop'
import Button from '@mui/material/Button'
import Switch from '@mui/material/Switch'
import { Pencil, PlugZap, Trash2, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSwitchChannel, useTestChannel } from './api.ts'
import styles from './channels.module.css'
import { HealthChip } from './HealthChip.tsx'
import { kindWord } from './words.ts'

interface ChannelLineProps {
  channel: Channel
  /** None in a version that does not know it. */
  kind: ChannelKind | undefined
  onEdit: () => void
  onRemove: () => void
  /** Of a phone system: whose line is whose. */
  onLines: () => void
  onFailed: () => void
}

/** One channel: what it is, how it does, and what can be done with it. */
export function ChannelLine({ channel, kind, onEdit, onRemove, onLines, onFailed }: ChannelLineProps): ReactNode {
  const t = useT()
  const [test, turn] = [useTestChannel(), useSwitchChannel()]
  const { id, name, isOn, failedIntakes } = channel
  const onError = (error: Error): void => showToast(errorText(t, error))
  const onTested = (tested: Channel): void => showToast(testedText(t, tested))
  return (
    <li className={`${settingsStyles.line} ${styles.line}`} aria-label={name}>
      <span className={styles.icon}>{kind && <MediumIcon medium={kind.medium} size={20} />}</span>
      <div className={settingsStyles.grow}>
        <strong>{name}</strong>
        <span className={settingsStyles.kind}>{kindWord(t, channel.kind)}</span>
        <HealthChip channel={channel} />
        <p>
          {t('channels.leadsTo', { name: channel.queue?.name ?? t('channels.standardQueue') })}
          {channel.location && ` · ${channel.location.name}`}
        </p>
        {hasTwoStories(channel) ? (
          <ul className={styles.sides}>
            {channel.sides.map((one) => (
              <Side key={one.side} isOn={isOn} condition={one} />
            ))}
          </ul>
        ) : (
          <Trouble condition={channel} />
        )}
        {failedIntakes > 0 && (
          <Button size="small" color="error" className={styles.failed} onClick={onFailed}>
            {t('channels.failed', { n: failedIntakes })}
          </Button>
        )}
      </div>
      <div className={styles.actions}>
        {channel.kind === 'phone' && (
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<Users size={14} aria-hidden="true" />}
            aria-label={t('channels.linesOf', { name })}
            onClick={onLines}
          >
            {t('channels.lines')}
          </Button>
        )}
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<PlugZap size={14} aria-hidden="true" />}
          disabled={test.isPending || !kind}
          aria-label={t('channels.testOf', { name })}
          aria-busy={test.isPending}
          onClick={() => test.mutate(id, { onError, onSuccess: onTested })}
        >
          {t(test.isPending ? 'channels.testing' : 'channels.test')}
        </Button>
        <Switch
          size="small"
          className={styles.turn ?? ''}
          checked={turn.isPending ? turn.variables.isOn : isOn}
          disabled={turn.isPending || !kind}
          onChange={(_, next) => turn.mutate({ id, isOn: next }, { onError })}
          slotProps={{ input: { 'aria-label': t('channels.isOn', { name }) } }}
        />
        <IconAction label={t('channels.edit', { name })} disabled={!kind} onClick={onEdit}>
          <Pencil size={16} aria-hidden="true" />
        </IconAction>
        <IconAction label={t('channels.remove', { name })} onClick={onRemove}>
          <Trash2 size={16} aria-hidden="true" />
        </IconAction>
      </div>
    </li>
  )
}

/** Of what was never tried both sides would only repeat that. */
const hasTwoStories = ({ sides }: Channel): boolean =>
  sides.length > 1 && sides.some(({ health }) => health !== 'unknown')

/** How a test went, and with which side it did not go well. */
function testedText(t: DesktopT, { name, health, sides }: Channel): string {
  const ill = sides.filter((one) => one.health !== 'ok')
  const [only] = ill
  if (only && ill.length < sides.length)
    return t('channels.testedSideIll', { name, side: t(`channels.sidesWithin.${only.side}`) })
  return t(health === 'ok' ? 'channels.testedWell' : 'channels.testedIll', { name })
}

/** One of two sides, which may do differently. */
function Side({ isOn, condition }: { isOn: boolean; condition: ChannelCondition }): ReactNode {
  const t = useT()
  return (
    <li aria-label={t(`channels.sides.${condition.side}`)}>
      <span>{t(`channels.sides.${condition.side}`)}</span>
      <HealthChip channel={{ isOn: isOn || condition.health !== 'unknown', health: condition.health }} />
      <Trouble condition={condition} />
    </li>
  )
}

/** What went wrong last and since when, and when it last went well. */
function Trouble({ condition }: { condition: Omit<ChannelCondition, 'side'> }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { problem, problemText, problemAt, lastOkAt } = condition
  if (problem === null)
    return lastOkAt === null ? null : <p>{t('channels.lastWell', { time: format.relative(lastOkAt) })}</p>
  return (
    <>
      <p className={styles.trouble}>
        {t(`channels.problems.${problem}`)}
        {problemAt !== null && (
          <time dateTime={new Date(problemAt).toISOString()}>
            {' · '}
            {t('channels.since', { time: format.dateTime(problemAt) })}
          </time>
        )}
      </p>
      {problemText && (
        <p lang="" className={styles.theirs}>
          {problemText}
        </p>
      )}
      {lastOkAt !== null && <p>{t('channels.lastWell', { time: format.dateTime(lastOkAt) })}</p>}
    </>
  )
}
