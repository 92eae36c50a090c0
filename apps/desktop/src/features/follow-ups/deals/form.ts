import type { Deal, DealPatch, NewDeal } from '@care/contract'
import { limits } from '@care/domain'
import { amountText, isCalendarDay, parseAmount } from '@care/domain/follow-ups'
import type { DesktopT } from '@care/i18n/desktop'

/** A deal as its form has it: what the fields write. */
export interface DealForm {
  title: string
  note: string
  amount: string
  currency: string
  stage: string
  expectedOn: string
  ownerId: string
}

const storageKey = 'care.deal-currency'
/** The currency of the last deal made in this browser. */
export const lastCurrency = (): string => localStorage.getItem(storageKey) ?? 'EUR'
export const rememberCurrency = (currency: string): void => localStorage.setItem(storageKey, currency)

export const formOf = (deal: Deal | null, ownerId: string, stage: string): DealForm =>
  deal === null
    ? { title: '', note: '', amount: '', currency: lastCurrency(), stage, expectedOn: '', ownerId }
    : {
        title: deal.title,
        note: deal.note,
        amount: amountText(deal.amount, deal.currency),
        currency: deal.currency,
        stage: deal.stage,
        expectedOn: deal.expectedOn ?? '',
        ownerId: deal.owner.id,
      }

export type DealProblems = Partial<Record<'title' | 'note' | 'amount' | 'expectedOn', string>>

/** Why it cannot be saved, by field; empty when it can. */
export function problemsOf(form: DealForm, t: DesktopT): DealProblems {
  const problems: DealProblems = {}
  const { title, note } = limits.followUp
  if (form.title.trim() === '') problems.title = t('followUps.dealNameNeeded')
  if (form.title.trim().length > title) problems.title = t('common.tooLong', { n: title })
  if (form.note.trim().length > note) problems.note = t('common.tooLong', { n: note })
  if (parseAmount(form.amount, form.currency) === null) problems.amount = t('followUps.wrongAmount')
  if (form.expectedOn !== '' && !isCalendarDay(form.expectedOn)) problems.expectedOn = t('followUps.wrongDate')
  return problems
}

const valuesOf = (form: DealForm) => ({
  title: form.title.trim(),
  note: form.note.trim(),
  amount: parseAmount(form.amount, form.currency) ?? 0,
  currency: form.currency,
  stage: form.stage,
  expectedOn: form.expectedOn === '' ? null : form.expectedOn,
  ownerId: form.ownerId,
})

/** The fields that differ from what was opened. */
export function patchOf(form: DealForm, before: Deal): Partial<DealPatch> {
  const was = { ...before, ownerId: before.owner.id } as Record<string, unknown>
  return Object.fromEntries(Object.entries(valuesOf(form)).filter(([name, value]) => was[name] !== value))
}

export const newDealOf = (form: DealForm, customerId: string, requestId: string | null): NewDeal => ({
  customerId,
  requestId,
  ...valuesOf(form),
})
