import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, pageOf, pageQuery, ref } from '../entities/common.ts'
import { company, companyPatch } from '../entities/company.ts'

const search = z.string().max(limits.search).default('')
const companyId = z.object({ companyId: id })

export const companiesApi = {
  listCompanies: endpoint({
    method: 'GET',
    path: '/api/companies',
    access: 'customers.view',
    summary: 'Companies whose name begins so, in order of name, with domains and how many people.',
    query: z.object({ ...pageQuery, search }),
    response: pageOf(company),
  }),
  getCompany: endpoint({
    method: 'GET',
    path: '/api/companies/:companyId',
    access: 'customers.view',
    summary: 'One company; its people are customers with this companyId.',
    params: companyId,
    response: company,
    errors: ['NOT_FOUND'],
  }),
  editCompany: endpoint({
    method: 'PATCH',
    path: '/api/companies/:companyId',
    access: 'customers.edit',
    needsVersion: true,
    summary: 'Changes name or mail domains; refused when another company has the name or a domain.',
    params: companyId,
    body: companyPatch,
    response: company,
    errors: ['NOT_FOUND', 'CONFLICT', 'NAME_TAKEN'],
  }),
  suggestCompanies: endpoint({
    method: 'GET',
    path: '/api/company-suggestions',
    access: 'customers.view',
    summary: 'Companies whose name begins so, in order of name.',
    query: z.object({ search }),
    response: z.object({ items: z.array(ref) }),
  }),
}
