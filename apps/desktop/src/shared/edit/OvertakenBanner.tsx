import Button from '@mui/material/Button'
import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { Banner } from '../ui/Banner.tsx'
import type { Overtaken } from './useDraft.ts'

interface OvertakenBannerProps<T> {
  overtaken: Overtaken<T>
  /** What a field is called and how its value is said. */
  say: (field: keyof T, value: unknown) => string
  onLoad: () => void
  onKeep: () => void
}

/** Somebody saved the same settings first: what stands there now, and the choice between his and mine (rule 4). */
export function OvertakenBanner<T extends object>({
  overtaken,
  say,
  onLoad,
  onKeep,
}: OvertakenBannerProps<T>): ReactNode {
  const t = useT()
  const { by, current } = overtaken
  const fields = Object.entries(current).map(([field, value]) => say(field as keyof T, value))
  return (
    <Banner
      tone="info"
      role="alert"
      icon={<Info size={16} aria-hidden="true" />}
      title={t('settings.overtaken', { name: by ?? t('common.somebody') })}
      text={fields.join(' · ')}
      actions={
        <>
          <Button size="small" variant="contained" onClick={onLoad}>
            {t('settings.loadTheirs')}
          </Button>
          <Button size="small" variant="outlined" color="inherit" onClick={onKeep}>
            {t('common.conflictKeep')}
          </Button>
        </>
      }
    />
  )
}
