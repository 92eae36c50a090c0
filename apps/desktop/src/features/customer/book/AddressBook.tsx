import Button from '@mui/material/Button'
import { Building2, Search, Star, UserPlus } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { limits } from '@care/domain'
import { useCan } from '../../../shared/entities/me.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../../shared/keyboard/hints.ts'
import { regionStop } from '../../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../../shared/keyboard/shortcuts.ts'
import { tableKeys } from '../../../shared/keyboard/table-keys.ts'
import { guessFields } from '../CustomerPicker.tsx'
import { useBook, useBookFollows } from './api.ts'
import { CompanyList } from './CompanyList.tsx'
import { BookList } from './BookList.tsx'
import styles from './book.module.css'
import { GroupChip } from './GroupChip.tsx'
import { NewCustomerDialog } from './NewCustomerDialog.tsx'
import { useRestedText } from '../../../shared/hooks/useRestedText.ts'

interface AddressBookProps {
  openId: string | null
  onOpen: (customerId: string | null) => void
  onOpenCompany: (companyId: string) => void
  /** Something stands beside the table. */
  isPanelOpen: boolean
  /** The open customer. */
  children: ReactNode
}

/** Screen "Customers": search as one types, everybody in a table, the open one beside it (row C1). */
export function AddressBook({ openId, onOpen, onOpenCompany, isPanelOpen, children }: AddressBookProps): ReactNode {
  const t = useT()
  const searchId = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const mayAdd = useCan('customers.edit')
  const [typed, setTyped] = useState('')
  const [isVip, setIsVip] = useState(false)
  const [group, setGroup] = useState<string | null>(null)
  const [isOfCompanies, setIsOfCompanies] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  const words = useRestedText(typed.trim())
  const book = useBook({ words, isVip, group })
  useBookFollows(openId)
  const hints = useKeyHints()
  useShortcuts(tableKeys, {
    search: () => field.current?.focus(),
    leave: isPanelOpen && (() => onOpen(null)),
  })
  const clear = (): void => {
    setTyped('')
    setIsVip(false)
    setGroup(null)
    field.current?.focus()
  }
  return (
    <div className={styles.screen} data-open={isPanelOpen || undefined}>
      <section className={styles.book} aria-label={t('addressBook.region')} {...regionStop} tabIndex={-1}>
        <header className={styles.head}>
          <h1>{t('addressBook.region')}</h1>
          <div className={styles.search}>
            <Search size={16} aria-hidden="true" />
            <input
              id={searchId}
              ref={field}
              type="search"
              value={typed}
              dir="auto"
              maxLength={limits.search}
              aria-label={t('findCustomer.find')}
              {...hints.props(tableKeys.keys.search[0])}
              placeholder={t('findCustomer.findHint')}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return
                event.preventDefault()
                list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus()
              }}
            />
          </div>
          <button type="button" className={styles.chip} aria-pressed={isVip} onClick={() => setIsVip(!isVip)}>
            <Star size={12} aria-hidden="true" />
            {t('addressBook.onlyVip')}
          </button>
          <GroupChip group={group} onGroup={setGroup} />
          <button
            type="button"
            className={styles.chip}
            aria-pressed={isOfCompanies}
            onClick={() => setIsOfCompanies(!isOfCompanies)}
          >
            <Building2 size={12} aria-hidden="true" />
            {t('addressBook.companies')}
          </button>
          {mayAdd && (
            <Button
              variant="contained"
              size="small"
              startIcon={<UserPlus size={16} />}
              onClick={() => setIsAdding(true)}
            >
              {t('findCustomer.newCustomer')}
            </Button>
          )}
        </header>
        {isOfCompanies ? (
          <CompanyList words={words} onOpen={onOpenCompany} />
        ) : (
          <BookList
            book={book}
            ref={list}
            openId={openId}
            isFiltered={words !== '' || isVip || group !== null}
            onOpen={onOpen}
            onClear={clear}
            {...(mayAdd ? { onAdd: () => setIsAdding(true) } : {})}
          />
        )}
      </section>
      {children}
      {isAdding && (
        <NewCustomerDialog
          start={guessFields(typed)}
          onClose={() => setIsAdding(false)}
          onOpen={(id) => {
            setIsAdding(false)
            onOpen(id)
          }}
        />
      )}
    </div>
  )
}
