import { type ChannelMessage, deliveryFailures } from '../../src/domain/terms/channel-message.ts'
import { findingLine } from '../../src/messages/findings.ts'
import { fileMissing, fileNotRead, notDefined, tested } from '../../src/messages/paging/channel-test.ts'
import {
  badChannelId,
  channelsRead,
  channelsTurnedOff,
  fileUnreadable,
  keyMissing,
  keyTwice,
  keyTwiceExpected,
  keyWrong,
  noChannel,
  noKind,
  notYaml,
  secretWrittenOut,
  secretWrittenOutExpected,
  tooLong,
  unknownChannelKey,
  variableExpected,
  variableMissing,
} from '../../src/messages/paging/channels-file.ts'
import { deliveryFailureSentences } from '../../src/messages/paging/delivery-failure.ts'
import { pageLink, pageText, roomLines, testText } from '../../src/messages/paging/page-text.ts'
import { undefinedChannels } from '../../src/messages/paging/undefined-channels.ts'

const page: ChannelMessage = {
  action: 'trigger',
  key: 'inc-4f2a/1',
  to: [
    { id: 4, login: 'dana' },
    { id: 5, login: 'erin' },
  ],
  codename: 'sapphire-basket',
  call: '+49 30 901820',
  drill: false,
  confidential: true,
  link: 'https://github.com/acme/incidents/issues/7',
  why: 'Somebody reads our mail\nand writes it too',
}

const meeting = 'https://meet.example.com/bridge'

/** What leaves GitHub, and what is said where it did not. */
export const channels = {
  title: 'What channels outside GitHub say',
  shown: () => [
    ['By push, SMS or voice', pageText(page)] as const,
    ['By push, SMS or voice, where the call is a link', pageText({ ...page, call: meeting })] as const,
    ['By push, SMS or voice, where no call is set', pageText({ ...page, call: null })] as const,
    ['By push, SMS or voice, of a drill', pageText({ ...page, drill: true })] as const,
    ['By push, SMS or voice, once command is taken', pageText({ ...page, action: 'acknowledge' })] as const,
    ['By push, SMS or voice, when people are stood down', pageText({ ...page, action: 'resolve' })] as const,
    ['In a room of the response team', roomLines(page).join('\n')] as const,
    [
      'In a room, of a drill',
      roomLines({ ...page, drill: true, to: [], why: null, call: meeting }).join('\n'),
    ] as const,
    ['In a room, the reason far too long', roomLines({ ...page, why: 'why '.repeat(200) }).join('\n')] as const,
    ['In a room, once command is taken', roomLines({ ...page, action: 'acknowledge' }).join('\n')] as const,
    ['In a room, when people are stood down', roomLines({ ...page, action: 'resolve' }).join('\n')] as const,
    ['Under a page in a room', pageLink()] as const,
    ['By a test', testText()] as const,
    ...deliveryFailures.map(why => [`A page that failed: ${why}`, deliveryFailureSentences[why]] as const),
    ['The file: what is no YAML', notYaml()] as const,
    ['The file: too long', tooLong(70_000)] as const,
    ['The file: an id', badChannelId()] as const,
    ['The file: nothing there', noChannel('pager')] as const,
    ['The file: no kind', noKind('pager')] as const,
    ['The file: an unknown key', unknownChannelKey('pager')] as const,
    ['The file: a missing key', keyMissing('pager', 'routing_key')] as const,
    ['The file: a wrong value', keyWrong('pager', 'region')] as const,
    ['The file: a secret set twice', `${keyTwice('room', 'url')}. Expected: ${keyTwiceExpected('url')}`] as const,
    [
      'The file: no such variable (App)',
      `${variableMissing('room', 'url')}. Expected: ${variableExpected('app')}`,
    ] as const,
    [
      'The file: no such variable (Action)',
      `${variableMissing('room', 'url')}. Expected: ${variableExpected('action')}`,
    ] as const,
    [
      'The file: a secret in a workflow',
      `${secretWrittenOut('room', 'url')}. Expected: ${secretWrittenOutExpected('url')}`,
    ] as const,
    ['The file cannot be read', fileUnreadable('TOCSIN_CHANNELS')] as const,
    ['A test that arrived', tested('pager', { is: 'accepted' })] as const,
    ['A test that failed', tested('pager', { is: 'failed', why: 'rate-limited' })] as const,
    ['A test without a file', fileMissing()] as const,
    ['A test of a file that cannot be read', fileNotRead()] as const,
    ['A test of what is not defined', notDefined(['pager', 'room'])] as const,
    ['A test where nothing is defined', notDefined([])] as const,
    ...undefinedChannels(['pager', 'sms', 'sms'], ['pager', 'room']).map(
      problem =>
        ['The configuration names one that is not defined', findingLine({ is: 'problem', ...problem })] as const,
    ),
    ...undefinedChannels(['pager'], []).map(
      problem =>
        ['The configuration names one where none is defined', findingLine({ is: 'problem', ...problem })] as const,
    ),
    ['At the start', channelsRead(['pager', 'room'])] as const,
    ['At the start, without channels', channelsRead([])] as const,
    ['At the start, with problems', channelsTurnedOff(2)] as const,
    ['At the start, with a problem', channelsTurnedOff(1)] as const,
  ],
}
