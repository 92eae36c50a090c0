// fine
import { Panel } from '../../shared/ui/Panel.tsx'
import { Bubble } from '../../media/chat/Bubble.tsx'
import { call } from '@care/client'
import { TaskRow } from './parts/TaskRow.tsx'
// import { useComments } from '../comments/api.ts'
