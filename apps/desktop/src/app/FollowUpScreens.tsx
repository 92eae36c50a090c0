import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { CustomerPicker } from '../features/customer/CustomerPicker.tsx'
import { DealsScreen } from '../features/follow-ups/deals/DealsScreen.tsx'
import { TodosScreen } from '../features/follow-ups/todos/TodosScreen.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import { useDeskAddress } from './pages.ts'

/** Screens "My to-dos" and "Deals", with the ways from them to customers and requests. */
export function FollowUpScreens({ kind }: { kind: 'todos' | 'deals' }): ReactNode {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const ways = {
    onOpenCustomer: (customerId: string) => navigate(`/customers/${customerId}`),
    onOpenRequest: (request: { requestId: string; customerId: string }) => {
      void openRequest(client, request)
      useLayout.getState().showPane('communication')
      navigate(desk)
    },
  }
  return kind === 'todos' ? (
    <TodosScreen Picker={CustomerPicker} ways={ways} />
  ) : (
    <DealsScreen Picker={CustomerPicker} ways={ways} />
  )
}
