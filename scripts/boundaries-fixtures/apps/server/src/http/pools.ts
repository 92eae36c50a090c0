// breaks drivers-only-in-db
import { Pool } from 'pg'
