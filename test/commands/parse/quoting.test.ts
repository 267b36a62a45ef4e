import { expect, test } from 'vitest'
import { ownWords } from '../../../src/commands/parse/email.ts'

test.each([
  '---- On Fri, 27 Nov 2026 12:00:00 +0100 Bob wrote ----',
  'Bob wrote on 27/11/2026 12:00:',
  'Quoting Bob <bob@example.com>:',
  'Citando Bob <bob@example.com>:',
  'Zitat von Bob <bob@example.com>:',
  'Citation de Bob <bob@example.com>:',
  'Citerar Bob <bob@example.com>:',
  'در تاریخ جمعه ۲۷ نوامبر ۲۰۲۶ ساعت ۱۲:۰۰ Bob <bob@example.com> نوشت:',
])('what stands below it is quoted: %s', introduction =>
  expect(ownWords(`ok\n\n${introduction}\n\n/done eject`)).not.toContain('/done'),
)

test.each(['To quote Bob: it is done.', 'Citing the log:', '-- a note wrote itself'])('the writer’s own: %s', line =>
  expect(ownWords(`${line}\n\n/done eject`)).toContain('/done eject'),
)
