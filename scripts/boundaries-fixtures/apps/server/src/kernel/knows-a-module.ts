// breaks server-layers
import { tags } from '../modules/tags/index.ts'
