// breaks no-ui-imports-server
import { execute } from '@care/server'
