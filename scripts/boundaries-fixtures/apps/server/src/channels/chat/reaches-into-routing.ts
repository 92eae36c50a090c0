// breaks module-by-index
import { offer } from '../../modules/routing/commands/offer-task.ts'
