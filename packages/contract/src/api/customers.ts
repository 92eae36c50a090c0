import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { medium } from '../entities/activity.ts'
import { id, instant, language, pageOf, pageQuery } from '../entities/common.ts'
import { journeyItem, journeyKinds, journeyRequest } from '../entities/journey.ts'
import { customer, customerPatch, newCustomer } from '../entities/customer.ts'

const customerId = z.object({ customerId: id })

export const customersApi = {
  listCustomers: endpoint({
    method: 'GET',
    path: '/api/customers',
    access: 'customers.view',
    summary: 'Finds customers by any part of the words of name, email, phone or company; newest first.',
    query: z.object({
      ...pageQuery,
      search: z.string().max(limits.search).default(''),
      isVip: z.stringbool().optional(),
      companyId: id.optional(),
      group: z.string().max(limits.tag).optional(),
    }),
    response: pageOf(customer),
  }),
  getCustomer: endpoint({
    method: 'GET',
    path: '/api/customers/:customerId',
    access: 'customers.view',
    summary: 'One customer.',
    params: customerId,
    response: customer,
    errors: ['NOT_FOUND'],
  }),
  addCustomer: endpoint({
    method: 'POST',
    path: '/api/customers',
    access: 'customers.edit',
    summary: 'Makes a customer; one of name, email, phone is needed.',
    body: newCustomer,
    response: customer,
    errors: ['EMAIL_TAKEN', 'PHONE_INVALID'],
  }),
  editCustomer: endpoint({
    method: 'PATCH',
    path: '/api/customers/:customerId',
    access: 'customers.edit',
    needsVersion: true,
    summary: 'Changes the fields given; refused with what changed and by whom when somebody was faster (rule 4).',
    params: customerId,
    body: customerPatch,
    response: customer,
    errors: ['NOT_FOUND', 'CONFLICT', 'EMAIL_TAKEN', 'PHONE_INVALID'],
  }),
  checkPhone: endpoint({
    method: 'GET',
    path: '/api/phone-numbers',
    access: 'customers.view',
    summary: 'Reads a phone number in any notation, as a customer of this language and time zone would mean it.',
    query: z.object({
      phone: z.string().min(1).max(limits.phone),
      language: language.optional(),
      timeZone: z.string().max(64).optional(),
    }),
    response: z.object({ number: z.string().nullable(), shown: z.string() }),
    errors: ['PHONE_INVALID'],
  }),
  getJourney: endpoint({
    method: 'GET',
    path: '/api/customers/:customerId/journey',
    access: 'customers.view',
    summary:
      'One line of time of the customer, latest first: activities, requests, ratings, to-dos, deals, with the requests that they belong to.',
    params: customerId,
    query: z.object({
      ...pageQuery,
      kind: z.enum(journeyKinds).optional(),
      medium: medium.optional(),
      /** Of the request. */
      state: z.enum(['open', 'closed']).optional(),
      /** From then on, and before then. */
      from: z.coerce.number().pipe(instant).optional(),
      until: z.coerce.number().pipe(instant).optional(),
    }),
    response: pageOf(journeyItem).extend({ requests: z.array(journeyRequest) }),
    errors: ['NOT_FOUND'],
  }),
  suggestGroups: endpoint({
    method: 'GET',
    path: '/api/customer-groups',
    access: 'customers.view',
    summary: 'Groups of customers whose name begins so.',
    query: z.object({ search: z.string().max(limits.search).default('') }),
    response: z.object({ items: z.array(z.string()) }),
  }),
}
