import type { VariableName } from '@care/domain/quick-replies'

/** The words for the variables of quick replies, in the order of their menu. */
export const variableWords = {
  'customer.firstName': 'quickReplies.variables.customerFirstName',
  'customer.familyName': 'quickReplies.variables.customerFamilyName',
  'customer.name': 'quickReplies.variables.customerName',
  'customer.company': 'quickReplies.variables.customerCompany',
  'customer.email': 'quickReplies.variables.customerEmail',
  'customer.phone': 'quickReplies.variables.customerPhone',
  'operator.firstName': 'quickReplies.variables.operatorFirstName',
  'operator.name': 'quickReplies.variables.operatorName',
  'request.number': 'quickReplies.variables.requestNumber',
  'request.title': 'quickReplies.variables.requestTitle',
  'request.queue': 'quickReplies.variables.requestQueue',
  'date.today': 'quickReplies.variables.dateToday',
} as const satisfies Record<VariableName, string>

export const isVariable = (name: string): name is VariableName => Object.hasOwn(variableWords, name)
