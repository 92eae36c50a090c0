import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Banner } from '../../shared/ui/Banner.tsx'

/** The new key as the host's server needs it; the secret is shown here and never again. */
export function MadeKey({ keyId, secret }: { keyId: string; secret: string }): ReactNode {
  const t = useT()
  const field = (label: string, value: string): ReactNode => (
    <TextField
      label={label}
      value={value}
      size="small"
      margin="dense"
      fullWidth
      onFocus={(event) => event.target.select()}
      slotProps={{ htmlInput: { readOnly: true, spellCheck: false, dir: 'ltr' } }}
    />
  )
  return (
    <div>
      <Banner tone="warn" title={t('sites.onceOnly')} />
      {field(t('sites.keyId'), keyId)}
      {field(t('sites.secret'), secret)}
    </div>
  )
}
