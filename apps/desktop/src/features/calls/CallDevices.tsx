import {
  closeStream,
  type Device,
  listDevices,
  meter,
  microphoneProblem,
  openMicrophone,
  playTone,
} from '@care/client/calls'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useEffect, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { chooseDevices, chosenDevices, type ChosenDevices } from './devices.ts'
import { switchDevices } from './live-call.ts'
import styles from './calls.module.css'

const standard = ''

/** Microphone and speaker with a test: speaking moves the bar, the button lets the speaker be heard. */
export function CallDevices({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const [chosen, setChosen] = useState<ChosenDevices>(chosenDevices)
  const devices = useListed()
  const choose = (change: Partial<ChosenDevices>): void => {
    const next = { ...chosen, ...change }
    setChosen(next)
    chooseDevices(next)
    void switchDevices(next.inputId, next.outputId)
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="call-devices">
      <DialogTitle id="call-devices">{t('calls.devices')}</DialogTitle>
      <DialogContent>
        <div className={styles.devices}>
          <DeviceChoice
            label={t('calls.microphone')}
            devices={devices.inputs}
            chosen={chosen.inputId}
            onChoose={(inputId) => choose({ inputId })}
          />
          <MicrophoneTest key={chosen.inputId} inputId={chosen.inputId} />
          <DeviceChoice
            label={t('calls.speaker')}
            devices={devices.outputs}
            chosen={chosen.outputId}
            onChoose={(outputId) => choose({ outputId })}
          />
          <Button size="small" variant="outlined" color="inherit" onClick={() => void playTone(chosen.outputId)}>
            {t('calls.playTone')}
          </Button>
        </div>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('calls.done')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface DeviceChoiceProps {
  label: string
  devices: readonly Device[]
  chosen: string | null
  onChoose: (id: string | null) => void
}

function DeviceChoice({ label, devices, chosen, onChoose }: DeviceChoiceProps): ReactNode {
  const t = useT()
  const known = devices.filter(({ id }) => id !== 'default')
  // What was chosen may be unplugged.
  const value = known.some(({ id }) => id === chosen) ? chosen : standard
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={label}
      value={value ?? standard}
      onChange={(event) => onChoose(event.target.value === standard ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={standard}>{t('calls.standard')}</MenuItem>
      {known.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name || t('calls.nameless')}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** Read again when one is plugged in or out. */
function useListed(): Awaited<ReturnType<typeof listDevices>> {
  const [listed, setListed] = useState<Awaited<ReturnType<typeof listDevices>>>({ inputs: [], outputs: [] })
  useEffect(() => {
    const read = (): void => void listDevices().then(setListed, () => undefined)
    read()
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices }
    mediaDevices?.addEventListener('devicechange', read)
    return () => mediaDevices?.removeEventListener('devicechange', read)
  }, [])
  return listed
}

function MicrophoneTest({ inputId }: { inputId: string | null }): ReactNode {
  const t = useT()
  const [level, setLevel] = useState(0)
  const [problem, setProblem] = useState<ReturnType<typeof microphoneProblem> | null>(null)
  useEffect(() => {
    let isOpen = true
    let stop = (): void => undefined
    openMicrophone(inputId).then(
      (stream) => {
        if (!isOpen) return closeStream(stream)
        const stopMeter = meter(stream, setLevel)
        stop = () => {
          stopMeter()
          closeStream(stream)
        }
      },
      (error: unknown) => setProblem(microphoneProblem(error)),
    )
    return () => {
      isOpen = false
      stop()
    }
  }, [inputId])
  if (problem) return <p role="alert">{t(`calls.problems.${problem}.title`)}</p>
  return (
    <div>
      <span className={styles.label}>{t('calls.speak')}</span>
      <meter className={styles.test} aria-label={t('calls.level')} min={0} max={1} value={level} />
    </div>
  )
}
