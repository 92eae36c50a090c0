import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import type { Location } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { MapPin, Plus, Power, PowerOff } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { locationsQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { InlineField } from '../../shared/ui/InlineField.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useAddLocation, useEditLocation } from './api.ts'

/** Settings → Locations: what requests and sites may belong to. One that is off keeps what it has. */
export function LocationsPage(): ReactNode {
  const t = useT()
  const [isAdding, setIsAdding] = useState(false)
  const { data, isError, refetch } = useQuery(locationsQuery)
  const add = (
    <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setIsAdding(true)}>
      {t('locations.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('locations.region')} about={t('locations.about')} action={data && add}>
      {!data ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <EmptyState icon={<MapPin size={20} />} title={t('locations.none')} text={t('locations.noneText')} />
      ) : (
        <ul className={styles.list}>
          {data.map((location) => (
            <LocationLine key={location.id} location={location} />
          ))}
        </ul>
      )}
      {isAdding && <NewLocation onClose={() => setIsAdding(false)} />}
    </SettingsPage>
  )
}

function LocationLine({ location }: { location: Location }): ReactNode {
  const t = useT()
  const edit = useEditLocation()
  const { name, isActive } = location
  const save = (patch: { name?: string; isActive?: boolean }): void =>
    edit.mutate({ location, patch }, { onError: (error) => showToast(errorText(t, error)) })
  return (
    <li className={styles.line}>
      <div className={styles.grow}>
        <InlineField
          label={t('locations.name')}
          value={name}
          limit={100}
          check={(typed) => (typed === '' ? t('locations.nameNeeded') : null)}
          onSave={(typed) => save({ name: typed })}
        />
        {!isActive && <span className={styles.kind}>{t('locations.off')}</span>}
      </div>
      <IconAction
        label={t(isActive ? 'locations.turnOff' : 'locations.turnOn', { name })}
        disabled={edit.isPending}
        onClick={() => save({ isActive: !isActive })}
      >
        {isActive ? <PowerOff size={16} aria-hidden="true" /> : <Power size={16} aria-hidden="true" />}
      </IconAction>
    </li>
  )
}

function NewLocation({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const add = useAddLocation()
  const [name, setName] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const problem = hasTried && name.trim() === '' ? t('locations.nameNeeded') : null
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('locations.add')}</DialogTitle>
      <DialogForm
        label={t('locations.add')}
        isDisabled={add.isPending}
        error={add.error}
        onClose={onClose}
        onSubmit={() => {
          setHasTried(true)
          if (name.trim() !== '' && !add.isPending) add.mutate({ name }, { onSuccess: onClose })
        }}
      >
        <TextField
          label={t('locations.name')}
          value={name}
          inputRef={focusHere}
          error={problem !== null}
          helperText={problem}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
        />
      </DialogForm>
    </Dialog>
  )
}
