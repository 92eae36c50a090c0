// fine
import { routing } from '../../routing/index.ts'
import { execute } from '../../../kernel/execute.ts'
import { tagStore } from '../store.ts'
import { eq } from 'drizzle-orm'
import { canAct } from '@care/domain'
