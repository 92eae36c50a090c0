/** Keys below these paths are chosen at run time (`t(`errors.${code}`)`), so no literal names them. Say why at each. */
export const dynamicPrefixes = {
  desktop: [
    // by group and id of a key; groups name words of other features too
    'keys.',
    // by field and choice of a site
    'sites.',
    // by section of the palette
    'palette.',
    // by outcome of a try, and by who asked for a call back
    'callbacks.outcomes.',
    'callbacks.events.',
    'callbacks.',
    // by state of a mail, by kind of letter, mark of the text, report of delivery, why it is automatic, what was not taken
    'mail.states.',
    // by how a call stands, its quality, why it has no microphone, and what happened in it
    'calls.phases.',
    'calls.states.',
    'calls.levels.',
    'calls.problems.',
    'calls.events.',
    // by why a recording of a phone system is not kept
    'history.events.recordingProblems.',
    // by what was looked at or changed
    'audit.kinds.',
    // by role of an account
    'operators.roles.',
    // by state of a recording, why this window records nothing, and which way a call went
    'calls.recording.states.',
    'calls.recording.problems.',
    'calls.recording.directions.',
    'mail.kinds.',
    'mail.marks.',
    'mail.delivery.',
    'mail.reasons.',
    'mail.problems.',
    // by error code of the contract
    'errors.',
    // by medium of the offered task
    'tasks.incoming.',
    // by priority
    'request.priorities.',
    // by medium, and by state of an activity
    'activity.media.',
    'activity.states.',
    // by time chosen most
    'snooze.presets.',
    // by result and problem of an imported line
    'quickReplies.results.',
    'quickReplies.problems.',
    // by what becomes of a task at signing out
    'signOut.fates.',
    // by strategy, field and offer of a queue
    'queues.strategies.',
    'queues.strategyHints.',
    'queues.fields.',
    'queues.hints.',
    'queues.offers.',
    'queues.listeners.',
    // by why two may be one person
    'hints.same.',
    // by part of the list of to-dos
    'followUps.groups.',
    // by event, way, sound and what the browser says
    'notificationSettings.events.',
    'notificationSettings.ways.',
    'notificationSettings.sounds.',
    'notificationSettings.permission.',
    // by end of quiet hours
    'notificationSettings.from',
    'notificationSettings.to',
    // by kind of an own field
    'customerFields.kinds.',
    // by kind of a blocked sender
    'blockedSenders.kinds.',
    'ownFields.kinds.',
    // by figure and period of one's own numbers
    'numbers.',
    // by why requests cannot be tied, an activity not moved
    'ties.problems.',
    'ties.kinds.',
    'move.problems.',
    // yes and no as values, and the kinds of a history
    'ownFields.',
    'requestMore.kinds.',
    // by category, by when a field is required, by code of what is wrong
    'requestTypes.categories.',
    'requestTypes.when.',
    'requestTypes.problems.',
    // by kind and period of what the journey shows
    'journey.kinds.',
    'journey.periods.',
    // by what stands beside the desk
    'shell.customer',
    'shell.allRequests',
    // by field of a filter, by column, by value of a filter
    'lists.fields.',
    'lists.foundIn.',
    'lists.columns.',
    'lists.states.',
    'lists.categories.',
    'lists.due.',
    // by state and refusal of an item of a bulk run
    'bulk.states.',
    'bulk.reasons.',
    // by field, choice, health and problem of a kind of channel
    'channels.choices.',
    'channels.fields.',
    'channels.kinds.',
    'channels.mail.',
    'channels.webrtc.',
    'channels.phone.',
    'channels.healths.',
    // by side of a channel, at the beginning of a line and within a sentence
    'channels.sides.',
    'channels.sidesWithin.',
    'channels.problems.',
    'channels.wrong.',
    // by kind of a macro's step
    'macros.kinds.',
    // by how a phone line stands, and why it is refused
    'softphone.states.',
    'softphone.refusals.',
    'softphone.phases.',
    'softphone.causes.',
  ],
  widget: [
    // by state of a call back
    'callback.',
    // by how far a message got: sent, delivered, read
    'mark.',
    // by how a call stands, why it has no microphone and how it ended
    'calling.phases.',
    'calling.problems.',
    'calling.ends.',
    // by score 1 to 5
    'rating.score.',
  ],
} as const
