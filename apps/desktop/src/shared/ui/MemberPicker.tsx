import { foldText } from '@care/domain'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { operatorsQuery } from '../entities/workspace-lists.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { tellApart } from '../words/tell-apart.ts'
import { Avatar } from './Avatar.tsx'
import styles from './member-picker.module.css'
import { ErrorState, SkeletonLines } from './states.tsx'

interface MemberPickerProps {
  memberIds: readonly string[]
  onChange: (memberIds: string[]) => void
}

/** So many names are shown at once besides the chosen ones; typing finds the others. */
const atOnce = 40

/** Who is of it: the chosen first, then the others by name; typing narrows both down. */
export function MemberPicker({ memberIds, onChange }: MemberPickerProps): ReactNode {
  const t = useT()
  const [search, setSearch] = useState('')
  // Who stood on top when the form opened stays there: nothing jumps under the pointer.
  const [first] = useState(memberIds)
  const { data, isError, refetch } = useQuery(operatorsQuery)
  if (isError) return <ErrorState compact title={t('settings.didNotLoad')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  const mark = tellApart(data)
  const fits = ({ name, email }: { name: string; email: string }): boolean =>
    foldText(`${name} ${email}`).includes(foldText(search))
  const people = data
    .filter((one) => one.role !== 'dispatcher' && fits(one))
    .toSorted((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)))
  const shown = people.filter((one, i) => i < atOnce || memberIds.includes(one.id))
  return (
    <fieldset className={styles.members}>
      <legend>{t('settings.members', { n: memberIds.length })}</legend>
      <TextField
        label={t('settings.findMember')}
        value={search}
        size="small"
        fullWidth
        onChange={(event) => setSearch(event.target.value)}
        slotProps={{ htmlInput: { autoComplete: 'off' } }}
      />
      <ul className={styles.people}>
        {shown.map((one) => (
          <li key={one.id}>
            <label>
              <input
                type="checkbox"
                checked={memberIds.includes(one.id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...memberIds, one.id] : memberIds.filter((id) => id !== one.id))
                }
              />
              <Avatar id={one.id} name={one.name} />
              <span className="ell">
                {one.name}
                {mark(one) && <small> {mark(one)}</small>}
              </span>
              {one.skills.length > 0 && <span className={`ell ${styles.skills}`}>{one.skills.join(', ')}</span>}
            </label>
          </li>
        ))}
        {people.length === 0 && <li className={styles.none}>{t('settings.nobodyFits')}</li>}
      </ul>
      {people.length > shown.length && (
        <p className={styles.none}>{t('settings.moreMembers', { n: people.length - shown.length })}</p>
      )}
    </fieldset>
  )
}
