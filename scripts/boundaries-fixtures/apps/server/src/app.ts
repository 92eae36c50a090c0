// fine
import { bind } from './http/bind.ts'
import { modules } from './modules/index.ts'
