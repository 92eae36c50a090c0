// breaks packages
import { canAct } from '@care/domain'
