// breaks desktop-upward
import { routes } from '../../app/routes.ts'
