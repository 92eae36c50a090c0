// breaks server-layers
import { publish } from '../../../realtime/publish.ts'
