// breaks feature-alone
import { useComments } from '../comments/api.ts'
