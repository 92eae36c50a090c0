import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, version } from '../entities/common.ts'
import { customer } from '../entities/customer.ts'
import { customerHints, mergedField } from '../entities/customer-hints.ts'

const customerId = z.object({ customerId: id })

export const customerMergesApi = {
  getCustomerHints: endpoint({
    method: 'GET',
    path: '/api/customers/:customerId/hints',
    access: 'customers.view',
    summary: 'What is missing or old, who may be the same person, and merges that can be undone.',
    params: customerId,
    response: customerHints,
    errors: ['NOT_FOUND'],
  }),
  mergeCustomers: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/merge',
    access: 'customers.edit',
    needsVersion: true,
    summary: 'Merges another customer into this one; requests, talks and visitors move, the other id stays an alias.',
    params: customerId,
    body: z.object({ sourceId: id, sourceVersion: version, take: z.array(mergedField).max(100).default([]) }),
    response: z.object({ mergeId: id, customer }),
    errors: ['NOT_FOUND', 'CONFLICT', 'NOT_ALLOWED_NOW'],
  }),
  undoCustomerMerge: endpoint({
    method: 'POST',
    path: '/api/customer-merges/:mergeId/undo',
    access: 'customers.edit',
    summary: 'Makes two of one again; what came since stays, values changed since too.',
    params: z.object({ mergeId: id }),
    response: customer,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW', 'EMAIL_TAKEN'],
  }),
  partCustomers: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/not-same',
    access: 'customers.edit',
    summary: 'Says that two are not the same person; they are not suggested any more.',
    params: customerId,
    body: z.object({ otherId: id }),
    response: done,
    errors: ['NOT_FOUND'],
  }),
  confirmCustomer: endpoint({
    method: 'POST',
    path: '/api/customers/:customerId/confirm',
    access: 'customers.edit',
    summary: 'Says that all data of the customer is still right.',
    params: customerId,
    response: done,
    errors: ['NOT_FOUND'],
  }),
}
