import {
  Alert,
  AppBar,
  Autocomplete,
  Avatar,
  Badge,
  Box,
  Button,
  Checkbox,
  Chip,
  CircularProgress,
  CssBaseline,
  Dialog,
  Divider,
  FormControlLabel,
  IconButton,
  List,
  ListItemButton,
  Menu,
  Paper,
  Select,
  Snackbar,
  Switch,
  Tab,
  Tabs,
  TextField,
  Toolbar,
  Tooltip,
  Typography,
} from '@mui/material'
import { useState } from 'react'

/** A page with the parts that every desktop needs; dialogs, menus and snacks are loaded but closed. */
export function Floor() {
  const [tab, setTab] = useState(0)
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '320px 1fr 320px', gap: 2, height: '100vh' }}>
      <CssBaseline />
      <Paper>
        <AppBar position="static">
          <Toolbar>
            <Typography variant="h6">Tasks</Typography>
            <IconButton aria-label="Add">
              <Badge badgeContent={3}>
                <Avatar>A</Avatar>
              </Badge>
            </IconButton>
          </Toolbar>
        </AppBar>
        <Tabs value={tab} onChange={(_, next: number) => setTab(next)}>
          <Tab label="Mine" />
          <Tab label="Queue" />
        </Tabs>
        <List>
          {Array.from({ length: 20 }, (_, row) => (
            <ListItemButton key={row}>
              <Tooltip title="Chat">
                <Chip label={`Request ${row}`} />
              </Tooltip>
            </ListItemButton>
          ))}
        </List>
      </Paper>
      <Paper>
        <Typography variant="h4">A customer asks where the order is, and an operator is about to answer</Typography>
        <Divider />
        <Alert severity="info">The connection is up</Alert>
        <TextField label="Reply" multiline fullWidth />
        <Button variant="contained">Send</Button>
        <CircularProgress variant="determinate" value={50} />
      </Paper>
      <Paper>
        <FormControlLabel control={<Switch />} label="Available" />
        <FormControlLabel control={<Checkbox />} label="VIP" />
        <Select native value="en">
          <option value="en">English</option>
        </Select>
        <Autocomplete options={['one', 'two']} renderInput={(params) => <TextField {...params} label="Tags" />} />
      </Paper>
      <Dialog open={false}>Sure?</Dialog>
      <Menu open={false} />
      <Snackbar open={false} message="Done" />
    </Box>
  )
}
