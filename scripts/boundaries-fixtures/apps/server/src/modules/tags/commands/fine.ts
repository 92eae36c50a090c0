// fine
import { routing } from '../../routing/index.ts'
import { execute } from '../../../kernel/execute.ts'
import { tagStore } from '../store.ts'
import { eq } from '../../../db/drizzle.ts'
import { canAct } from '@care/domain'
