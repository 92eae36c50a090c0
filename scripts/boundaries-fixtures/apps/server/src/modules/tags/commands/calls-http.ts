// breaks server-layers
import { bind } from '../../../http/bind.ts'
