import type { Customer, CustomerHints, CustomerMark } from '@care/contract'
import { shownName } from '@care/domain'
import { CircleAlert, ShieldCheck, UsersRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../../shared/error-text.ts'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { VipMark } from '../../../shared/ui/marks.tsx'
import { onDemand } from '../../../shared/ui/on-demand.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import { showToast } from '../../../shared/ui/toast.tsx'
import { languageName } from '../language-name.ts'
import styles from '../customer.module.css'
import { useHints } from './api.ts'
import { useConfirm, usePart, useUndoMerge } from './hints-api.ts'

const MergeDialog = onDemand(() => import('../merge/MergeDialog.tsx').then((file) => file.MergeDialog))

interface HintsProps {
  customer: Customer
  /** Saves one field as if it had been typed. */
  onFix: (field: string, value: string) => void
  /** Opens a field of the card: what is lacking is not known. */
  onEdit: (field: 'email' | 'phone') => void
}

/** What could be better about a customer, each with one click that mends it; those who only read see what it is. */
export function Hints({ customer, onFix, onEdit }: HintsProps): ReactNode {
  const t = useT()
  const { data } = useHints(customer)
  const [other, setOther] = useState<CustomerHints['duplicates'][number] | null>(null)
  if (!data) return null
  const mayEdit = customer.abilities.edit
  const nothing = [data.marks, data.duplicates, data.merges, data.signedAt].every(({ length }) => length === 0)
  return (
    <>
      {!nothing && (
        <ul className={styles.hints} aria-label={t('hints.region')}>
          {data.signedAt.length > 0 && (
            <li>
              <ShieldCheck size={14} aria-hidden="true" />
              <span className={styles.hintText}>{t('hints.signedAt', { sites: data.signedAt.join(', ') })}</span>
            </li>
          )}
          {data.duplicates.map((duplicate) => (
            <Duplicate
              key={duplicate.customer.id}
              customer={customer}
              duplicate={duplicate}
              {...(mayEdit ? { onMerge: () => setOther(duplicate) } : {})}
            />
          ))}
          {data.marks.map((mark) => (
            <Mark key={mark.kind} customer={customer} mark={mark} onFix={onFix} onEdit={onEdit} mayEdit={mayEdit} />
          ))}
          {data.merges.map((merge) => (
            <Merged key={merge.id} merge={merge} mayEdit={mayEdit} />
          ))}
        </ul>
      )}
      {other && (
        <MergeDialog
          customer={customer}
          other={other.customer}
          staysId={other.staysId}
          onClose={() => setOther(null)}
        />
      )}
    </>
  )
}

interface DuplicateProps {
  customer: Customer
  duplicate: CustomerHints['duplicates'][number]
  onMerge?: () => void
}

function Duplicate({ customer, duplicate, onMerge }: DuplicateProps): ReactNode {
  const t = useT()
  const part = usePart(customer.id)
  const { customer: other, reasons, isUnproven } = duplicate
  const why = reasons.map((reason) => t(`hints.same.${reason}`)).join(', ')
  return (
    <li>
      <UsersRound size={14} aria-hidden="true" />
      <span className={styles.hintText}>
        {t('hints.maybe', { name: shownName(other, t('common.unknownCustomer')), why })} {other.isVip && <VipMark />}
        {isUnproven && <small>{t('hints.unproven')}</small>}
      </span>
      {onMerge && (
        <span className={styles.hintActions}>
          <LinkButton onClick={onMerge}>{t(isUnproven ? 'hints.link' : 'hints.merge')}</LinkButton>
          <LinkButton
            disabled={part.isPending}
            onClick={() => part.mutate(other.id, { onError: (error) => showToast(errorText(t, error)) })}
          >
            {t('hints.notSame')}
          </LinkButton>
        </span>
      )}
    </li>
  )
}

interface MarkProps extends HintsProps {
  mark: CustomerMark
  mayEdit: boolean
}

function Mark({ customer, mark, onFix, onEdit, mayEdit }: MarkProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const confirm = useConfirm(customer.id)
  const line = (text: string, ...fixes: readonly { label: string; onClick: () => void }[]): ReactNode => (
    <li data-tone="warn">
      <CircleAlert size={14} aria-hidden="true" />
      <span className={styles.hintText}>{text}</span>
      {mayEdit && (
        <span className={styles.hintActions}>
          {fixes.map(({ label, onClick }) => (
            <LinkButton key={label} onClick={onClick}>
              {label}
            </LinkButton>
          ))}
        </span>
      )}
    </li>
  )
  switch (mark.kind) {
    case 'noContact':
      return line(
        t('hints.noContact'),
        { label: t('hints.addEmail'), onClick: () => onEdit('email') },
        { label: t('hints.addPhone'), onClick: () => onEdit('phone') },
      )
    case 'company':
      return line(t('hints.company', { company: mark.company.name, domain: mark.domain }), {
        label: t('hints.set', { value: mark.company.name }),
        onClick: () => onFix('companyName', mark.company.name),
      })
    case 'language': {
      const name = languageName(t.language, mark.language)
      return line(t('hints.language', { language: name }), {
        label: t('hints.set', { value: name }),
        onClick: () => onFix('language', mark.language),
      })
    }
    case 'phoneCountry': {
      const { fix } = mark
      return line(
        t('hints.phoneCountry'),
        fix === null
          ? { label: t('hints.addCode'), onClick: () => onEdit('phone') }
          : { label: t('hints.set', { value: fix }), onClick: () => onFix('phone', fix) },
      )
    }
    case 'old':
      return line(t('hints.old', { date: format.date(mark.since) }), {
        label: t('hints.confirm'),
        onClick: () => confirm.mutate(undefined, { onError: (error) => showToast(errorText(t, error)) }),
      })
  }
}

function Merged({ merge, mayEdit }: { merge: CustomerHints['merges'][number]; mayEdit: boolean }): ReactNode {
  const t = useT()
  const format = useFormat()
  const undo = useUndoMerge()
  const name = merge.name || t('common.unknownCustomer')
  return (
    <li>
      <UsersRound size={14} aria-hidden="true" />
      <span className={styles.hintText}>
        {t('hints.merged', { name, by: merge.mergedBy ?? '–', date: format.date(merge.mergedAt) })}
      </span>
      {mayEdit && (
        <span className={styles.hintActions}>
          <LinkButton
            disabled={undo.isPending}
            onClick={() =>
              undo.mutate(
                { mergeId: merge.id, sourceId: merge.sourceId },
                { onError: (error) => showToast(errorText(t, error)) },
              )
            }
          >
            {t('hints.undo')}
          </LinkButton>
        </span>
      )}
    </li>
  )
}
