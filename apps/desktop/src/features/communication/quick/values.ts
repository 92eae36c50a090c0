import type { ActivityDetails, Customer, Me, RequestDetails } from '@care/contract'
import { splitFullName } from '@care/domain'
import { type VariableValues } from '@care/domain/quick-replies'
import type { Language } from '@care/i18n/core'
import { serverNow } from '../../../shared/clock.ts'
import { formatFor } from '../../../shared/i18n/useFormat.ts'

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
