import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { UserRound, X } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { useCustomer } from '../../shared/entities/customer.ts'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import styles from './follow-ups.module.css'
import type { Picker } from './ForWhom.tsx'
import { usePeople } from './OwnerSelect.tsx'

export interface Whose {
  /** `me`, `all`, or a colleague's id. */
  owner: string
  customerId: string | null
}

interface WhoseFilterProps {
  whose: Whose
  Picker: Picker
  onChange: (whose: Whose) => void
}

/** Whose list: one's own, a colleague's or everybody's for those who may; and of one customer. */
export function WhoseFilter({ whose, Picker, onChange }: WhoseFilterProps): ReactNode {
  const mayViewAll = useCan('followUps.viewAll')
  return (
    <>
      {mayViewAll && <OwnerFilter owner={whose.owner} onChange={(owner) => onChange({ ...whose, owner })} />}
      <CustomerFilter
        customerId={whose.customerId}
        Picker={Picker}
        onChange={(customerId) => onChange({ ...whose, customerId })}
      />
    </>
  )
}

function OwnerFilter({ owner, onChange }: { owner: string; onChange: (owner: string) => void }): ReactNode {
  const t = useT()
  const [, ...others] = usePeople()
  const options = [{ id: 'me', name: t('followUps.mine') }, { id: 'all', name: t('followUps.everybodys') }, ...others]
  const shown = options.find(({ id }) => id === owner)?.name ?? ''
  return (
    <MenuButton
      label={`${t('followUps.whose')}: ${shown}`}
      choices={options.map(({ id, name }) => ({
        key: id,
        label: name,
        isChosen: id === owner,
        onChoose: () => onChange(id),
      }))}
      opener={(props) => (
        <button type="button" className={styles.chip} data-on={owner !== 'me' || undefined} {...props}>
          {shown}
        </button>
      )}
    />
  )
}

interface CustomerFilterProps {
  customerId: string | null
  Picker: Picker
  onChange: (customerId: string | null) => void
}

function CustomerFilter({ customerId, Picker, onChange }: CustomerFilterProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const [isPicking, setIsPicking] = useState(false)
  const customer = useCustomer(customerId).data
  if (customerId !== null)
    return (
      <button type="button" className={styles.chip} data-on onClick={() => onChange(null)}>
        <span className="ell">{t('followUps.ofCustomer', { name: customer?.name ?? '…' })}</span>
        <X size={12} aria-label={t('followUps.showAll')} />
      </button>
    )
  return (
    <>
      <button type="button" className={styles.chip} aria-haspopup="dialog" onClick={() => setIsPicking(true)}>
        <UserRound size={12} aria-hidden="true" />
        {t('followUps.anyCustomer')}
      </button>
      {isPicking && (
        <Dialog open onClose={() => setIsPicking(false)} fullWidth maxWidth="xs" aria-labelledby={titleId}>
          <DialogTitle id={titleId}>{t('followUps.findCustomer')}</DialogTitle>
          <DialogContent>
            <Picker
              picked={null}
              hasTried={false}
              onlyKnown
              onPick={(picked) => {
                if (picked && 'customerId' in picked) onChange(picked.customerId)
                setIsPicking(false)
              }}
            />
          </DialogContent>
        </Dialog>
      )}
    </>
  )
}
