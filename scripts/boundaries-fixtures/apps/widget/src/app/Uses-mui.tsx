// breaks registry-packages
import Button from '@mui/material/Button'
