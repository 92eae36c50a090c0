// breaks no-ui-imports-server
import { execute } from '../../../apps/server/src/kernel/execute.ts'
