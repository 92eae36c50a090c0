// fine
import fc from 'fast-check'
import { canAct } from './access/can-act.ts'
