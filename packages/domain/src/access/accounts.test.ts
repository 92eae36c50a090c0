import { expect, test } from 'vitest'
import { closingProblem, roleProblem } from './accounts.ts'
import type { Role } from './permissions.ts'

const change = (operatorId: string, role: Role, admins: string[], actorId: string | null = 'ada') => ({
  operatorId,
  actorId,
  role,
  admins,
})

test.each([
  ['a colleague', change('boris', 'operator', ['ada']), null],
  ['oneself', change('ada', 'admin', ['ada', 'olga']), 'OWN_ACCOUNT'],
  ['another administrator', change('olga', 'admin', ['ada', 'olga']), null],
  ['the last administrator', change('olga', 'admin', ['olga']), 'LAST_ADMIN'],
  ['the last one, by the product', change('olga', 'admin', ['olga'], null), 'LAST_ADMIN'],
  ['a closed administrator beside one', change('olga', 'admin', ['ada']), null],
])('closing %s', (_, given, problem) => expect(closingProblem(given)).toBe(problem))

test.each([
  ['a colleague', change('boris', 'operator', ['ada']), 'supervisor', null],
  ['oneself', change('ada', 'admin', ['ada', 'olga']), 'operator', 'OWN_ACCOUNT'],
  ['oneself, to the same', change('ada', 'admin', ['ada']), 'admin', null],
  ['the last administrator', change('olga', 'admin', ['olga']), 'operator', 'LAST_ADMIN'],
  ['the last administrator, to the same', change('olga', 'admin', ['olga']), 'admin', null],
] as const)('another role for %s', (_, given, to, problem) => expect(roleProblem(given, to)).toBe(problem))
