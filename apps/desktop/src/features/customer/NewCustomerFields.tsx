import TextField from '@mui/material/TextField'
import { limits } from '@care/domain'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import type { NewCustomer } from './api.ts'
import styles from './customer.module.css'
import { usePhoneCheck } from './usePhoneCheck.ts'
import { useProblemWords } from './useProblemWords.ts'
import { emailProblem, nameProblem, newCustomerProblem, phoneProblem, type FieldProblem } from './validate.ts'

interface NewCustomerFieldsProps {
  fields: NewCustomer
  onChange: (fields: NewCustomer) => void
  hasTried: boolean
}

const rows = [
  { field: 'name', label: 'customer.name', type: 'text', limit: limits.customerName, rule: nameProblem },
  { field: 'email', label: 'customer.email', type: 'email', limit: limits.email, rule: emailProblem },
  { field: 'phone', label: 'customer.phone', type: 'tel', limit: limits.phone, rule: phoneProblem },
  { field: 'companyName', label: 'customer.company', type: 'text', limit: limits.customerName, rule: nameProblem },
] as const satisfies readonly {
  field: keyof NewCustomer
  rule: (typed: string) => FieldProblem | null
  [more: string]: unknown
}[]

/** The fields of a customer who is not known yet; what is wrong stands below each once the person tried to go on. */
export function NewCustomerFields({ fields, onChange, hasTried }: NewCustomerFieldsProps): ReactNode {
  const t = useT()
  const check = useProblemWords()
  const phone = usePhoneCheck()
  const isEmpty = hasTried && newCustomerProblem(fields) === 'needOne'
  return (
    <div className={styles.fields}>
      {rows.map(({ field, label, type, limit, rule }, index) => {
        const value = fields[field] ?? ''
        const over = value.trim().length > limit ? t('common.tooLong', { n: limit }) : null
        const problem =
          over ??
          (hasTried ? check(rule)(value) : null) ??
          (field === 'phone' ? phone.problemOf(value) : null) ??
          (isEmpty && index === 0 ? t('findCustomer.needOne') : null)
        return (
          <TextField
            key={field}
            label={t(label)}
            type={type}
            value={value}
            {...(index === 0 ? { inputRef: focusHere } : {})}
            error={problem !== null}
            helperText={problem}
            onChange={(event) => onChange({ ...fields, [field]: event.target.value })}
            {...(field === 'phone' ? { onBlur: () => phone.check(value) } : {})}
            slotProps={{ htmlInput: { dir: 'auto', autoComplete: 'off' } }}
          />
        )
      })}
    </div>
  )
}
