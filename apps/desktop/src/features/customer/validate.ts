import { limits, phoneDigits } from '@care/domain'

/** What is wrong with a value before it is sent; the catalogue has a sentence for each. */
export type FieldProblem = 'tooLong' | 'notEmail' | 'notPhone'

// The browser's own idea of a mail address (HTML standard) with any letters allowed, and a dot in the domain.
const mailForm = /^[^\s@<>(),;:\\"[\]]+@[^\s@<>(),;:\\"[\].]+(\.[^\s@<>(),;:\\"[\].]+)+$/u

/** Refuses what cannot be a mail address; empty clears the field. */
export function emailProblem(typed: string): FieldProblem | null {
  const email = typed.trim()
  if (email === '') return null
  if (email.length > limits.email) return 'tooLong'
  return mailForm.test(email) ? null : 'notEmail'
}

/** A phone has 3 to 15 digits (E.164) however it is written, with an extension behind. */
export function phoneProblem(typed: string): FieldProblem | null {
  const phone = typed.trim()
  if (phone === '') return null
  if (phone.length > limits.phone) return 'tooLong'
  const digits = phoneDigits(phone).replace('+', '').length
  return digits >= 3 && digits <= 15 ? null : 'notPhone'
}

/** Names of people and companies: any script, at most 200 characters (limits of the domain). */
export const nameProblem = (typed: string): FieldProblem | null =>
  typed.trim().length > limits.customerName ? 'tooLong' : null

/** Why a new customer cannot be made yet; one of name, email and phone is needed. */
export function newCustomerProblem(fields: {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  companyName?: string | undefined
}): FieldProblem | 'needOne' | null {
  if (!fields.name?.trim() && !fields.email?.trim() && !fields.phone?.trim()) return 'needOne'
  return (
    nameProblem(fields.name ?? '') ??
    emailProblem(fields.email ?? '') ??
    phoneProblem(fields.phone ?? '') ??
    nameProblem(fields.companyName ?? '')
  )
}
