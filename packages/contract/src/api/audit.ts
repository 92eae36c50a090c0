import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { auditEntry } from '../entities/audit.ts'
import { pageOf, pageQuery } from '../entities/common.ts'

export const auditApi = {
  listAudit: endpoint({
    method: 'GET',
    path: '/api/audit',
    access: 'audit.view',
    summary: 'Who listened to which recording and who changed which account, latest first.',
    query: z.object(pageQuery),
    response: pageOf(auditEntry),
  }),
}
