import type { Customer } from '@care/contract'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { presentCustomers } from '../present.ts'
import { findCustomer } from '../store.ts'

/** One customer. Refuses with NOT_FOUND. */
export async function getCustomer(db: Reader, viewer: OperatorActor, customerId: string): Promise<Customer> {
  const found = await findCustomer(db, customerId)
  const [customer] = found ? await presentCustomers(db, viewer, [found]) : []
  if (!customer) throw notFound('customer')
  return customer
}
