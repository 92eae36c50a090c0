import type { ActivityDetails, Customer, Me, RequestDetails } from '@care/contract'
import { foldText, splitFullName } from '@care/domain'
import type { FieldValueOf, VariableValues } from '@care/domain/quick-replies'
import type { Language } from '@care/i18n/core'
import type { DesktopT } from '@care/i18n/desktop'
import { serverNow } from '../clock.ts'
import { inLanguage, sayValue } from '../fields/own-field.ts'
import { formatFor } from '../i18n/useFormat.ts'

interface Known {
  activity: ActivityDetails
  request: RequestDetails | undefined
  customer: Customer | undefined
  me: Me | undefined
  /** As people write it: REQ-20481. */
  number: string
}

/** What is known for the variables of a quick reply; a date is written in the language of the text. */
export function valuesFor({ activity, request, customer, me, number }: Known, language: Language): VariableValues {
  const name = customer?.name ?? activity.customer.name
  const { firstName, familyName } = splitFullName(name)
  return {
    'customer.name': name,
    'customer.firstName': firstName,
    'customer.familyName': familyName,
    'customer.company': customer?.company?.name ?? '',
    'customer.email': customer?.email ?? '',
    'customer.phone': customer?.phone ?? '',
    'operator.name': me?.name ?? '',
    'operator.firstName': splitFullName(me?.name ?? '').firstName,
    'request.number': number,
    'request.title': request?.title ?? activity.request.title,
    'request.queue': request?.queue?.name ?? '',
    'date.today': formatFor(language).day(serverNow()),
  }
}

/**
 * Own fields of the request by their name in any language. What cannot be said in the language of the text, a person or a
 * yes in another one than the reader's, is left to the operator.
 */
export const fieldValueIn =
  (t: DesktopT, request: RequestDetails | undefined, language: Language): FieldValueOf =>
  (name) => {
    const folded = foldText(name)
    const field = request?.fields.find((one) => Object.values(one.name).some((word) => foldText(word) === folded))
    if (!request || !field || field.kind === 'person') return undefined
    if (field.kind === 'yesNo' && t.language !== language) return undefined
    return sayValue(t, inLanguage(field, language), request.attributes[field.id], undefined, language)
  }
