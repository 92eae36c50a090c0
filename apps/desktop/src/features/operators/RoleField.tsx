import { type Role, roles } from '@care/domain'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { roleWord } from '../../shared/words/role.ts'

interface RoleFieldProps {
  role: Role
  /** It is one's own: nobody takes rights from himself by mistake. */
  isOwn?: boolean
  onChange: (role: Role) => void
}

/** What somebody may do, least powerful first. */
export function RoleField({ role, isOwn = false, onChange }: RoleFieldProps): ReactNode {
  const t = useT()
  return (
    <TextField
      select
      label={t('operators.role')}
      value={role}
      size="small"
      fullWidth
      sx={{ marginTop: 0.75 }}
      disabled={isOwn}
      helperText={isOwn ? t('operators.ownRole') : t(`operators.roles.${role}`)}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {roles.map((one) => (
        <MenuItem key={one} value={one}>
          {roleWord(t, one)}
        </MenuItem>
      ))}
    </TextField>
  )
}
