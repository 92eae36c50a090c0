import { expect, test } from 'vitest'
import { type GroupMember, groupOver } from './group-task.ts'

const free: GroupMember = { isThere: true, wasTried: false }
test.each<[string, number, GroupMember[], string | null]>([
  ['somebody is left', 1_000, [free], null],
  ['its time is up, whoever is left', 2_000, [free], 'late'],
  ['the only one declined', 1_000, [{ isThere: true, wasTried: true }], 'nobody'],
  ['one declined, one is left', 1_000, [{ isThere: true, wasTried: true }, free], null],
  [
    'the other is not there',
    1_000,
    [
      { isThere: true, wasTried: true },
      { isThere: false, wasTried: false },
    ],
    'nobody',
  ],
  ['it has no members', 1_000, [], 'nobody'],
])('%s', (_name, now, members, expected) => expect(groupOver({ until: 2_000, now, members })).toBe(expected))
