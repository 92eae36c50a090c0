// breaks packages
import {
  canAct,
  canSeeRequest,
} from '@care/domain'
