import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id } from '../entities/common.ts'
import { customerField, customerFieldPatch, newCustomerField } from '../entities/customer-field.ts'

export const customerFieldsApi = {
  listCustomerFields: endpoint({
    method: 'GET',
    path: '/api/customer-fields',
    access: 'customers.view',
    summary: 'The workspace’s own fields of customers in their order, removed ones too.',
    response: z.object({ items: z.array(customerField) }),
  }),
  addCustomerField: endpoint({
    method: 'POST',
    path: '/api/customer-fields',
    access: 'settings.customerFields',
    summary: 'Defines a field; its kind stays what it is.',
    body: newCustomerField,
    response: customerField,
    errors: ['NOT_ALLOWED_NOW'],
  }),
  editCustomerField: endpoint({
    method: 'PATCH',
    path: '/api/customer-fields/:fieldId',
    access: 'settings.customerFields',
    needsVersion: true,
    summary: 'Renames, reorders, changes options, removes or brings back; values of customers stay.',
    params: z.object({ fieldId: id }),
    body: customerFieldPatch,
    response: customerField,
    errors: ['NOT_FOUND', 'CONFLICT'],
  }),
}
